package org.taswiya.cli.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A feed in, sums out, as people and programs ask for them.
final class IntervalsCommandTest {
    private static final String POINT = "NMI0000001";

    private static final String BANDS = """
            zone: "+10:00"
            seasons:
              - name: year
                from: --01-01
                windows:
                  - { band: low, days: [every], from: 00:00, to: 17:00 }
                  - { band: peak, days: [every], from: 17:00, to: 22:00 }
                  - { band: low, days: [every], from: 22:00, to: 24:00 }
            """;

    @TempDir
    private Path folder;

    private CommandHome home = CommandHome.withItsOwnServer(Path.of("."));

    @BeforeEach
    void aMeter() throws IOException {
        home = CommandHome.onTestServer(folder.resolve("home"));
        home.open().close();
        take("premises", "LOCAL;ADRESSE;QUARTIER\nL1;rue Atlas;Maarif\n");
        take("usage-points", "POINT;LOCAL;FLUIDE\n%s;L1;ELEC\n".formatted(POINT));
        take(
                "meters",
                "POINT;COMPTEUR;POSE;DEPOSE;ROUES;DECIMALES;COEFFICIENT;FLUIDE;INDEX_POSE\n" + POINT
                        + ";S1;01/01/2020;;5;0;1;ELEC;100\n");
    }

    private void take(String mapping, String text) throws IOException {
        Said said = home.run("import", file(mapping + ".csv", text), "--mapping", mapping, "--on", "2020-07-01");
        assertThat(said.code()).as(said.err() + said.out()).isEqualTo(ExitCode.GOOD);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /// Days of half hours, the values of the hours of one day: 1 kWh from 18:00 to 18:30, else 0.125.
    private static String feed(String point, int days, String quality) {
        StringBuilder feed = new StringBuilder("100,NEM12,202007010000,FROM,TO\n200,")
                .append(point)
                .append(",E1,1,E1,N1,M1,KWH,30,\n");
        for (int day = 1; day <= days; day++) {
            feed.append("300,202003%02d".formatted(day));
            for (int i = 0; i < 48; i++) {
                feed.append(i == 36 ? ",1" : ",0.125");
            }
            feed.append(",").append(quality).append(",,,20200701000000,\n");
        }
        return feed.append("900\n").toString();
    }

    private Said load(String text, String... more) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("intervals", "load", file("feed.csv", text), "--zone", "+10:00", "--on", "2020-07-01"));
        words.addAll(List.of(more));
        return home.run(words.toArray(String[]::new));
    }

    @Test
    void whatIsLoadedIsSummedByBandsAndPeaks() throws IOException {
        assertThat(load(feed(POINT, 2, "A")).code()).isEqualTo(ExitCode.GOOD);
        Said said = home.run(
                "intervals",
                "sum",
                POINT,
                "--from",
                "2020-03-01",
                "--to",
                "2020-03-04",
                "--bands",
                file("bands.yaml", BANDS),
                "--as-they-are");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.GOOD);
        assertThat(said.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "NMI0000001, 2020-03-01 to 2020-03-04, +10:00",
                        "",
                        " kWh kW highest at actual est. filled missing",
                        "low 9.5 0.25 2020-03-01 00:00 +10:00 76 0 0 38",
                        "peak 4.25 2 2020-03-01 18:00 +10:00 20 0 0 10",
                        "all 13.75 2 2020-03-01 18:00 +10:00 96 0 0 48");
    }

    @Test
    void gapsAreFilledFromLikeDaysAndCounted() throws IOException {
        load(feed(POINT, 21, "A").replaceFirst("300,20200310.*\n", ""));
        JsonNode json = JsonMapper.shared()
                .readTree(home.run(
                                "intervals",
                                "sum",
                                POINT,
                                "--from",
                                "2020-03-10",
                                "--to",
                                "2020-03-11",
                                "--demand",
                                "60",
                                "--json")
                        .out());
        assertThat(json.get("quantity").asString()).isEqualTo("6.875");
        assertThat(json.at("/intervals/filled").asInt()).isEqualTo(48);
        assertThat(json.at("/intervals/missing").asInt()).isZero();
        assertThat(json.at("/highest/demand").asString()).isEqualTo("1.125");
        assertThat(json.at("/highest/minutes").asInt()).isEqualTo(60);
    }

    @Test
    void aPointThatTheFeedCallsOtherwiseIsNamed() throws IOException {
        String feed = feed("NMI9999999", 1, "A");
        assertThat(load(feed).code()).isEqualTo(ExitCode.FAILED);
        assertThat(load(feed, "--point", "NMI9999999 B1=" + POINT).code())
                .as("a register that the feed does not have")
                .isEqualTo(ExitCode.FAILED);
        Said whole = load(feed, "--point", "NMI9999999=" + POINT);
        assertThat(whole.code()).as(whole.out()).isEqualTo(ExitCode.GOOD);
        assertThat(whole.out()).startsWith("1 days, 48 intervals stand otherwise than before");
        Said again = load(feed, "--point", "NMI9999999 E1=" + POINT, "--register", "another");
        assertThat(again.code()).as("it has a place whatever is named").isEqualTo(ExitCode.GOOD);
        assertThat(again.out()).startsWith("1 days, 0 intervals");
    }

    @Test
    void aLoadSaysWhatItDidNotTake() throws IOException {
        assertThat(load(feed(POINT, 1, "A")).out()).startsWith("1 days, 48 intervals stand otherwise than before");
        Said other = load(feed(POINT, 1, "A").replace(",1,", ",2,"));
        assertThat(other.code()).isEqualTo(ExitCode.FAILED);
        assertThat(other.out()).contains("1 have another value than the books");
        Said stranger = load(feed("NMI0000009", 1, "A"), "--json");
        assertThat(stranger.code()).isEqualTo(ExitCode.FAILED);
        assertThat(JsonMapper.shared()
                        .readTree(stranger.out())
                        .at("/rejected/unknown-usage-point")
                        .asInt())
                .isEqualTo(1);
        Said corrected = load(feed(POINT, 1, "A").replace(",1,", ",2,"), "--correct", "--why", "seen");
        assertThat(corrected.code()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void aMonthIsPacked() throws IOException {
        load(feed(POINT, 1, "A"));
        load(feed(POINT, 2, "A"));
        assertThat(home.run("intervals", "pack", "--month", "2020-03").out()).isEqualTo("2 rows became 1\n");
        assertThat(home.run("intervals", "pack", "--month", "2020-03").out()).isEqualTo("0 rows became 0\n");
    }

    @Test
    void whatCannotBeToldHasItsReason() throws IOException {
        Said nothing = home.run("intervals", "sum", POINT, "--from", "2020-03-01", "--to", "2020-03-02");
        assertThat(nothing.code()).isEqualTo(ExitCode.FAILED);
        assertThat(nothing.err()).startsWith("taswiya: no-series: no intervals of NMI0000001");
        load(feed(POINT, 1, "A"));
        Said demand =
                home.run("intervals", "sum", POINT, "--from", "2020-03-01", "--to", "2020-03-02", "--demand", "45");
        assertThat(demand.err()).startsWith("taswiya: divided-by-demand:");
        Said bands = home.run(
                "intervals",
                "sum",
                POINT,
                "--from",
                "2020-03-01",
                "--to",
                "2020-03-02",
                "--bands",
                file("bad.yaml", BANDS.replace("from: 22:00", "from: 23:00")));
        assertThat(bands.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(bands.err()).contains("no band from 22:00 to 23:00");
    }
}
