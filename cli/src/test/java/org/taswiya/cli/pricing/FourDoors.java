package org.taswiya.cli.pricing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.JsonLines;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.intake.tariff.TariffLibrary;
import picocli.CommandLine;

/// The commands through which a file may come in as a tariff.
enum FourDoors {
    CHECK("tariff check"),
    IMPORT("tariff import --urdb"),
    RATE(""),
    TRY("tariff try --usage 10 --utilities src/test/resources/lines/utilities");

    private static final CommandLine COMMANDS = Taswiya.commandLine();

    private final String words;

    FourDoors(String words) {
        this.words = words;
    }

    /// @param code how the command ended; that of `rate` tells whether the line was refused
    record Said(int code, String text) {}

    Said say(Path file) throws IOException {
        return this == RATE ? rate(file) : command(file);
    }

    private Said command(Path file) {
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said);
        COMMANDS.setOut(to).setErr(to);
        List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
        all.add(file.toString());
        int code = COMMANDS.execute(all.toArray(String[]::new));
        return new Said(code, said.toString());
    }

    private static Said rate(Path file) throws IOException {
        String line = JsonLine.value(json -> {
            json.writeStartObject();
            json.writeStringProperty("tariff", file.toString());
            json.writeStringProperty("from", "2017-03-01");
            json.writeStringProperty("to", "2017-04-01");
            json.writeObjectPropertyStart("usage");
            json.writeStringProperty("total", "10");
            json.writeEndObject();
            json.writeEndObject();
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TariffLookup tariffs = new TariffLookup(TariffLibrary.of(Path.of("src/test/resources/lines/utilities"))::read);
        JsonLines lines = new JsonLines(new RateAnswerer(tariffs), out);
        lines.answerAll(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), null);
        String answer = out.toString(StandardCharsets.UTF_8);
        return new Said(answer.contains("\"error\":") ? ExitCode.SOME_REFUSED : ExitCode.GOOD, answer);
    }
}
