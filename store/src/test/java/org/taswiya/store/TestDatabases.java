package org.taswiya.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/// One embedded server for all tests of a JVM, a fresh database for each test.
public final class TestDatabases {
    private static final int KEPT = 3;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Deque<Database> LAST = new ArrayDeque<>();

    private TestDatabases() {}

    private static final class Shared {
        static final Database DATABASE = open();

        private static Database open() {
            Home home = home("shared");
            try {
                Files.copy(Path.of("..", "build", "test-postgresql.settings"), home.serverSettings());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Database.openEmbedded(home, 0);
        }
    }

    /// A home that was opened once before: making its database takes seconds, a copy does not.
    public static Home home(String name) {
        try {
            Path folder = folder(name);
            Process copy = new ProcessBuilder("cp", "-a", Template.HOME + "/.", folder.toString()).start();
            if (copy.waitFor() != 0) {
                throw new IOException("cannot copy " + Template.HOME + " to " + folder);
            }
            return Home.at(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Template {
        static final Home HOME = emptyHome("template");

        static {
            Database.openEmbedded(HOME, 0).close();
        }
    }

    /// A home without a database.
    static Home emptyHome(String name) {
        try {
            return Home.at(folder(name)).create("test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new folder, deleted with `target`.
    static Path folder(String name) throws IOException {
        Path homes = Path.of("target", "homes");
        Files.createDirectories(homes);
        return Files.createTempDirectory(homes, name + "-");
    }

    /// It keeps its connections, as the product does, until others have come: a server takes only so many. Then it is
    /// connected to anew each time, and as good as before.
    public static synchronized Database fresh() {
        String url =
                Shared.DATABASE.copyBeside("test_" + COUNT.incrementAndGet()).url();
        Database fresh = Database.open(Home.at(Path.of("target", "homes", "none")), url);
        LAST.addLast(fresh);
        if (LAST.size() > KEPT) {
            LAST.removeFirst().close();
        }
        return fresh;
    }
}
