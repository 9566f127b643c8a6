package org.taswiya.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.taswiya.cli.Taswiya;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.MadeOnce;
import org.taswiya.store.SharedServer;
import picocli.CommandLine;

/// The demo of twenty customers: played once for all JVMs that test this module, and in each of them a database of its
/// own for each town, copied on a server that all of them share.
final class PlayedTown {
    static final Path UTILITIES = Path.of("..", "utilities");
    private static final Path HOMES = Path.of("target", "homes");
    private static final List<String> PLAYERS =
            List.of("core", "intake", "deliver", "store", "run", "server", "bench", "cli");

    private PlayedTown() {}

    private static final class Shared {
        static final SharedServer SERVER = open();

        private static SharedServer open() {
            try {
                Files.createDirectories(HOMES);
                return SharedServer.on(
                        home(Files.createTempDirectory(HOMES, "towns-").resolve("home")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A town on the server of all.
    static Database fresh() {
        return Database.open(
                Home.at(HOMES.resolve("none")), Shared.SERVER.copy().url());
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

    private static Path played() {
        List<Path> madeFrom = Stream.concat(
                        Stream.of(UTILITIES),
                        PLAYERS.stream().map(module -> Path.of("..", module, "target", "classes")))
                .toList();
        return new MadeOnce(HOMES, "played", madeFrom)
                .orMade(home -> command("demo", "--accounts=20", "--home=" + home, "--utilities=" + UTILITIES));
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
