package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.books.BooksDigest;

/// A home of its own, worked on while it is backed up.
final class BackupCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aHomeInUseIsBackedUpAndRestoredElsewhere() throws IOException {
        CommandHome from = CommandHome.withItsOwnServer(folder.resolve("from"));
        String digest;
        try (Database database = from.open()) {
            digest = BooksDigest.of(database);
            assertThat(from.good("backup", folder.toString())).contains("books " + digest.substring(0, 16));
        }
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(each -> each.toString().endsWith("Z.zip"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(from.wrong("backup", file.toString())).contains("it is there already");
        assertThat(from.good("restore", file.toString(), "--check")).startsWith("could be restored: ");
        assertThat(from.wrong("restore", file.toString())).contains("is not empty");
        assertThat(from.wrong("restore", "nowhere.zip")).contains("is no file");

        CommandHome to = CommandHome.withItsOwnServer(folder.resolve("to"));
        assertThat(to.good("restore", file.toString())).startsWith("restored: ");
        try (Database database = Database.open(Home.at(to.folder()))) {
            assertThat(BooksDigest.of(database)).isEqualTo(digest);
        }
    }

    @Test
    void aHomeWhoseRestoreWasCutOffIsNotWorkedOn() {
        CommandHome home = CommandHome.withItsOwnServer(folder.resolve("cut"));
        Home.at(home.folder()).begin(Home.RESTORING);
        assertThat(home.expect(1, "run", "list").err()).contains("Run ./taswiya restore again");
    }
}
