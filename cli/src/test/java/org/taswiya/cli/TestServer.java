package org.taswiya.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// One PostgreSQL for all tests of a JVM whose commands need not start one of their own.
final class TestServer {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path PROGRAMS =
            Path.of("..", "target", "postgresql").toAbsolutePath().normalize();
    private static final Database EMPTY = start();

    private TestServer() {}

    /// Of all JVMs that test, side by side and one after the other, the first unpacks the programs of the server.
    private static Database start() {
        try (FileChannel file = FileChannel.open(
                        Files.createDirectories(PROGRAMS).resolveSibling("postgresql.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            Path homes = Files.createDirectories(Path.of("target", "homes"));
            Path folder = Files.createTempDirectory(homes, "server-");
            Files.createSymbolicLink(folder.resolve("postgresql"), PROGRAMS);
            Home home = Home.at(folder).create("test");
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
