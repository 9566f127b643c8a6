package org.taswiya.bench.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.store.Home;

/// The program that people use, as a process of its own on the home of the town: `./taswiya serve`.
final class ServedPages implements AutoCloseable {
    /// Who asks says from where, as a proxy does: everybody from the same address would be taken for one.
    static final String SELF = "https://agency.example";

    private static final Pattern SERVING = Pattern.compile("serving (http://[^/]+:[0-9]+)/.*");
    private static final int STOP_SECONDS = 60;

    /// Fields of `/proc/PID/stat` from the state of the process to the ticks that it used.
    private static final int BEFORE_TICKS = 11;

    private static final int MILLIS_PER_TICK = 10;

    private final Process process;
    private final URI address;
    private final Home home;
    private final double secondsToStart;

    private ServedPages(Process process, URI address, Home home, double secondsToStart) {
        this.process = process;
        this.address = address;
        this.home = home;
        this.secondsToStart = secondsToStart;
    }

    /// @param launcher the file `taswiya` of the project
    /// @param log for what it says meanwhile
    /// @throws IOException when it does not come up; the log says why
    static ServedPages start(Path launcher, Home home, Path log) throws IOException {
        long begun = System.nanoTime();
        List<String> words = List.of(
                launcher.toString(), "serve", "--home", home.folder().toString(), "--port", "0", "--self", SELF);
        Process process = new ProcessBuilder(words).redirectError(log.toFile()).start();
        URI address = address(process, log);
        Thread.ofVirtual().start(() -> drain(process));
        return new ServedPages(process, address, home, (System.nanoTime() - begun) / 1e9);
    }

    private static URI address(Process process, Path log) throws IOException {
        // Not closed: that would close the pipe, and what is said next would end the program.
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher serving = SERVING.matcher(line);
            if (serving.matches()) {
                return URI.create(serving.group(1));
            }
        }
        throw new IOException("The pages did not come up; " + log + " says why.");
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // It has ended.
        }
    }

    /// Who asks them. Closed by the caller.
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    URI address() {
        return address;
    }

    /// From the start of the program to the line that says that it serves.
    double secondsToStart() {
        return secondsToStart;
    }

    /// Processor time so far: of the pages, and of their database.
    record Processor(Duration pages, Duration database) {
        static final Processor NONE = new Processor(Duration.ZERO, Duration.ZERO);

        Processor since(Processor before) {
            return new Processor(pages.minus(before.pages), database.minus(before.database));
        }
    }

    Processor processor() {
        String folder = home.database().toAbsolutePath().toString();
        Duration database = ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(folder))
                .filter(one -> one.pid() != process.pid())
                .map(ServedPages::usedWithChildren)
                .reduce(Duration.ZERO, Duration::plus);
        return new Processor(process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO), database);
    }

    /// Those that have ended too: a connection of the database is a process.
    private static Duration usedWithChildren(ProcessHandle server) {
        long ticks = ticks(server.pid(), 4)
                + server.descendants().mapToLong(child -> ticks(child.pid(), 2)).sum();
        return Duration.ofMillis(ticks * MILLIS_PER_TICK);
    }

    /// Of the processor, as Linux counts them for a process: its own in two numbers, those of ended children in two
    /// more.
    private static long ticks(long pid, int numbers) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name of the program comes first, in brackets, and may hold anything.
            return Arrays.stream(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
                    .skip(BEFORE_TICKS)
                    .limit(numbers)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException _) {
            return 0; // it has ended meanwhile
        }
    }

    /// As an operator stops it, so that everything that was accepted has to be in the books.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
