package org.taswiya.cli.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Twelve meters from 2015 to the summer of 2019, each its own level all the year round.
final class BacktestCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSet() throws IOException {
        StringBuilder rows = new StringBuilder("meter,class,from,to,quantity\n");
        for (int meter = 1; meter <= 12; meter++) {
            LocalDate end = LocalDate.of(2019, 7, 1);
            for (LocalDate from = LocalDate.of(2015, 1, 1); from.isBefore(end); from = from.plusMonths(1)) {
                rows.append("M%d,home,%s,%s,%d\n"
                        .formatted(meter, from, from.plusMonths(1), (long) meter * from.lengthOfMonth()));
            }
        }
        Files.createDirectories(folder.resolve("town"));
        Files.writeString(folder.resolve("town").resolve("usage.csv"), rows);
    }

    @Test
    void everyMethodIsRightWhereNothingEverChanges() throws IOException {
        Path json = folder.resolve("figures.json");
        assertThat(run("--data", folder, "--json", json)).isEqualTo(ExitCode.GOOD);
        JsonNode rows = JsonMapper.shared().readTree(Files.readString(json)).get("rows");
        // Ten methods; 2018, 2019 and both together.
        assertThat(rows.size()).isEqualTo(30);
        for (JsonNode row : rows) {
            assertThat(row.get("set").asString()).isEqualTo("town");
            assertThat(row.get("window").asString()).isIn("2018", "2019", "pooled");
            assertThat(row.get("n").asInt())
                    .isEqualTo(row.get("window").asString().equals("pooled") ? 24 : 12);
            if (!row.get("method").asString().equals("class-average")) {
                assertThat(row.get("wape").asDouble()).as(row.toString()).isLessThan(0.1);
                assertThat(row.get("off20").asDouble()).isZero();
            }
        }
        assertThat(out.toString().lines()).hasSize(1 + 10);
    }

    @Test
    void oneSetOneMethodOneWindow() {
        assertThat(run("--data", folder.resolve("town"), "--method", "best", "--window", "2019-01..2019-02"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("town", "best", "12").doesNotContain("two-years");
    }

    @Test
    void whatSettlingWouldChargeIsSaidInMoney() {
        String utilities = Path.of("..", "utilities").toString();
        assertThat(run(
                        "--data",
                        folder,
                        "--method",
                        "best",
                        "--utilities",
                        utilities,
                        "--tariff",
                        "casablanca/water-household"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("charged", "credited", "0.00");
    }

    @Test
    void aWindowInWhichNoMeterCountsIsSaid() {
        assertThat(run("--data", folder, "--window", "2016-03..2016-05")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("no meter counts");
        assertThat(out.toString()).contains(" - ").doesNotContain("0.0");
    }

    @Test
    void rowsThatAreLeftOutAreSaid() throws IOException {
        Path file = folder.resolve("town").resolve("usage.csv");
        Files.writeString(file, Files.readString(file) + "M12,home,2019-07-01,2019-08-01,minus\n");
        assertThat(run("--data", folder, "--method", "best")).isEqualTo(ExitCode.GOOD);
        assertThat(err.toString()).contains("1 row is left out", "minus");
    }

    @Test
    void aSetWhoseRowsStandTwiceComesToTheSameAndSaysSo() throws IOException {
        assertThat(run("--data", folder, "--method", "best")).isEqualTo(ExitCode.GOOD);
        String once = out.toString();
        Path file = folder.resolve("town").resolve("usage.csv");
        String rows = Files.readString(file);
        Files.writeString(file, rows + rows.substring(rows.indexOf('\n') + 1));
        out.getBuffer().setLength(0);
        assertThat(run("--data", folder, "--method", "best")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).isEqualTo(once);
        assertThat(err.toString()).contains("648 rows are left out", "repeated");
    }

    @Test
    void rowsOfTheSameDaysAreNamed() throws IOException {
        Path file = folder.resolve("town").resolve("usage.csv");
        Files.writeString(file, Files.readString(file) + "M12,home,2019-06-10,2019-07-01,400\n");
        assertThat(run("--data", folder, "--method", "best")).isEqualTo(ExitCode.GOOD);
        assertThat(err.toString()).contains("1 row of days that another row of the meter tells of", "line 650");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (List<Object> wrong : List.<List<Object>>of(
                List.of("--data", folder.resolve("nowhere")),
                List.of("--data", folder.resolve("town").resolve("usage.csv")),
                List.of("--data", folder, "--method", "guess"),
                List.of("--data", folder, "--method", "stated"),
                List.of("--data", folder, "--window", "2019"),
                List.of("--data", folder, "--window", "2019-05..2019-03"),
                List.of("--data", folder, "--read-share", "1.5"),
                List.of("--data", folder, "--read-share", "NaN"),
                List.of("--data", folder, "--tariff", "no/such"))) {
            assertThat(run(wrong.toArray())).as(wrong.toString()).isEqualTo(ExitCode.WRONG_USAGE);
        }
        assertThat(out.toString()).isEmpty();
    }

    private int run(Object... arguments) {
        CommandLine commandLine =
                Taswiya.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] words = new String[arguments.length + 1];
        words[0] = "backtest";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        int code = commandLine.execute(words);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return code;
    }
}
