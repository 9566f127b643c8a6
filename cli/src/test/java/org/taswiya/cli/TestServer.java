package org.taswiya.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// One PostgreSQL for all tests of a JVM whose commands need not start one of their own.
final class TestServer {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Database EMPTY = start();

    private TestServer() {}

    private static Database start() {
        try {
            Path homes = Files.createDirectories(Path.of("target", "homes"));
            Home home = Home.at(Files.createTempDirectory(homes, "server-")).create("test");
            Files.copy(Path.of("..", "build", "test-postgresql.settings"), home.serverSettings());
            return Database.openEmbedded(home, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address of a fresh database, as `--database` takes it.
    static String freshDatabase() {
        return EMPTY.copyBeside("test_" + COUNT.incrementAndGet()).url();
    }
}
