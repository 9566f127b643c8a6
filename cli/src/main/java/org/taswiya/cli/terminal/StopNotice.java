package org.taswiya.cli.demo;

import java.io.PrintStream;

/// Says that a demo was stopped (Ctrl-C, or whoever ends the process) and what becomes of it, while this is open.
final class StopNotice implements AutoCloseable {
    private static final String WORDS = "taswiya: the demo was stopped before its end; it starts anew next time";

    private final PrintStream err;
    private final Thread hook = new Thread(this::give, "say that the demo was stopped");
    private volatile boolean given;

    private StopNotice(PrintStream err) {
        this.err = err;
    }

    static StopNotice on(PrintStream err) {
        StopNotice notice = new StopNotice(err);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    private void give() {
        given = true;
        err.println();
        err.println(WORDS);
    }

    /// Whether the process is ending.
    boolean isGiven() {
        return given;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the notice is given already.
        }
    }
}
