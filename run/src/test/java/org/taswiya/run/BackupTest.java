package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.run.StruckProcess.Strike;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.backup.Backup;
import org.taswiya.store.backup.Manifest;
import org.taswiya.store.backup.Restore;
import org.taswiya.store.backup.RestoreAnswer;
import org.taswiya.store.backup.RestoreAnswer.Restored;
import org.taswiya.store.books.BooksDigest;

/// Books are backed up while a run writes them, restored elsewhere, and go on there as if nothing had been.
final class BackupTest {
    private static final int ACCOUNTS = 60;
    private static final int ACCOUNTS_PER_BATCH = 4;
    private static final String CYCLE = "2020-04-01";
    private static final Instant AT = Instant.parse("2026-11-29T22:00:00Z");

    @TempDir
    private static Path folder;

    private static Home billedToMarch = Home.at(Path.of("unset"));
    private static String undisturbed = "";
    private static String wholeDigest = "";
    private static Path whole = Path.of("unset");

    @BeforeAll
    static void aRunIsBackedUpInItsMiddle() throws IOException {
        billedToMarch = TestDatabases.home("backup");
        whole = folder.resolve("whole.zip");
        List<Manifest> made = new ArrayList<>();
        try (Database database = Database.openEmbedded(billedToMarch, 0)) {
            new SampleUtility(ACCOUNTS, 4).fill(database);
            BillingRun.execute(database, SampleUtility.settings("2020-03-01", 50), new BillingListener() {});
            BillingRun.execute(database, SampleUtility.settings(CYCLE, ACCOUNTS_PER_BATCH), new BillingListener() {
                private int committed;

                @Override
                public void committed(Progress progress) {
                    if (++committed == 5) {
                        made.add(backup(billedToMarch, whole));
                    }
                }
            });
            undisturbed = BooksDigest.of(database);
        }
        assertThat(made).hasSize(1);
        wholeDigest = made.getFirst().digest();
        assertThat(wholeDigest).isNotEqualTo(undisturbed);
    }

    /// As the command does it: beside the program that works on the home.
    private static Manifest backup(Home home, Path file) {
        try (Database database = Database.openAsItIs(home, null)) {
            return Backup.write(database, home, file, AT);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Home newHome(String name) {
        return Home.at(folder.resolve(name));
    }

    @Test
    void whatIsRestoredGoesOnToTheSameBills() throws IOException {
        Home home = newHome("goes-on");
        assertThat(Restore.intoHome(whole, home)).isInstanceOf(Restored.class);
        assertThat(home.madeBy()).isEqualTo(billedToMarch.madeBy());
        try (Database database = Database.open(home)) {
            assertThat(BooksDigest.of(database)).isEqualTo(wholeDigest);
            BillingRun.execute(database, SampleUtility.settings(CYCLE, ACCOUNTS_PER_BATCH), new BillingListener() {});
            assertThat(BooksDigest.of(database)).isEqualTo(undisturbed);
        }
        Path again = folder.resolve("again.zip");
        Manifest manifest = backup(home, again);
        assertThat(manifest.digest()).isEqualTo(undisturbed);
        assertThat(Restore.check(again)).isEqualTo(new Restored(manifest));
    }

    @Test
    void aFileIsItsOwnersAndTakesNoOthersPlace() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(whole)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> backup(billedToMarch, whole))
                .rootCause()
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Restore.check(whole)).isInstanceOf(Restored.class);
    }

    @Test
    void aHomeThatIsThereIsLeftAlone() throws IOException {
        Path note = folder.resolve("note");
        Files.createDirectories(note);
        Files.writeString(note.resolve("diary"), "mine");
        for (Home home : List.of(billedToMarch, Home.at(note))) {
            assertRefused(Restore.intoHome(whole, home), RestoreAnswer.Reason.NOT_EMPTY, "is not empty");
        }
        assertThat(note.resolve("diary")).hasContent("mine");
    }

    @Test
    void aServersDatabaseIsFilledOnceOnly() throws IOException {
        try (Database server = TestDatabases.fresh()) {
            Home home = newHome("of-a-server");
            assertThat(Restore.intoServer(whole, home, server.url())).isInstanceOf(Restored.class);
            assertThat(BooksDigest.of(server)).isEqualTo(wholeDigest);
            assertRefused(
                    Restore.intoServer(whole, home, server.url()), RestoreAnswer.Reason.NOT_EMPTY, "in use already");
        }
    }

    /// Killed at any moment: no file or a whole one, no home or one that says that it is none, and the next one ends
    /// well.
    @Test
    void aKillLeavesNothingOrAllOfIt() throws IOException, InterruptedException {
        Random random = new Random(7);
        int cut = 0;
        for (int round = 0; round < (Boolean.getBoolean("taswiya.long") ? 30 : 2); round++) {
            Path file = folder.resolve("killed-" + round + ".zip");
            if (!child(billedToMarch, "backup", file, new Strike(2, 50 + random.nextInt(500), false))) {
                cut++;
            }
            assertThat(!Files.exists(file) || Restore.check(file) instanceof Restored)
                    .isTrue();
            Files.deleteIfExists(file);
            assertThat(child(billedToMarch, "backup", file, Strike.NONE)).isTrue();

            Home home = newHome("killed-" + round);
            if (!child(home, "restore", file, new Strike(1, 100 + random.nextInt(2500), false))) {
                cut++;
                boolean isWhole = home.exists() && !home.isHalfRestored(); // killed on its last step
                assertThat(isWhole || child(home, "restore", file, Strike.NONE)).isTrue();
            }
            try (Database database = Database.open(home)) {
                assertThat(BooksDigest.of(database)).isEqualTo(undisturbed);
            }
        }
        assertThat(cut).isPositive();
    }

    private static boolean child(Home home, String what, Path file, Strike strike)
            throws IOException, InterruptedException {
        return StruckProcess.run(
                BackupChild.class, home, List.of(what, file.toString()), "", strike, System.out::println);
    }

    private static void assertRefused(RestoreAnswer answer, RestoreAnswer.Reason reason, String because) {
        assertThat(answer).isInstanceOfSatisfying(RestoreAnswer.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.because()).contains(because);
        });
    }
}
