package org.taswiya.cli.terminal;

import java.io.PrintWriter;

/// Says that work was stopped (Ctrl-C, or whoever ends the process) and what becomes of it, while this is open.
public final class StopNotice implements AutoCloseable {
    private final PrintWriter err;
    private final String words;
    private final Thread hook = new Thread(this::give, "say that work was stopped");
    private volatile boolean given;

    private StopNotice(PrintWriter err, String words) {
        this.err = err;
        this.words = words;
    }

    /// @param words what was stopped, and what becomes of it
    public static StopNotice on(PrintWriter err, String words) {
        StopNotice notice = new StopNotice(err, words);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    private void give() {
        given = true;
        err.println();
        err.println("taswiya: " + words);
        err.flush();
    }

    /// Whether the process is ending.
    public boolean isGiven() {
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
