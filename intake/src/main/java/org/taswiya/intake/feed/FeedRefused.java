package org.taswiya.intake.feed;

/// Thrown inside the readers of feeds, caught where the part that is refused ends. It carries no stack trace: a feed
/// may have millions.
public final class FeedRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FeedRefusal refusal;

    public FeedRefused(long line, FeedFault fault, String found) {
        super(found, null, false, false);
        this.refusal = new FeedRefusal(line, fault, found);
    }

    public FeedRefusal refusal() {
        return refusal;
    }
}
