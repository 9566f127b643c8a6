package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.Home;
import org.taswiya.store.books.BooksDigest;

/// Disturbs the settlement of spring 2020 again and again: kills the program or PostgreSQL under it, cuts its
/// connections, starts a second run beside it, fills its disk. Then compares the books with those of a run that nobody
/// disturbed.
final class KillTest {
    private static final int ACCOUNTS = 120;
    private static final int ACCOUNTS_PER_BATCH = 8;
    private static final int KILLS_IN_A_RUN = 6;
    private static final int LONG_RUNS = 34;
    private static final String CYCLE = "2020-06-01";

    /// Billed by time band and demand, in batches like all others.
    private static final MillTown MILLS = new MillTown(20);

    private static Home billedToMay = Home.at(Path.of("unset"));
    private static Home finished = billedToMay;
    private static String undisturbed = "";

    @BeforeAll
    static void billTheSpringOnce() throws IOException, InterruptedException {
        billedToMay = TestDatabases.home("kill");
        try (Database database = Database.openEmbedded(billedToMay, 0)) {
            new SampleUtility(ACCOUNTS, 4).fill(database);
            MILLS.fill(database, TestDatabases.folder("mills"));
            for (String cycle : List.of("2020-03-01", "2020-04-01", "2020-05-01")) {
                BillingRun.execute(database, SampleUtility.settings(cycle, 50), new BillingListener() {});
            }
        }
        finished = copy("undisturbed");
        undisturbed = finish(finished);
    }

    /// Settled by band, and where every hour has one price it comes to what is settled without any.
    @Test
    void bandsOfOnePriceAreSettledAsNoneAre() throws SQLException {
        try (Database database = Database.openEmbedded(finished, 0)) {
            assertThat(MILLS.energy(database, MillTown.MILL))
                    .hasSize(MILLS.mills())
                    .isEqualTo(MILLS.energy(database, MillTown.TWIN))
                    .doesNotContain("0");
        }
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

    /// What happens, and after which word of the child.
    private enum Kill {
        PROGRAM_WHILE_WRITING("issued"),
        SERVER_WHILE_WRITING("issued"),
        CONNECTIONS_WHILE_WRITING("issued"),
        PROGRAM_AFTER_COMMIT("committed"),
        PROGRAM_BEFORE_BEGINNING("opened"),
        PROGRAM_BESIDE_A_SECOND_RUN("issued"),
        SERVER_AFTER_COMMIT("committed");

        private final String after;

        Kill(String after) {
            this.after = after;
        }
    }

    private static void strike(Kill planned, Home home, Process child) throws IOException {
        switch (planned) {
            case SERVER_WHILE_WRITING, SERVER_AFTER_COMMIT -> StruckProcess.killServer(home);
            case CONNECTIONS_WHILE_WRITING -> cutConnections(home);
            case PROGRAM_BESIDE_A_SECOND_RUN -> {
                Thread second = Thread.ofVirtual().start(() -> billBeside(home));
                pause(20);
                child.toHandle().destroyForcibly();
                StruckProcess.killServer(home);
                join(second);
            }
            case PROGRAM_WHILE_WRITING, PROGRAM_AFTER_COMMIT, PROGRAM_BEFORE_BEGINNING ->
                child.toHandle().destroyForcibly(); // unlike the process itself it leaves the words to be read
        }
    }

    /// A second run of the same cycle on the same database, started by mistake.
    private static void billBeside(Home home) {
        try (Database database = Database.open(home, address(home))) {
            BillingRun.execute(database, SampleUtility.settings(CYCLE, ACCOUNTS_PER_BATCH), new BillingListener() {});
        } catch (BillingRefused | DatabaseException | IOException _) {
            // It waits for the first one, and the server is killed under both.
        }
    }

    private static void cutConnections(Home home) throws IOException {
        try (Database database = Database.open(home, address(home));
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        } catch (SQLException | DatabaseException _) {
            // The run ended in the same moment.
        }
    }

    private static String address(Home home) throws IOException {
        List<String> pid = Files.readAllLines(home.database().resolve("postmaster.pid"));
        String password =
                Files.readString(home.database().resolve("taswiya-password")).strip();
        return "postgresql://taswiya:" + password + "@127.0.0.1:" + pid.get(3).strip() + "/taswiya";
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A small disk of its own, for which the test needs the right to mount one.
    @Test
    void aDiskThatFillsUpLeavesTheBooksOfAnUndisturbedRun() throws IOException, InterruptedException {
        Path disk = TestDatabases.folder("full").toAbsolutePath();
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString()), "needs the right to mount");
        try {
            assertThat(run("cp", "-a", billedToMay + "/.", disk.toString())).isTrue();
            Home home = Home.at(disk);
            Path ballast = disk.resolve("ballast");
            run("sh", "-c", "dd if=/dev/zero of=" + ballast + " bs=1M; truncate -s -128K " + ballast);
            Process child = child(home);
            String words = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            child.waitFor();
            assertThat(words).doesNotContain("finished").contains("No space left");
            Files.delete(ballast);
            assertThat(finish(home)).isEqualTo(undisturbed);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
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
                    pause(random.nextInt(12));
                    strike(planned, home, child);
                }
            }
        }
        child.waitFor();
        return !finished;
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
        return StruckProcess.start(RunChild.class, home, List.of(CYCLE, Integer.toString(ACCOUNTS_PER_BATCH)));
    }

    private static Home copy(String name) throws IOException, InterruptedException {
        Path copy = TestDatabases.folder(name);
        assertThat(run("cp", "-a", billedToMay + "/.", copy.toString())).isTrue();
        return Home.at(copy);
    }
}
