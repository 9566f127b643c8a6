package org.taswiya.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One PostgreSQL for all tests of a JVM, which copies its database for each that asks.
///
/// On a disk nothing is deleted before the next `./taswiya test`: a file system that has much to delete is slow to make
/// anything new. In memory the copies of a class are dropped when a test of another class asks for one.
public final class SharedServer {
    private static final Predicate<String> IS_TEST =
            Pattern.compile("org\\.taswiya\\..*(Test|Laws)(\\$.*)?").asMatchPredicate();

    private final Database copied;
    private final boolean isInMemory;
    private int count;
    private int dropped;
    private String asking = "";

    private SharedServer(Database copied, boolean isInMemory) {
        this.copied = copied;
        this.isInMemory = isInMemory;
    }

    /// @param home whose database is copied; nobody else's
    public static SharedServer on(Home home) {
        try {
            Files.copy(Path.of("..", "build", "test-postgresql.settings"), home.serverSettings());
            boolean isInMemory = Files.getFileStore(home.folder()).type().equals("tmpfs");
            return new SharedServer(Database.openEmbedded(home, 0), isInMemory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whoever connects to it does so anew each time.
    public synchronized Database copy() {
        if (isInMemory && isOfAnotherClass()) {
            drop();
        }
        count++;
        return copied.copyBeside("test_" + count);
    }

    /// The classes of a JVM are tested one after the other. Who asks from a thread of its own is of the one at work.
    private boolean isOfAnotherClass() {
        String asks = StackWalker.getInstance()
                .walk(SharedServer::testAmong)
                .map(name -> name.replaceFirst("\\$.*", ""))
                .orElse(asking);
        boolean isOther = !asks.equals(asking);
        asking = asks;
        return isOther;
    }

    private static Optional<String> testAmong(Stream<StackWalker.StackFrame> frames) {
        return frames.map(StackWalker.StackFrame::getClassName).filter(IS_TEST).reduce((_, outer) -> outer);
    }

    private void drop() {
        try (Connection connection = copied.connect();
                Statement statement = connection.createStatement()) {
            while (dropped < count) {
                dropped++;
                statement.execute("drop database if exists test_" + dropped + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
