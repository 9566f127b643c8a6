package org.taswiya.cli.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ten meters from 2015 to the end of 2018 that use the same each day; one of them leaks in March 2017, another uses
/// twice as much from March 2017 on.
final class AlarmsCommandTest {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSet() throws IOException {
        StringBuilder rows = new StringBuilder("meter,class,from,to,quantity\n");
        for (int meter = 1; meter <= 10; meter++) {
            LocalDate end = LocalDate.of(2019, 1, 1);
            for (LocalDate from = LocalDate.of(2015, 1, 1); from.isBefore(end); from = from.plusMonths(1)) {
                boolean isDouble = meter == 1 ? from.equals(MARCH) : meter == 2 && !from.isBefore(MARCH);
                rows.append("M%d,home,%s,%s,%d\n"
                        .formatted(
                                meter, from, from.plusMonths(1), (isDouble ? 2L : 1L) * meter * from.lengthOfMonth()));
            }
        }
        Files.createDirectories(folder.resolve("town"));
        Files.writeString(folder.resolve("town").resolve("usage.csv"), rows);
    }

    @Test
    void aLeakIsATrueAlarmAndAHouseholdThatGrewAFalseOne() throws IOException {
        JsonNode row = row("--half", "all");
        assertThat(row.get("meters").asInt()).isEqualTo(10);
        // Months from June 2015 on, when four have a reference, to April 2018, after which six tenths of a year are
        // known.
        assertThat(row.get("periods").asInt()).isEqualTo(10 * 35);
        assertThat(row.get("falseAlarms").asInt()).isEqualTo(1);
        assertThat(row.get("alarms").asInt() - row.get("falseAlarms").asInt()).isEqualTo(1);
        // But for the one that grew, which had not been seen to use so much.
        assertThat(row.get("found50").asDouble()).isLessThan(2);
        assertThat(row.get("found200").asDouble()).isGreaterThan(95);
    }

    @Test
    void bothHalvesAreTheWhole() throws IOException {
        int first = row("--half", "first").get("periods").asInt();
        int second = row("--half", "second").get("periods").asInt();
        assertThat(first).isPositive();
        assertThat(second).isPositive();
        assertThat(first + second).isEqualTo(350);
    }

    @Test
    void limitsAreOptions() throws IOException {
        assertThat(row("--scatters", "0", "--least-share", "0.4").get("found50").asDouble())
                .isGreaterThan(90);
    }

    @Test
    void aTableForPeople() {
        assertThat(run("--data", folder.toString())).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException {
        assertThat(run("--data", folder.resolve("nowhere").toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(out.toString()).as("no heading before what is wrong").isEmpty();
        assertThat(run("--data", folder.toString(), "--scatters", "-1")).isEqualTo(ExitCode.WRONG_USAGE);
        Files.writeString(
                folder.resolve("town").resolve("usage.csv"),
                "meter,class,from,to,quantity\nM1,home,2015-01-01,2015-02-01,3\n");
        assertThat(run("--data", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("no period can be judged");
        assertThat(out.toString())
                .as("nothing that looks like an alarm that never errs")
                .contains(" - ")
                .doesNotContain("0.00");
    }

    private JsonNode row(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("--data", folder.toString(), "--json"));
        all.addAll(List.of(words));
        out.getBuffer().setLength(0);
        assertThat(run(all.toArray(String[]::new))).isEqualTo(ExitCode.GOOD);
        return JsonMapper.shared().readTree(out.toString()).get("rows").get(0);
    }

    private int run(String... words) {
        CommandLine line = Taswiya.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("alarms"));
        all.addAll(List.of(words));
        return line.execute(all.toArray(String[]::new));
    }
}
