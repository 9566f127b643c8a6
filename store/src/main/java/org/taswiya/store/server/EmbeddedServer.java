package org.taswiya.store.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.Home;
import org.taswiya.store.HomeFault;

/// One PostgreSQL server on the data folder of one home, for as long as this object is open.
///
/// It listens on the loopback address only, asks for the home's own password, and answers a commit when it is on disk.
public final class EmbeddedServer implements AutoCloseable {
    public static final String USER = "taswiya";

    /// How the folder of a database begins that is not yet one.
    private static final String UNFINISHED = "database.new";

    private static final long START_SECONDS_MAX = 60;
    private static final long STOP_SECONDS_MAX = 30;
    private static final long READY_LOOK_MILLIS = 2;
    private static final int PORT_ATTEMPTS = 5;

    private final Home home;
    private final HomeLock lock;
    private final ServerPrograms programs;
    private final Thread stopper = new Thread(this::stop, "stop PostgreSQL");
    private int port;
    private @Nullable Process process;

    private EmbeddedServer(Home home, HomeLock lock, ServerPrograms programs) {
        this.home = home;
        this.lock = lock;
        this.programs = programs;
    }

    /// Makes sure that nobody uses a home, before it is cleared: a server that a killed program left behind is stopped,
    /// which would otherwise go on over deleted files.
    ///
    /// @throws DatabaseException when another program uses it
    public static void free(Home home) {
        HomeLock lock = HomeLock.take(home);
        try {
            if (Files.exists(pidFile(home))) {
                new EmbeddedServer(home, lock, ServerPrograms.unpacked(home.programs())).stopLeftover();
            }
        } catch (IOException e) {
            throw HomeFault.of("the database in " + home.database(), e);
        } finally {
            lock.close();
        }
    }

    /// Starts the server of a home, making its data folder on first use.
    ///
    /// @param port the port to listen on; 0 for any that is free
    /// @throws DatabaseException with what was found and what to do
    public static EmbeddedServer start(Home home, int port) {
        HomeLock lock = HomeLock.take(home);
        try {
            EmbeddedServer server = new EmbeddedServer(home, lock, ServerPrograms.unpacked(home.programs()));
            server.prepare();
            server.run(port);
            Runtime.getRuntime().addShutdownHook(server.stopper);
            return server;
        } catch (IOException e) {
            lock.close();
            throw HomeFault.of("the database in " + home.database(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /// Has something done when the server ends without having been stopped by us.
    public void whenItEnds(Runnable what) {
        Process running = process;
        if (running != null) {
            CompletableFuture<Void> _ = running.onExit().thenRun(() -> {
                if (isOurs(running)) {
                    what.run();
                }
            });
        }
    }

    /// Whoever stops it gives it up first.
    @SuppressWarnings("ReferenceEquality") // the very process, not one like it
    private synchronized boolean isOurs(Process running) {
        return process == running;
    }

    public String password() {
        return password(home);
    }

    private static String password(Home home) {
        try {
            return Files.readString(passwordFile(home)).strip();
        } catch (IOException e) {
            throw HomeFault.of("the password of the database, " + passwordFile(home), e);
        }
    }

    private static Path passwordFile(Home home) {
        return home.database().resolve("taswiya-password");
    }

    /// How the server of a home is reached that another program runs.
    public record Running(int port, String password) {}

    /// Empty when none is ready there.
    public static Optional<Running> running(Home home) {
        try {
            List<String> lines = Files.readAllLines(pidFile(home));
            return lines.size() >= 8 && lines.get(7).startsWith("ready")
                    ? Optional.of(new Running(Integer.parseInt(lines.get(3).strip()), password(home)))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Path pidFile(Home home) {
        return home.database().resolve("postmaster.pid");
    }

    public Home home() {
        return home;
    }

    /// What the server of a home says.
    public static Path log(Home home) {
        return home.logs().resolve("postgresql.log");
    }

    private Path log() {
        return log(home);
    }

    private void prepare() throws IOException {
        Path version = home.database().resolve("PG_VERSION");
        if (!Files.exists(home.database())) {
            requireNew();
            initialise();
        }
        if (!Files.isReadable(home.database()) || !Files.isExecutable(home.database())) {
            throw HomeFault.unreadable(home.database());
        }
        if (!Files.exists(version)) {
            throw new DatabaseException(
                    Fault.WRONG_VERSION,
                    home.database() + " holds no database of PostgreSQL (no file PG_VERSION). Move it away, or name"
                            + " another home with --home FOLDER.",
                    null);
        }
        String found = Files.readString(version).strip();
        if (!found.equals(ServerPrograms.MAJOR_VERSION)) {
            throw new DatabaseException(
                    Fault.WRONG_VERSION,
                    home.database() + " was written by PostgreSQL " + found + ", this program brings PostgreSQL "
                            + ServerPrograms.MAJOR_VERSION + ". Bring the folder over with pg_upgrade, or run the"
                            + " Taswiya that wrote it.",
                    null);
        }
        stopLeftover();
    }

    /// A home whose database has run before and is gone is no new home: an empty one in its place would hide the loss.
    private void requireNew() throws IOException {
        if (ServerLog.saysHasRun(log())) {
            throw new DatabaseException(
                    Fault.FAILED,
                    "The database of this home is gone: " + home.database() + " is not there, but " + log()
                            + " says that it has run. Bring the folder back (is its disk mounted?), or name another"
                            + " home with --home FOLDER.",
                    null);
        }
    }

    private void initialise() throws IOException {
        removeUnfinished();
        // A name of its own: `initdb` of a program that was killed may go on writing for a moment.
        Path unfinished =
                home.folder().resolve(UNFINISHED + ProcessHandle.current().pid());
        Files.createDirectories(home.logs());
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Path password = Files.createTempFile(
                home.folder(),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, HexFormat.of().formatHex(secret) + "\n");
            // The locale is PostgreSQL's own: the same order and the same messages on every machine.
            List<String> command = programs.command(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + USER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--set=scram_iterations=1", // each connection pays for them, and nobody guesses 192 random bits
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions");
            Process initdb = process(command).start();
            if (ServerPrograms.exitCode(initdb) != 0) {
                throw ServerLog.fault(log(), home, 0);
            }
            Files.move(password, unfinished.resolve(passwordFile(home).getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(unfinished, home.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(home.folder(), UNFINISHED + "*")) {
            for (Path unfinished : left) {
                ServerPrograms.exitCode(new ProcessBuilder("rm", "-rf", unfinished.toString()).start());
            }
        }
    }

    /// A program that was killed leaves its server behind, or a pid file of a server that was killed too.
    private void stopLeftover() throws IOException {
        Path file = pidFile(home);
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        Path running = Path.of("/proc/" + pid + "/cwd");
        boolean ours = Files.exists(running)
                && running.toRealPath().equals(home.database().toRealPath());
        if (!ours) {
            Files.delete(file); // of a dead server, whose number another program may have by now
        } else if (!stop("fast")) {
            stop("immediate");
        }
    }

    private void run(int wanted) throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = wanted > 0 ? wanted : freePort();
            try {
                runOnPort();
                return;
            } catch (DatabaseException e) {
                boolean again = e.fault() == Fault.PORT_TAKEN && wanted == 0 || ServerLog.saysStillInUse(log());
                if (!again || attempt == PORT_ATTEMPTS) {
                    throw e;
                }
                pause(200L * attempt); // processes of a killed server take a moment to notice
            }
        }
    }

    private void runOnPort() throws IOException {
        List<String> command = new ArrayList<>(programs.apart(
                "postgres", "-D", home.database().toString(), "-p", Integer.toString(port), "-h", "127.0.0.1"));
        for (String setting : ServerSettings.of(home)) {
            command.add("-c");
            command.add(setting);
        }
        process = process(command).start();
        awaitReady(process);
    }

    private ProcessBuilder process(List<String> command) throws IOException {
        Files.createDirectories(home.logs());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.redirectErrorStream(true).redirectOutput(log().toFile());
    }

    /// The last line of the pid file says when the server takes connections.
    private void awaitReady(Process server) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        Path file = pidFile(home);
        while (System.nanoTime() < end) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() >= 8 && lines.get(7).startsWith("ready")) {
                    return;
                }
            }
            if (!server.isAlive()) {
                throw ServerLog.fault(log(), home, port);
            }
            pause(READY_LOOK_MILLIS);
        }
        server.destroyForcibly();
        throw new DatabaseException(
                Fault.FAILED,
                "PostgreSQL did not get ready within " + START_SECONDS_MAX + " s; its log is " + log() + ".",
                null);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean stop(String mode) throws IOException {
        List<String> command = programs.command(
                "pg_ctl", "stop", "-D", home.database().toString(), "-m", mode, "-w", "-t", "30", "-s");
        Process stop = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return ServerPrograms.exitCode(stop) == 0;
    }

    /// Stops the server as `pg_ctl stop -m fast` does, which looks only every tenth of a second whether it has ended.
    ///
    /// @return whether it has ended
    private boolean interrupt(Process running) throws IOException {
        Process signal = new ProcessBuilder(programs.command("pg_ctl", "kill", "INT", Long.toString(running.pid())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return ServerPrograms.exitCode(signal) == 0 && running.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private synchronized void stop() {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        try {
            if (running.isAlive() && !interrupt(running) && !stop("fast")) {
                stop("immediate");
            }
        } catch (IOException e) {
            // Whatever is left of it is stopped by the next one to use this home.
        } finally {
            lock.close();
        }
    }

    /// Leaves its stopping to [#close], also when the program is being ended: beside what is still at work it would be
    /// stopped too early.
    public void keepUntilClosed() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook at work already.
        }
    }

    @Override
    public void close() {
        keepUntilClosed();
        stop();
    }
}
