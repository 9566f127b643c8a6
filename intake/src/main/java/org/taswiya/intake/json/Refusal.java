package org.taswiya.intake.json;

/// An input that is not accepted. The message says what was found, where, and what to do.
///
/// It is thrown for every bad line of a file, so it carries no stack trace.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    public Refusal(RefusalReason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public RefusalReason reason() {
        return reason;
    }

    /// The message, which is never missing.
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
