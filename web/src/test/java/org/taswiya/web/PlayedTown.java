package org.taswiya.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.taswiya.cli.Taswiya;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import picocli.CommandLine;

/// The demo of twenty customers: played once for all JVMs that test this module, and in each of them a database of its
/// own for each town, copied on a server that all of them share. Nothing is deleted before the next `./taswiya test`:
/// a file system that has much to delete is slow to make anything new.
final class PlayedTown {
    static final Path UTILITIES = Path.of("..", "utilities");
    private static final Path HOMES = Path.of("target", "homes");
    private static final List<String> PLAYERS =
            List.of("core", "intake", "deliver", "store", "run", "server", "bench", "cli");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private PlayedTown() {}

    private static final class Shared {
        static final Database SERVER = open();

        private static Database open() {
            try {
                Files.createDirectories(HOMES);
                Home home = home(Files.createTempDirectory(HOMES, "towns-").resolve("home"));
                Files.copy(Path.of("..", "build", "test-postgresql.settings"), home.serverSettings());
                return Database.openEmbedded(home, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A town on the server of all.
    static Database fresh() {
        String url = Shared.SERVER.copyBeside("town_" + COUNT.incrementAndGet()).url();
        return Database.open(Home.at(HOMES.resolve("none")), url);
    }

    /// The home of a town with a server of its own, set as the product sets it.
    static Home home(Path folder) {
        try {
            run("cp", "-R", played().toString(), folder.toString());
            return Home.at(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In place at one blow: whoever is killed leaves nothing that somebody takes for a town.
    private static Path played() throws IOException {
        Path played = HOMES.resolve("played-" + sum());
        Files.createDirectories(HOMES);
        try (FileChannel file = FileChannel.open(
                        HOMES.resolve("played.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            if (!Files.exists(played)) {
                Path playing = Files.createTempDirectory(HOMES, "playing-").resolve("home");
                command("demo", "--accounts=20", "--home=" + playing, "--utilities=" + UTILITIES);
                Files.move(playing, played, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return played;
    }

    /// Of all that a town comes from: one that older programs played is none of these.
    private static String sum() throws IOException {
        CRC32 sum = new CRC32();
        add(sum, UTILITIES);
        for (String module : PLAYERS) {
            add(sum, Path.of("..", module, "target", "classes"));
        }
        return Long.toHexString(sum.getValue());
    }

    private static void add(CRC32 sum, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String one = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
                sum.update(one.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void run(String... words) throws IOException {
        try {
            Process process = new ProcessBuilder(words).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + String.join(" ", words));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void command(String... words) {
        StringWriter said = new StringWriter();
        CommandLine line = Taswiya.commandLine(words);
        line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        if (line.execute(words) != 0) {
            throw new IllegalStateException(said.toString());
        }
    }
}
