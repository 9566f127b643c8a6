package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.xml.sax.SAXException;
import picocli.CommandLine;

class TariffCurveCommandTest {
    private static final String BOOK = "sampletown/power";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine commandLine =
                Taswiya.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return commandLine.execute(Stream.concat(
                        Stream.of("tariff", "curve", "--utilities", "src/test/resources/lines/utilities"),
                        Stream.of(words))
                .toArray(String[]::new));
    }

    /// 100 kWh at 1.00 x 1.1 and the rental of 9.00 x 1.2; above 150 all at 2.00; above 200 a levy on all.
    @Test
    void theNextUnitOfEachBlockAndTheCliffs() {
        assertThat(run(BOOK, "--from", "2020-03-01")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .startsWith("sampletown/power, 2020-03-01 to 2020-04-01, MAD with all taxes")
                .containsPattern("USAGE IN kWh +THE NEXT kWh +IN ALL +A kWh")
                .containsPattern("0 to 100 +1\\.1000 +120\\.8000 +1\\.2080")
                .containsPattern("100 to 150 +2\\.2000 +230\\.8000 +1\\.5387")
                .containsPattern("above 350 +2\\.2000")
                .contains("the next kWh above 150 costs 112.2000", "the next kWh above 200 costs 22.4000");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void programsGetTheSame() {
        assertThat(run(BOOK, "--json", "--more-than", "1000000")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .startsWith("{\"tariff\":\"sampletown/power\"")
                .contains("\"pieces\":[{\"above\":\"0\",\"upTo\":")
                .contains("\"upTo\":null")
                .contains("\"cliffs\":[]");
    }

    @Test
    void thePictureIsOneThatCanBeReadAndDrawn() throws IOException, ParserConfigurationException, SAXException {
        Path picture = folder.resolve("curve.svg");
        assertThat(run(BOOK, "--svg", picture.toString())).isEqualTo(ExitCode.GOOD);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(picture.toFile())
                        .getElementsByTagName("desc")
                        .item(0)
                        .getTextContent())
                .contains("Above 0 the next kWh costs ");
        assertThat(Files.readString(picture)).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "--from, 1900-01-01",
        "--to, 2000-01-01",
        "--households, 0",
        "--more-than, much",
    })
    void whatMakesNoSenseIsSaid(String option, String value) {
        assertThat(run(BOOK, option, value)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains(value.equals("1900-01-01") ? "has no prices" : value);
        assertThat(run("sampletown/time-of-use")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("no/such-book")).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
