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
import org.taswiya.cli.MadeUpBook;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.xml.sax.SAXException;
import picocli.CommandLine;

class TariffCurveCommandTest {
    private static final String BOOK = "sampletown/power";

    private static final String PEAK = MadeUpBook.of("valley/peak", "Pointe", """
                  - component: capacity
                    kind: demand
                    tax: energy
                    unit: kW
                    source: "made up"
                    blocks: [{ above: 0, upTo: 10, price: 3 }, { above: 10, price: 5 }]
                  - component: summer-peak
                    kind: demand
                    tax: energy
                    unit: kW
                    band: peak
                    source: "made up"
                    blocks: [{ above: 0, price: 7 }]
            examples:
              - name: both
                derived: "42.50 + 56"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 0
                demand: { total: 12.5, peak: 8 }
                expect: { net: 98.50 }
            """);

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
        assertThat(run("sampletown/time-of-use", "--demand", "night=4")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("found time band night, expected off-peak, peak");
        assertThat(run("sampletown/time-of-use")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("sampletown/time-of-use asks for the highest demand; tell it by --profile");
        assertThat(run("no/such-book")).isEqualTo(ExitCode.WRONG_USAGE);
    }

    /// A quarter at 2, above 100 of all usage at 4; three at 1; 10 kW for 200 kWh at 5. With a tenth of tax.
    @Test
    void usageIsSharedAsAProfileSaysAndDemandGrowsWithIt() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("p.csv"), "month,peak,off-peak,demand\n2020-01,50,150,10\n2020-02,1,1,1\n");
        assertThat(run("sampletown/time-of-use", "--profile", profile.toString()))
                .as(err.toString())
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .contains("Held: usage shared off-peak 0.75, peak 0.25; demand grows with the load, for each unit 0.05")
                .containsPattern("0 to 100 +1\\.6500 +165\\.0000 +1\\.6500") // (1.25 + 0.25) x 1.1
                .containsPattern("above 100 +2\\.2000")
                .contains("One more kWh in off-peak alone, beside the month of the profile: ");
    }

    /// 10 x 3 + 2.5 x 5 of the whole period, and 8 x 7 of the peak.
    @Test
    void theHighestOfThePeriodIsToldBesideThatOfABand() throws IOException {
        String book = Files.writeString(folder.resolve("book.yaml"), PEAK).toString();
        assertThat(run(book, "--demand", "peak=8,total=12.5", "--json"))
                .as(err.toString())
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("demand stays peak 8, total 12.5", "\"begins\":\"98.5000\"");
        assertThat(run(book, "--demand", "12.5")).as(err.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("demand stays 12.5\n");
        assertThat(run(book, "--demand", "night=1")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("found time band night, expected peak, total");
    }

    /// 12 kW at 5 are 60 at any usage, before tax.
    @Test
    void eachTimeBandIsACurveWhereNothingIsShared() throws IOException {
        Path picture = folder.resolve("bands.svg");
        assertThat(run("sampletown/time-of-use", "--demand", "12", "--json", "--svg", picture.toString()))
                .as(err.toString())
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .contains("{\"band\":\"off-peak\",\"held\":\"all usage in off-peak, none in the other time bands;"
                        + " demand stays 12\",\"pieces\":[{\"above\":\"0\",\"upTo\":null,\"nextUnit\":\"1.1000\","
                        + "\"begins\":\"66.0000\"")
                .contains("\"above\":\"100\",\"upTo\":null,\"nextUnit\":\"4.4000\"");
        assertThat(Files.readString(picture)).contains("the next kWh, off-peak", "the next kWh, peak");
    }
}
