package org.taswiya.cli.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine;

class LightingCommandTest {
    private static final String CALENDAR = "src/test/resources/lighting/calendar.yaml";
    private static final String LAMPS = "src/test/resources/lighting/lamps.csv";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine commandLine =
                Taswiya.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        return commandLine.execute(
                Stream.concat(Stream.of("lighting"), Stream.of(words)).toArray(String[]::new));
    }

    @Test
    void hoursOfMonthsAndInAll() {
        assertThat(run("hours", CALENDAR, "--from", "2024-01-15", "--to", "2024-03-01"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString().lines().toList())
                .anySatisfy(line -> assertThat(line).matches("HOURS +all-night +half-night +tunnel"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("2024-01-15/2024-02-01").endsWith(" 408.00"))
                .anySatisfy(line -> assertThat(line).startsWith("2024-02 ").endsWith(" 696.00"))
                .last()
                .satisfies(line -> assertThat(line).startsWith("in all").endsWith(" 1104.00"));
    }

    /// 10 x 100 W x 696 h; 4 x 170 W x 360 h of 15 days; 4 x 62.5 W x 336 h of 14 days; the old town is gone.
    @Test
    void usageOfLampsThatAreChangedInMidMonth() {
        assertThat(run("usage", CALENDAR, LAMPS, "--from", "2024-02-01", "--to", "2024-03-01"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .containsPattern("Tunnel +led +10 +100 +tunnel +29 +696\\.00 +696\\.000")
                .containsPattern("Bridge +sodium +4 +170 +tunnel +15 +360\\.00 +244\\.800")
                .containsPattern("Bridge +led +4 +62\\.5 +tunnel +14 +336\\.00 +84\\.000")
                .containsPattern("in all +1024\\.800")
                .doesNotContain("Old town");
    }

    @Test
    void usageIsPriced() {
        String[] words = {
            "usage",
            CALENDAR,
            LAMPS,
            "--from",
            "2024-02-01",
            "--to",
            "2024-03-01",
            "--utilities",
            "src/test/resources/lines/utilities",
            "--tariff",
            "sampletown/power"
        };
        assertThat(run(words)).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).containsPattern("sampletown/power: \\d+\\.\\d\\d MAD and .* of tax, .* in all");
        assertThat(run(Stream.concat(Stream.of(words), Stream.of("--line")).toArray(String[]::new)))
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .endsWith("{\"tariff\":\"sampletown/power\",\"from\":\"2024-02-01\",\"to\":\"2024-03-01\",\"usage\":"
                        + "{\"total\":\"1024.8\"}}" + System.lineSeparator());
    }

    /// The files of the handbook's page, and what the page says that they tell.
    @Test
    void thePageTellsWhatTheCommandDoes() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "tariffs", "lighting.md"));
        Path calendar = Files.writeString(folder.resolve("lighting.yaml"), fence(page, "```yml\n"));
        Path lamps = Files.writeString(folder.resolve("lamps.csv"), fence(page, "```csv\n"));
        assertThat(run("usage", calendar.toString(), lamps.toString(), "--from", "2024-01-01", "--to", "2024-02-01"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(page).contains(out.toString().replace(System.lineSeparator(), "\n"));
        assertThat(out.toString()).isNotBlank();
    }

    private static String fence(String page, String mark) {
        int begin = page.indexOf(mark) + mark.length();
        return page.substring(begin, page.indexOf("```", begin));
    }

    @Test
    void everyFaultIsToldWithItsLine() throws IOException {
        Path lamps = Files.writeString(folder.resolve("lamps.csv"), """
                place,type,count,watts,losses,from,to,regime
                A,led,0,30,0,2020-01-01,,tunnel
                B,led,1,30,0,2020-01-01,,moonlight
                """);
        assertThat(run("usage", CALENDAR, lamps.toString(), "--from", "2024-02-01", "--to", "2024-03-01"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString())
                .contains("lamps.csv:2:7: found count '0'")
                .contains("lamps.csv:3:26: found regime 'moonlight', expected one of all-night, half-night, tunnel");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatCannotBeToldIsRefused() throws IOException {
        Path north = Files.writeString(
                folder.resolve("north.yaml"),
                Files.readString(Path.of(CALENDAR)).replace("51.5074", "69.65"));
        assertThat(run("hours", north.toString(), "--from", "2024-06-01", "--to", "2024-07-01"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("all-night: on 2024-05-30 the sun does not set or does not rise there");
        assertThat(run("hours", CALENDAR, "--from", "2024-07-01", "--to", "2024-07-01"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("hours", CALENDAR, "--from", "2000-07-01", "--to", "2024-07-01"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("hours", "nowhere.yaml", "--from", "2024-07-01", "--to", "2024-08-01"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("usage", CALENDAR, LAMPS, "--from", "2024-07-01", "--to", "2024-08-01", "--line"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(out.toString()).isEmpty();
    }
}
