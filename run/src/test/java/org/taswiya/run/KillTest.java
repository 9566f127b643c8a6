package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.billing.BooksDigest;

/// Kills the program, or PostgreSQL under it, in the middle of the settlement of spring 2020, again and again, and
/// compares the books with those of a run that nobody disturbed.
final class KillTest {
    private static final int ACCOUNTS = 120;
    private static final int ACCOUNTS_PER_BATCH = 8;
    private static final int KILLS_IN_A_RUN = 6;
    private static final int LONG_RUNS = 9;
    private static final String CYCLE = "2020-06-01";

    private static Home billedToMay = Home.at(Path.of("unset"));
    private static String undisturbed = "";

    @BeforeAll
    static void billTheSpringOnce() throws IOException, InterruptedException {
        billedToMay = TestDatabases.home("kill");
        try (Database database = Database.openEmbedded(billedToMay, 0)) {
            new SampleUtility(ACCOUNTS, 4, false).fill(database);
            for (String cycle : List.of("2020-03-01", "2020-04-01", "2020-05-01")) {
                BillingRun.execute(database, SampleUtility.settings(cycle, 50), new BillingListener() {});
            }
        }
        undisturbed = finish(copy("undisturbed"));
    }

    @Test
    void killedRunsLeaveTheBooksOfAnUndisturbedOne() throws IOException, InterruptedException {
        int runs = Boolean.getBoolean("taswiya.long") ? LONG_RUNS : 1;
        int kills = 0;
        for (int run = 0; run < runs; run++) {
            Random random = new Random(run);
            Home home = copy("run" + run);
            for (int kill = 0; kill < KILLS_IN_A_RUN; kill++) {
                Kill planned = Kill.values()[(run + kill) % Kill.values().length];
                if (kill(home, planned, random)) {
                    kills++;
                }
            }
            assertThat(finish(home)).as("books after the kills of seed %d", run).isEqualTo(undisturbed);
        }
        assertThat(kills).as("kills that hit a run at work").isGreaterThan(runs * KILLS_IN_A_RUN / 2);
    }

    /// Who dies, and after which word of the child.
    private enum Kill {
        PROGRAM_WHILE_WRITING("issued", false),
        SERVER_WHILE_WRITING("issued", true),
        PROGRAM_AFTER_COMMIT("committed", false),
        PROGRAM_BEFORE_BEGINNING("opened", false),
        SERVER_AFTER_COMMIT("committed", true);

        private final String after;
        private final boolean server;

        Kill(String after, boolean server) {
            this.after = after;
            this.server = server;
        }
    }

    /// @return whether it died before it was finished
    private static boolean kill(Home home, Kill planned, Random random) throws IOException, InterruptedException {
        Process child = child(home);
        int wordsLeft = planned.after.equals("opened") ? 1 : 1 + random.nextInt(3);
        boolean finished = false;
        try (BufferedReader words = child.inputReader(StandardCharsets.UTF_8)) {
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                finished |= word.equals("finished");
                if (word.equals(planned.after) && --wordsLeft == 0) {
                    Thread.sleep(random.nextInt(12));
                    if (planned.server) {
                        killServer(home);
                    } else {
                        child.toHandle().destroyForcibly(); // unlike the process itself it leaves the words to be read
                    }
                }
            }
        }
        child.waitFor();
        return !finished;
    }

    private static void killServer(Home home) throws IOException {
        Path pidFile = home.database().resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static String finish(Home home) throws IOException, InterruptedException {
        Process child = child(home);
        String words = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(words).isZero();
        try (Database database = Database.openEmbedded(home, 0)) {
            return BooksDigest.of(database);
        }
    }

    private static Process child(Home home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunChild.class.getName(),
                        home.toString(),
                        CYCLE,
                        Integer.toString(ACCOUNTS_PER_BATCH))
                .redirectErrorStream(true)
                .start();
    }

    private static Home copy(String name) throws IOException, InterruptedException {
        Path copy = TestDatabases.folder(name);
        Process process = new ProcessBuilder("cp", "-a", billedToMay + "/.", copy.toString()).start();
        assertThat(process.waitFor()).isZero();
        return Home.at(copy);
    }
}
