package org.taswiya.spark.billing;

/// A run that may not begin. The message says why and what to do.
public final class RunRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunRefused(String message) {
        super(message);
    }
}
