package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.TablesVersion;
import org.taswiya.store.backup.Backup;
import org.taswiya.store.backup.Restore;
import org.taswiya.store.backup.RestoreAnswer;
import org.taswiya.store.backup.RestoreAnswer.Reason;

/// Files that are no whole backup of this program are refused, and leave nothing.
final class BackupFileTest {
    @TempDir
    private static Path folder;

    private static Path good = Path.of("unset");

    @BeforeAll
    static void backedUp() throws IOException {
        good = folder.resolve("good.zip");
        try (Database database = TestDatabases.fresh()) {
            new SampleUtility(8, 2).fill(database);
            Backup.write(database, Home.at(folder.resolve("none")), good, Instant.EPOCH);
        }
    }

    private static void assertRefused(Path file, Reason reason, String because) throws IOException {
        assertThat(Restore.check(file)).isInstanceOfSatisfying(RestoreAnswer.Refused.class, refused -> {
            assertThat(refused.because()).contains(because).contains(file.toString());
            assertThat(refused.reason()).isEqualTo(reason);
        });
    }

    private static void assertLeavesNothing(Path file, String because) throws IOException {
        Home home = Home.at(folder.resolve("home"));
        assertThat(Restore.intoHome(file, home))
                .isInstanceOfSatisfying(
                        RestoreAnswer.Refused.class,
                        refused -> assertThat(refused.because()).contains(because));
        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void whatIsNoBackup() throws IOException {
        Path file = folder.resolve("letter");
        Files.writeString(file, "Dear Amina, all is well.");
        assertRefused(file, Reason.NO_BACKUP, "is no backup");
        Files.writeString(file, "");
        assertRefused(file, Reason.NO_BACKUP, "is no backup");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("holiday.txt"));
            zip.closeEntry();
        }
        assertRefused(file, Reason.NO_BACKUP, "is no backup");
    }

    /// In parts of a hundred of its length.
    @ParameterizedTest
    @CsvSource({"99", "80", "50", "10"})
    void whatWasCutOff(int percent) throws IOException {
        byte[] all = Files.readAllBytes(good);
        Path file = folder.resolve("cut");
        Files.write(file, Arrays.copyOf(all, all.length * percent / 100));
        assertRefused(file, Reason.DAMAGED, "its end is missing");
    }

    /// A bit that turned over somewhere: it is found, or it was nowhere that matters. Of a backup of few rows some half
    /// are names and headers of the archive, of which a copy follows at its end.
    @Test
    void whatHasChangedOnTheWay() throws IOException {
        byte[] all = Files.readAllBytes(good);
        RestoreAnswer whole = Restore.check(good);
        int found = 0;
        int places = 100;
        for (int i = 0; i < places; i++) {
            int place = (int) ((long) all.length * i / places);
            byte[] changed = all.clone();
            changed[place] ^= 1;
            Path file = folder.resolve("changed");
            Files.write(file, changed);
            RestoreAnswer answer = Restore.check(file);
            found += answer instanceof RestoreAnswer.Refused ? 1 : 0;
            assertThat(answer instanceof RestoreAnswer.Refused || answer.equals(whole))
                    .as("byte %d", place)
                    .isTrue();
        }
        assertThat(found).isGreaterThan(places / 4);
    }

    /// As somebody writes it who means to: the archive is good, its contents are not those that it states.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a row is gone         | tables/customer | [^\\n]*\\n | '' | DAMAGED | not those that it says
            a row has changed     | tables/customer | [a-z] | Z | DAMAGED | not those that it says
            a row has no end      | tables/customer | \\n$       | '' | DAMAGED | not those that it says
            the end is not there  | manifest        | end\\n     | ''                 | NEWER        | in a form
            another form          | manifest        | backup 1   | backup 2           | NEWER        | in a form
            a name that is none   | manifest        | table customer  | table x;drop  | NEWER        | in a form
            other tables          | manifest        | (migration V1__[^ ]+ ).* | $17 | OTHER_TABLES | another build
            """)
    void whatWasWrittenAnew(String named, String entry, String what, String by, Reason reason, String because)
            throws IOException {
        Path file = rewritten(entry, text -> text.replaceFirst(what, by));
        assertThat(named).isNotEmpty();
        assertRefused(file, reason, because);
    }

    /// Found only where a database is there already: it goes again.
    @Test
    void whatIsFoundLateLeavesNothingEither() throws IOException {
        assertLeavesNothing(
                rewritten("manifest", text -> text.replaceFirst("table customer [^\\n]*\\n", "")),
                "has not the columns of table customer");
        assertLeavesNothing(
                rewritten("tables/customer", text -> text.replaceFirst("[^\\n]*\\n", "")), "not those that it says");
    }

    @Test
    void whatANewerProgramMade() throws IOException {
        Path file = rewritten("manifest", text -> text.replaceFirst("version .*", "version 9999"));
        assertRefused(file, Reason.NEWER, "this program knows " + TablesVersion.NEWEST);
    }

    private static Path rewritten(String entry, UnaryOperator<String> how) throws IOException {
        Path file = folder.resolve("rewritten.zip");
        try (ZipFile from = new ZipFile(good.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry each : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(each.getName()));
                try (InputStream in = from.getInputStream(each)) {
                    byte[] content = in.readAllBytes();
                    if (each.getName().equals(entry)) {
                        String text = new String(content, StandardCharsets.UTF_8);
                        assertThat(how.apply(text)).isNotEqualTo(text);
                        content = how.apply(text).getBytes(StandardCharsets.UTF_8);
                    }
                    to.write(content);
                }
                to.closeEntry();
            }
        }
        return file;
    }
}
