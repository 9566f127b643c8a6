package org.taswiya.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
            Database database = Database.openEmbedded(home, 0);
            // Nobody kills this server, so nobody who commits need wait for its disk.
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter role current_user set synchronous_commit = off");
            }
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The address of a fresh database, as `--database` takes it.
    static String freshDatabase() {
        return EMPTY.copyBeside("test_" + COUNT.incrementAndGet()).url();
    }
}
