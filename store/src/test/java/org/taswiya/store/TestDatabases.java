package org.taswiya.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A fresh database for each test, of whichever module, and homes.
public final class TestDatabases {
    private static final int KEPT = 3;
    private static final Path HOMES = Path.of("target", "homes");
    private static final Deque<Database> LAST = new ArrayDeque<>();

    private TestDatabases() {}

    private static final class Shared {
        static final SharedServer SERVER = SharedServer.on(home("shared"));
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

    /// Of all modules.
    private static final class Template {
        private static final Path STORE = Path.of("..", "store", "target");
        static final Path HOME = new MadeOnce(STORE.resolve("homes"), "template", List.of(STORE.resolve("classes")))
                .orMade(folder ->
                        Database.openEmbedded(Home.at(folder).create("test"), 0).close());
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
    public static Path folder(String name) throws IOException {
        Files.createDirectories(HOMES);
        return Files.createTempDirectory(HOMES, name + "-");
    }

    /// Whoever connects to it does so anew each time.
    public static Database unopened() {
        return Shared.SERVER.copy();
    }

    /// It keeps its connections, as the product does, until others have come: a server takes only so many. Then it is
    /// connected to anew each time, and as good as before.
    public static synchronized Database fresh() {
        Database fresh =
                Database.open(Home.at(HOMES.resolve("none")), unopened().url());
        LAST.addLast(fresh);
        if (LAST.size() > KEPT) {
            LAST.removeFirst().close();
        }
        return fresh;
    }
}
