package org.taswiya.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/// A process that works on a home and says what it has done, and is killed while it does, or PostgreSQL under it.
public final class StruckProcess {
    private StruckProcess() {}

    /// Runs a program until its end or until it is struck.
    ///
    /// @param program whose `main` takes the home and says `finished` at its end
    /// @param done what a line begins with that tells of something done
    /// @param lines after how many of these the kill comes; zero for none
    /// @param ofServer whether PostgreSQL is killed rather than the program
    /// @param log is given these lines
    /// @return whether it came to its end
    public static boolean run(
            Class<?> program, Home home, String done, int lines, boolean ofServer, Collection<String> log)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        boolean isFinished = false;
        int left = lines;
        try (BufferedReader words = child.inputReader(StandardCharsets.UTF_8)) {
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                isFinished |= word.equals("finished");
                if (word.startsWith(done)) {
                    log.add(word);
                    if (--left == 0) {
                        strike(home, child, ofServer);
                    }
                }
            }
        }
        child.waitFor();
        return isFinished;
    }

    private static void strike(Home home, Process child, boolean ofServer) throws IOException {
        Path pidFile = home.database().resolve("postmaster.pid");
        if (!ofServer) {
            child.toHandle().destroyForcibly();
        } else if (Files.exists(pidFile)) {
            String pid = Files.readAllLines(pidFile).getFirst().strip();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
