package org.taswiya.store.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked from the archive that the Maven artifact holds.
///
/// @param folder holds `bin`, `lib` and `share`
record ServerPrograms(Path folder, boolean isRoot) {
    /// Major version of the programs, as a data folder states it.
    static final String MAJOR_VERSION = "18";

    /// The programs below a folder, unpacked on first use.
    static ServerPrograms unpacked(Path below) throws IOException {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64");
        if (!System.getProperty("os.name").equals("Linux") || (!arm && !machine.equals("amd64"))) {
            throw new DatabaseException(
                    Fault.CANNOT_RUN,
                    "The embedded PostgreSQL runs on Linux on amd64 and arm64; this is "
                            + System.getProperty("os.name") + " on " + machine
                            + ". Name a server with --database postgresql://USER@HOST/NAME.",
                    null);
        }
        Path folder = below.resolve(MAJOR_VERSION + "-" + machine);
        if (!Files.isDirectory(folder)) {
            unpackOnce(arm ? "/postgres-linux-arm_64.txz" : "/postgres-linux-x86_64.txz", folder);
        }
        ServerPrograms programs = new ServerPrograms(folder, userId() == 0);
        programs.requireRunnable();
        return programs;
    }

    /// Programs that share a folder may start together: the first unpacks, the others wait for it.
    private static synchronized void unpackOnce(String archive, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        try (FileChannel file = FileChannel.open(
                        folder.resolveSibling("unpacking"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            if (!Files.isDirectory(folder)) {
                unpack(archive, folder);
            }
        }
    }

    /// Moves the folder in place when it is complete: what is there is whole.
    private static void unpack(String archive, Path folder) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        Files.createDirectories(unfinished);
        Process tar = new ProcessBuilder("tar", "-x", "-C", unfinished.toString())
                .redirectErrorStream(true)
                .start();
        IOException broken = null;
        try (InputStream packed = ServerPrograms.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IOException("The archive " + archive + " is not in the program");
            }
            try (OutputStream to = tar.getOutputStream()) {
                new XZInputStream(packed).transferTo(to);
            } catch (IOException e) {
                broken = e;
            }
        }
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (broken != null || exitCode(tar) != 0) {
            throw new IOException("unpacking PostgreSQL into " + unfinished + ": " + said.strip(), broken);
        }
        Files.move(unfinished, folder);
    }

    /// PostgreSQL refuses to run as root, and is right to. In a user namespace of its own root is nobody.
    private void requireRunnable() throws IOException {
        if (!isRoot) {
            return;
        }
        Process probe;
        try {
            probe = new ProcessBuilder("unshare", "-U", "id", "-u")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw cannotRunAsRoot(e.toString(), e);
        }
        String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (exitCode(probe) != 0 || said.equals("0")) {
            throw cannotRunAsRoot(said, null);
        }
    }

    private static DatabaseException cannotRunAsRoot(String said, @Nullable Throwable cause) {
        return new DatabaseException(
                Fault.CANNOT_RUN,
                "PostgreSQL does not run as root, and `unshare -U` cannot make another user of root here (" + said
                        + "). Run Taswiya as an ordinary user, or name a server with --database.",
                cause);
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /// The same in a session of its own where the machine can: Ctrl-C on a terminal goes to everything that was started
    /// there, and the server is to be stopped after what works with it.
    List<String> apart(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst()
                .ifPresent(command::add);
        command.addAll(command(program, arguments));
        return command;
    }

    static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static int userId() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }
}
