package org.taswiya.cli.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;

/// What is being done, how far it is, how fast, and how long it still takes; on standard error.
///
/// On a terminal it is one line that is drawn anew; elsewhere a stage is one line when it is done.
final class Progress {
    private static final int BAR_LENGTH = 20;
    private static final long DRAW_EVERY_NANOS = 100_000_000L;

    private final PrintStream err;
    private final boolean terminal;
    private final Look look;
    private final LongSupplier nanoTime;

    /// Makes one that tells time by a given source.
    Progress(PrintStream err, boolean terminal, Look look, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.look = look;
        this.nanoTime = nanoTime;
    }

    /// Begins a stage.
    ///
    /// @param unit what is counted, in plural; of a single thing its name
    /// @param total how many there will be; 0 when nobody knows
    Stage stage(String name, String unit, long total) {
        return new Stage(name, unit, total);
    }

    /// Sets what comes after apart.
    void end() {
        if (terminal) {
            err.println();
        }
    }

    /// A part of the work. Used by one thread.
    final class Stage implements AutoCloseable {
        private final String name;
        private final String unit;
        private final long total;
        private final long started = nanoTime.getAsLong();
        private long drawn;
        private long done;
        private boolean isDone;

        private Stage(String name, String unit, long total) {
            this.name = name;
            this.unit = unit;
            this.total = total;
            draw();
        }

        void add(long more) {
            done += more;
            if (nanoTime.getAsLong() - drawn > DRAW_EVERY_NANOS) {
                draw();
            }
        }

        private void draw() {
            drawn = nanoTime.getAsLong();
            if (terminal) {
                err.print("\r" + line() + "\u001B[K");
                err.flush();
            }
        }

        private String line() {
            int full = isDone ? BAR_LENGTH : total == 0 ? 0 : (int) Math.min(BAR_LENGTH, done * BAR_LENGTH / total);
            String bar = look.accent("━".repeat(full)) + look.faint("─".repeat(BAR_LENGTH - full));
            long seconds = seconds();
            long left = done == 0 || total == 0 ? 0 : (total - done) * elapsed().toMillis() / done / 1000;
            String time =
                    !isDone && done > 0 && done < total && left > 0 ? ", " + left + " s left" : ", " + seconds + " s";
            return String.format("  %-10s %s %s", name, bar, counted()) + look.faint(rate() + time);
        }

        private String counted() {
            if (total == 1) {
                return unit;
            }
            return Grouped.of(done) + (total > done ? " of " + Grouped.of(total) : "") + " " + unit;
        }

        private String rate() {
            long millis = elapsed().toMillis();
            return millis == 0 || total == 1 ? "" : ", " + Grouped.of(done * 1000 / millis) + " a second";
        }

        private Duration elapsed() {
            return Duration.ofNanos(nanoTime.getAsLong() - started);
        }

        private long seconds() {
            return elapsed().toSeconds();
        }

        /// Ends the stage with what it came to.
        @Override
        public void close() {
            isDone = true;
            if (terminal) {
                draw();
                err.println();
            } else {
                err.printf("  %-10s %s%s, %s s%n", name, counted(), rate(), seconds());
            }
        }
    }
}
