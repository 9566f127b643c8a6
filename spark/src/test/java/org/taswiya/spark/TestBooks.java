package org.taswiya.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// One embedded server for all tests of the module, a fresh database for each that asks.
final class TestBooks {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestBooks() {}

    private static final class Shared {
        static final Database DATABASE = Database.openEmbedded(home(), 0);
    }

    private static Home home() {
        try {
            Home home = Home.at(folder("home")).create("test");
            Files.copy(Path.of("..", "build", "test-postgresql.settings"), home.serverSettings());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new folder, deleted with `target`.
    static Path folder(String name) {
        try {
            Path all = Path.of("target", "folders");
            Files.createDirectories(all);
            return Files.createTempDirectory(all, name + "-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Database fresh() {
        return Shared.DATABASE.copyBeside("test_" + COUNT.incrementAndGet());
    }
}
