package org.taswiya.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.taswiya.store.Home;

/// A process that works on a home and says what it does, and is killed while it does, or PostgreSQL under it.
public final class StruckProcess {
    private StruckProcess() {}

    /// When the kill comes, and whom it hits.
    ///
    /// @param words after how many of the words that count; zero for none at all
    /// @param pause milliseconds from then
    /// @param ofServer whether PostgreSQL is killed rather than the program
    public record Strike(int words, int pause, boolean ofServer) {
        public static final Strike NONE = new Strike(0, 0, false);
    }

    /// Runs a program until its end or until it is struck.
    ///
    /// @param program whose `main` takes the home and what it is told, and says `finished` at its end
    /// @param counted what the words begin with that count
    /// @param heard is given everything that it says
    /// @return whether it came to its end
    public static boolean run(
            Class<?> program, Home home, List<String> told, String counted, Strike strike, Consumer<String> heard)
            throws IOException, InterruptedException {
        Process child = start(program, home, told);
        boolean isFinished = false;
        int left = strike.words();
        try (BufferedReader words = child.inputReader(StandardCharsets.UTF_8)) {
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                isFinished |= word.equals("finished");
                heard.accept(word);
                if (word.startsWith(counted) && --left == 0) {
                    Thread.sleep(strike.pause());
                    if (strike.ofServer()) {
                        killServer(home);
                    } else {
                        child.toHandle().destroyForcibly(); // unlike the process itself it leaves the words to be read
                    }
                }
            }
        }
        child.waitFor();
        return isFinished;
    }

    static Process start(Class<?> program, Home home, List<String> told) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                home.toString()));
        command.addAll(told);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static void killServer(Home home) throws IOException {
        Path pidFile = home.database().resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            String pid = Files.readAllLines(pidFile).getFirst().strip();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
