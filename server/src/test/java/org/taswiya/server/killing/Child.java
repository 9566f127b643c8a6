package org.taswiya.server.killing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server in a process of its own, that says `serving` with its port and lives until it is killed.
///
/// @param command what it was told
public record Child(Class<?> main, List<String> command, Process process, BufferedReader words, int port) {

    /// Starts it, and waits until it serves.
    ///
    /// @param home, port, others what it is told; zero for any port that is free
    public static Child serve(Class<?> main, Path home, int port, String... others) {
        List<String> told = new ArrayList<>(List.of(home.toString(), Integer.toString(port)));
        told.addAll(List.of(others));
        return serve(main, told);
    }

    private static Child serve(Class<?> main, List<String> told) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(told);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                if (line.startsWith("serving ")) {
                    return new Child(main, told, process, words, Integer.parseInt(line.substring(8)));
                }
            }
            throw new IllegalStateException("the server ended with " + process.waitFor());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same again, at the same port.
    public Child killAndServeAgain() {
        kill();
        List<String> again = new ArrayList<>(command);
        again.set(1, Integer.toString(port));
        return serve(main, again);
    }

    /// At once, as a machine that loses its power.
    public void kill() {
        process.toHandle().destroyForcibly();
        try {
            process.waitFor();
            words.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
