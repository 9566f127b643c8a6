package org.taswiya.cli.billing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;

/// A file that whoever collects it finds whole, the old one or the new one, whatever kills the program: it is written
/// under another name beside it and then renamed.
///
/// Bills matter more than their metrics. What cannot be written is told on standard error, once and at the end, and
/// tried again with the next; and a thread of its own writes, because a disk that is gone may keep its writer waiting
/// for ever instead of failing.
final class MetricsFile {
    private final Path file;
    private final Duration patience;
    private final PrintWriter err;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private CompletableFuture<@Nullable Exception> writing = CompletableFuture.completedFuture(null);
    private long writingSince = System.nanoTime();
    private boolean isTold;

    /// @param patience how long a disk may take that is still there
    MetricsFile(Path file, Duration patience, PrintWriter err) {
        this.file = file.toAbsolutePath();
        this.patience = patience;
        this.err = err;
    }

    /// Replaces the file and waits for it, so that what is wrong with it is told before anything else happens.
    void begin(String text) {
        write(text);
        await();
        tellOnce();
    }

    /// Replaces the file while the program goes on. A text that comes before the last one is written is left out.
    void offer(String text) {
        if (writing.isDone() || System.nanoTime() - writingSince > patience.toNanos()) {
            tellOnce();
        }
        if (writing.isDone()) {
            write(text);
        }
    }

    /// Replaces the file for the last time.
    void end(String text) {
        write(text);
        await();
        String failure = failure();
        if (failure != null) {
            err.println("taswiya: " + file + " does not have the end of the run: " + failure);
        }
        thread.shutdown();
    }

    private void write(String text) {
        writingSince = System.nanoTime();
        writing = CompletableFuture.supplyAsync(() -> replaced(text), thread);
    }

    private @Nullable Exception replaced(String text) {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return null;
        } catch (IOException | RuntimeException e) { // whatever it is, it is not the bills' fault
            return e;
        }
    }

    private void await() {
        writing.copy()
                .completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS)
                .join();
    }

    private void tellOnce() {
        String failure = failure();
        if (failure != null && !isTold) {
            isTold = true;
            err.println("taswiya: cannot write the metrics to " + file + ": " + failure
                    + ". The run goes on, and its batches try again.");
        }
    }

    /// Why the last text is not in the file; null when it is.
    private @Nullable String failure() {
        if (!writing.isDone()) {
            return "the disk does not answer";
        }
        Exception failure = writing.join();
        return failure == null ? null : ExitCode.words(failure);
    }
}
