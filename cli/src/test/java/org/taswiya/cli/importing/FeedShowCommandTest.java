package org.taswiya.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FeedShowCommandTest {
    private static final String HEADER = "100,NEM12,202401310000,MDP1,RETAIL1\n";
    private static final String STREAM = "200,NMI1234567,E1,E1,E1,N1,M1,kWh,30,\n";
    private static final String END = "900\n";

    private static final String GAS = """
            <feed xmlns="http://www.w3.org/2005/Atom"><id>1</id><title/><updated>2024-01-31T00:00:00Z</updated>
            <entry><link rel="self" href="UP/1"/><link rel="related" href="UP/1/MR"/><content>
            <UsagePoint xmlns="http://naesb.org/espi"><ServiceCategory><kind>1</kind></ServiceCategory></UsagePoint>
            </content></entry>
            <entry><link rel="self" href="UP/1/MR/1"/><link rel="up" href="UP/1/MR"/><link rel="related" href="RT/1"/>
            <content><MeterReading xmlns="http://naesb.org/espi"/></content></entry>
            <entry><link rel="self" href="RT/1"/><content>
            <ReadingType xmlns="http://naesb.org/espi"><uom>169</uom></ReadingType></content></entry>
            <entry><link rel="up" href="UP/1/MR/1/IntervalBlock"/><content><IntervalBlock xmlns="http://naesb.org/espi">
            <IntervalReading><timePeriod><duration>86400</duration><start>1717200000</start></timePeriod>
            <value>3</value></IntervalReading></IntervalBlock></content></entry></feed>
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aFeedThatIsAllTakenIsShown() throws IOException {
        assertThat(show(HEADER
                        + STREAM
                        + day("20240101", "0.5")
                        + day("20240102", "0.25")
                        + day("20240105", "1")
                        + END))
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "NEM12: 144 intervals in 1 series",
                        "",
                        "point and register counts first last days estimated incomplete sum unit",
                        "NMI1234567 E1 electricity delivered 2024-01-01 2024-01-05 3 0 0 84 kWh",
                        "missing: NMI1234567 E1: 2024-01-03 to 2024-01-04");
    }

    @Test
    void whatIsRefusedIsShownWithItsLineAndReason() throws IOException {
        assertThat(show(HEADER
                        + STREAM
                        + day("20240101", "0.5")
                        + day("20240102", "-1")
                        + STREAM.replace("kWh", "kVArh")
                        + END))
                .isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("refused: 1 unknown-unit, 1 negative")
                .contains("  line 4: negative: found the value -1, expected zero or more")
                .contains("  line 5: unknown-unit: found the unit 'kVArh', expected Wh, kWh or MWh");
    }

    @Test
    void aFeedThatIsRefusedAsAWholeShowsNoDay() throws IOException {
        assertThat(show(HEADER + STREAM + day("20240101", "0.5"))).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).isEqualTo("""
                        NEM12, refused as a whole
                          line 3: truncated: found the end of the file, expected a 900 record
                        """);
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        assertThat(show(GAS, "--json")).isEqualTo(ExitCode.GOOD);
        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        assertThat(answer.get("format").asString()).isEqualTo("green-button");
        JsonNode series = answer.get("series").get(0);
        assertThat(series.get("point").asString()).isEqualTo("UP/1");
        assertThat(series.get("service").asString()).isEqualTo("gas");
        // Three therms of 105,480,400 J.
        assertThat(series.get("sum").asString()).isEqualTo("87.900333333");
        assertThat(series.get("unit").asString()).isEqualTo("kWh");
        assertThat(series.get("actual").asInt()).isEqualTo(1);
        assertThat(answer.get("refused").get("parts").asInt()).isZero();
        assertThat(answer.get("notes").get(0).asString()).contains("states no local time");
    }

    @Test
    void theZoneIsThatOfAFeedWithoutLocalTime() throws IOException {
        assertThat(show(GAS, "--zone", "America/New_York")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("note: ", "America/New_York", "2024-05-31");
    }

    @Test
    void whatIsNoFeedIsRefused() throws IOException {
        assertThat(show("meter,class,from,to,quantity\n")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("not a feed, refused as a whole", "line 1: not-a-feed");
        assertThat(show(GAS, "--format", "nem12")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("NEM12, refused as a whole");
    }

    @Test
    void wrongUsageIsSaid() throws IOException {
        assertThat(show(GAS, "--format", "csv")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("expected green-button or nem12");
        assertThat(run("feed", "show", folder.resolve("absent").toString())).isEqualTo(ExitCode.WRONG_USAGE);
    }

    private static String day(String day, String value) {
        return "300," + day + "," + (value + ",").repeat(48) + "A,,,,\n";
    }

    private int show(String text, String... options) throws IOException {
        Path file = folder.resolve("feed");
        Files.writeString(file, text);
        String[] words = new String[options.length + 3];
        words[0] = "feed";
        words[1] = "show";
        words[2] = file.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return run(words);
    }

    private int run(String... words) {
        return Taswiya.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
