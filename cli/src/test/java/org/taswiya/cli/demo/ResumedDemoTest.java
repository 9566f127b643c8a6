package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.terminal.Look;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.DocumentFolder;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.decision.OpenHold;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunState;
import picocli.CommandLine;

/// A demo that is cut off in the middle of a run leaves a home as `bill` would: the same policies, the same checks.
@EnabledIfSystemProperty(
        named = "taswiya.long",
        matches = "true",
        disabledReason = "the long form runs with -Dtaswiya.long=true: a demo that goes on")
final class ResumedDemoTest {
    @TempDir
    private static Path folder;

    @Test
    void theRunThatWasCutOffIsGoneOnWith() throws IOException {
        Home home = Home.at(folder.resolve("home")).begin("demo");
        try (Database database = Database.openEmbedded(home, 0)) {
            assertThatThrownBy(() -> teller(home, database).tell()).hasMessageContaining("cut off");
            assertThat(RunReport.all(database).getLast().state()).isEqualTo(RunState.UNFINISHED);
        }
        StringWriter err = new StringWriter();
        CommandLine line = Taswiya.commandLine();
        line.setOut(new PrintWriter(new StringWriter(), true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(
                "run", "resume", "--utilities", InMemoryStory.UTILITIES.toString(), "--home", home.toString());
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.GOOD);
        try (Database database = Database.openEmbedded(home, 0)) {
            RunReport last = RunReport.all(database).getLast();
            assertThat(last.state()).isEqualTo(RunState.FINISHED);
            assertThat(last.totals().bills()).isGreaterThan(100);
            assertThat(Holds.open(database).stream().filter(OpenHold::isOfChecks))
                    .allMatch(hold -> hold.run() == last.id());
        }
    }

    /// It dies at the first document of the round that settles, before its first batch commits.
    private static StoryTeller teller(Home home, Database database) throws IOException {
        Story story = Story.casablanca(60, 2020);
        TariffLibrary library = TariffLibrary.of(InMemoryStory.UTILITIES);
        Map<String, Tariff> tariffs = new TreeMap<>();
        story.tariffs().forEach(id -> tariffs.put(id, library.tariff(id).orElseThrow()));
        DocumentFolder dying = new DocumentFolder(home.documents(), (_, _) -> {
            throw new IllegalStateException("cut off");
        });
        PolicyReading.Read policies = InMemoryStory.policies();
        return new StoryTeller(
                story,
                database,
                new RoundBilling(story, database, policies, tariffs),
                new Payers(database, story, tariffs),
                null,
                new SettlementDocuments(dying, library),
                new Progress(
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        false,
                        Look.PLAIN,
                        System::nanoTime));
    }
}
