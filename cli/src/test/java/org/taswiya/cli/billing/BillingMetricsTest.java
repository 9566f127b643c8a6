package org.taswiya.cli.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.TenCustomers;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.MetricsText;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.IssuedAccount;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;

/// What the metrics of a run say is what the books say of it. The customers are [TenCustomers].
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BillingMetricsTest {
    private static final Path UTILITIES = Path.of("..", "utilities");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2020-05-01T20:00:00.250Z"));
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));
    private static Path file = Path.of("unset");

    @BeforeAll
    static void tenCustomers() {
        home = CommandHome.onTestServer(folder.resolve("home"));
        file = folder.resolve("taswiya.prom");
        try (Database database = home.open()) {
            TenCustomers.fill(database);
        }
    }

    @Test
    @Order(1)
    void theEndOfARunIsWhatIsShownOfIt() throws IOException {
        assertThat(said("bill", "--to", "2020-04-01", "--batch", "3", "--metrics", file.toString()))
                .doesNotContain("metrics");
        assertThat(Files.readString(file)).startsWith("""
                        # HELP taswiya_run_state 1 for what the run is. One that was killed stays working.
                        # TYPE taswiya_run_state gauge
                        taswiya_run_state{run="1",cycle="cycle to 2020-04-01 billed on 2020-04-01",state="working"} 0
                        taswiya_run_state{run="1",cycle="cycle to 2020-04-01 billed on 2020-04-01",state="finished"} 1
                        """);
        requireShown(1);
        assertThat(value("taswiya_run_batches_total")).isEqualTo(4);
        assertThat(value("taswiya_run_accounts_to_do")).isZero();
        assertThat(value("taswiya_run_process_bills_total")).isEqualTo(10);
        for (String stage : List.of("read", "bill", "number", "document", "write")) {
            // threads work on stages at once, so one of them may add up to more seconds than have passed
            assertThat(value("taswiya_run_process_stage_seconds_total", "stage", stage))
                    .as(stage)
                    .isPositive();
        }
        assertThat(value("taswiya_run_process_heap_used_bytes"))
                .isBetween(1.0, value("taswiya_run_process_heap_limit_bytes"));
    }

    @Test
    @Order(2)
    void aRunThatGoesOnCountsWhatWasBilledBeforeItStopped() throws IOException {
        try (Database database = home.open();
                BillingMetrics metrics = new BillingMetrics(quietly(file), CLOCK)) {
            assertThatThrownBy(() -> BillingRun.execute(database, may(), breakingAfter(2, metrics)))
                    .hasMessage("broken by the test");
        }
        requireShown(2);
        assertThat(value("taswiya_run_state", "state", "stopped")).isEqualTo(1);
        assertThat(value("taswiya_run_bills_total")).isEqualTo(6);
        assertThat(value("taswiya_run_accounts_to_do")).isEqualTo(4);
        assertThat(value("taswiya_run_process_last_commit_timestamp_seconds")).isEqualTo(1_588_363_200.25);

        said("run", "resume", "--metrics", file.toString());
        requireShown(2);
        assertThat(value("taswiya_run_state", "state", "finished")).isEqualTo(1);
        assertThat(value("taswiya_run_batches_total")).isEqualTo(4);
        assertThat(value("taswiya_run_bills_total")).isEqualTo(10);
        assertThat(value("taswiya_run_process_bills_total")).isEqualTo(4);
    }

    private static RunSettings may() throws IOException {
        Path policies = UTILITIES.resolve("casablanca").resolve("policies.yaml");
        PolicyReading.Read read = (PolicyReading.Read) PolicyParser.parse(policies);
        LocalDate day = LocalDate.of(2020, 5, 1);
        return new RunSettings(
                new Cycle(day, day),
                read.policy(),
                read.checks(),
                TariffLibrary.of(UTILITIES)::tariff,
                3,
                new Change(CLOCK.instant(), "test", "May"));
    }

    private static BillingListener breakingAfter(int batches, BillingListener metrics) {
        return new BillingListener() {
            private int committed;

            @Override
            public void begun(RunReport run, long accountsToDo) {
                metrics.begun(run, accountsToDo);
            }

            @Override
            public void issued(List<IssuedAccount> accounts) {
                if (committed == batches) {
                    throw new IllegalStateException("broken by the test");
                }
            }

            @Override
            public void committed(Progress progress) {
                committed++;
                metrics.committed(progress);
            }
        };
    }

    @Test
    @Order(3)
    void aDiskThatTakesNoMetricsIsToldAndTheRunGoesOn() {
        Path nowhere = folder.resolve("nowhere").resolve("taswiya.prom");
        String reason = folder.resolve("nowhere").resolve(".taswiya.prom.part") + ": there is no such file or folder";
        assertThat(said("bill", "--to", "2020-06-01", "--batch", "1", "--metrics", nowhere.toString())
                        .lines()
                        .filter(line -> line.startsWith("taswiya: ")))
                .containsExactly(
                        "taswiya: cannot write the metrics to " + nowhere + ": " + reason
                                + ". The run goes on, and its batches try again.",
                        "taswiya: " + nowhere + " does not have the end of the run: " + reason);
        assertThat(shown(3)).contains("\"finished\":true");
    }

    /// A pipe that nobody reads keeps whoever opens it waiting, as a disk behind a network that is gone does.
    @Test
    @Order(4)
    void aDiskThatDoesNotAnswerHoldsNothing() throws IOException, InterruptedException {
        Path pipe = folder.resolve(".held.prom.part");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        StringWriter err = new StringWriter();
        MetricsFile held =
                new MetricsFile(folder.resolve("held.prom"), Duration.ofMillis(50), new PrintWriter(err, true));
        held.begin("begin\n");
        held.offer("meanwhile\n");
        held.end("end\n");
        assertThat(err.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("the disk does not answer"));
        assertThat(Files.readString(pipe)).as("lets the thread go").isEqualTo("begin\n");
    }

    @Test
    @Order(5)
    void aRunThatIsRefusedLeavesTheFileAsItWas() throws IOException {
        String before = Files.readString(file);
        home.wrong("bill", "--to", "2021-06-01", "--metrics", file.toString());
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(home.wrong("bill", "--to", "2020-07-01", "--metrics", folder.toString()))
                .contains("which is a folder");
    }

    @Test
    void valuesOfLabelsAreEscaped() {
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        labels.put("run", "7");
        labels.put("cycle", "of \"Aïn\\Chock\"\nand more");
        assertThat(new MetricsText(labels).gauge("a", "An a.", 0.000_000_1)).hasToString("""
                        # HELP a An a.
                        # TYPE a gauge
                        a{run="7",cycle="of \\"Aïn\\\\Chock\\"\\nand more"} 0.00000010
                        """);
    }

    private static void requireShown(long run) throws IOException {
        String shown = shown(run);
        assertThat(shown)
                .contains("\"accounts\":" + (long) value("taswiya_run_accounts_total") + ",")
                .contains("\"bills\":" + (long) value("taswiya_run_bills_total") + ",")
                .contains("\"estimated\":" + (long) value("taswiya_run_estimated_bills_total") + ",")
                .contains("\"held\":" + (long) value("taswiya_run_held_agreements_total") + ",")
                .contains("\"failed\":" + (long) value("taswiya_run_failed_agreements_total") + ",");
    }

    private static String shown(long run) {
        return home.good("run", "show", Long.toString(run), "--json");
    }

    private static double value(String metric) throws IOException {
        return found(Pattern.compile("^" + metric + "\\{[^}]*} (\\S+)$", Pattern.MULTILINE));
    }

    private static double value(String metric, String label, String of) throws IOException {
        return found(
                Pattern.compile("^" + metric + "\\{[^}]*," + label + "=\"" + of + "\"} (\\S+)$", Pattern.MULTILINE));
    }

    private static double found(Pattern sample) throws IOException {
        Matcher found = sample.matcher(Files.readString(file));
        assertThat(found.find()).as(sample.pattern()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static MetricsFile quietly(Path of) {
        return new MetricsFile(of, PATIENCE, new PrintWriter(new StringWriter()));
    }

    /// What a command that ends well says on standard error.
    private static String said(String... words) {
        return home.expect(ExitCode.GOOD, words).err();
    }
}
