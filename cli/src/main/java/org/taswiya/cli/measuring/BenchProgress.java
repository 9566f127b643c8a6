package org.taswiya.cli.measuring;

import java.io.PrintWriter;
import java.util.Locale;
import org.taswiya.bench.Bench.BenchListener;

/// Says how far a measurement is: a line a stage, and within a long stage one every few seconds.
final class BenchProgress implements BenchListener {
    private static final long SILENCE_NANOS = 5_000_000_000L;

    private final PrintWriter err;
    private String stage = "";
    private long of;
    private long done;
    private long begunAt;
    private long saidAt;

    BenchProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void stage(String name, long of) {
        stage = name;
        this.of = of;
        done = 0;
        begunAt = System.nanoTime();
        saidAt = begunAt;
        say("  " + stage + (of == 0 ? "" : String.format(Locale.ROOT, ", %,d", of)));
    }

    @Override
    public void done(long more) {
        done += more;
        if (System.nanoTime() - saidAt > SILENCE_NANOS) {
            saidAt = System.nanoTime();
            double rate = done / ((saidAt - begunAt) / 1e9);
            say(String.format(
                    Locale.ROOT, "    %,d of %,d, %,.0f a second, %,.0f s left", done, of, rate, (of - done) / rate));
        }
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
