package org.taswiya.cli.pricing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.intake.urdb.UrdbFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya tariff import`: reads tariffs that others have published.
@Command(
        name = "import",
        description = {
            "Reads records of OpenEI's Utility Rate Database and tells what became of every field.",
            "",
            "A record that is read can be priced: './taswiya rate' takes the path of its file as a tariff. A field is"
                    + " priced, information, not supported (it is about money and needs more than a month's usage and"
                    + " demand), or unknown. A record with a fault is refused; each fault has its place.",
            "",
            "With --to each record that can be priced becomes a price book, to be read, completed and checked. A book"
                    + " that is there already is not written over. With --zone it has the hours of its time bands too.",
            "",
            "Of a folder the files *.json are read, none of a folder in it; those that hold no record are left alone"
                    + " and named.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All records can be priced.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such file, or no record below the folder.",
            "3:Some record was refused; each says why."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff import --urdb record.json",
            "  ./taswiya tariff import --urdb records --to utilities/valley",
            "  ./taswiya tariff import --urdb records --to utilities/valley \\",
            "      --zone America/New_York",
            "  ./taswiya tariff import --urdb records --json | jq -c 'select(.faults)'",
            "  echo '{\"id\":1,\"tariff\":\"record.json\",\"usage\":{\"total\":\"265\"},' \\",
            "      '\"from\":\"2023-03-01\",\"to\":\"2023-04-01\",\"rounding\":\"none\"}' \\",
            "      | ./taswiya rate"
        })
public final class TariffImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--urdb",
            paramLabel = "FILE|FOLDER",
            required = true,
            arity = "1..*",
            description = "Records, or folders with records in them.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Also writes each as a price book of this utility: FOLDER/tariffs/NAME.yaml.")
    private @Nullable Path to;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "With --to: where the hours of the records are, such as America/New_York. The books then say in"
                            + " which band each hour is.")
    private @Nullable ZoneId zone;

    @Option(names = "--json", description = "One JSON object a record, one a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (zone != null && to == null) {
            throw new ParameterException(spec.commandLine(), "--zone is of the books that --to writes; found no --to");
        }
        List<ImportedRate> rates = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path path : paths) {
            read(path, rates, others);
        }
        if (to != null) {
            rates = ImportedBooks.write(rates, to, zone);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ImportedRateJson.write(rates, out);
        } else {
            new ImportedRateText(rates, others, out).write();
        }
        out.flush();
        return rates.stream().allMatch(ImportedRate::isPriced) ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private void read(Path path, List<ImportedRate> rates, List<Path> others) throws IOException {
        if (!Files.exists(path)) {
            throw new ParameterException(spec.commandLine(), path + " is not there; expected a record or a folder");
        }
        int before = rates.size();
        for (Path file : below(path)) {
            if (file.equals(path) || (Files.isRegularFile(file) && UrdbFile.hasRecord(file))) {
                UrdbFile.read(file).forEach(rate -> rates.add(new ImportedRate(file, rate, "")));
            } else {
                others.add(file);
            }
        }
        if (rates.size() == before) {
            throw new ParameterException(spec.commandLine(), "no record below " + path);
        }
    }

    private static List<Path> below(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
