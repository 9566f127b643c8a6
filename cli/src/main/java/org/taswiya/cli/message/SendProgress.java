package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.MessageState;
import org.taswiya.run.sending.SendListener;
import org.taswiya.run.sending.SendTally;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;

/// Says how sending goes: what did not go out each with its reason, the rest as a count now and then. Told by
/// any thread.
final class SendProgress implements SendListener {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PrintWriter out;
    private final PrintWriter err;
    private final long begin = System.nanoTime();
    private long saidAt = begin;
    private int settled;

    SendProgress(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public synchronized void settled(StoredMessage message, Outcome outcome, Settled follows) {
        settled++;
        if (outcome.event() != AttemptEvent.ACCEPTED || follows.state() == MessageState.FAILED) {
            out.println(message.id() + "  " + message.cause().kind().code() + " "
                    + message.cause().key() + "  "
                    + message.contact().shown() + "  " + outcome.event().code() + ": " + outcome.said()
                    + (outcome.event() == AttemptEvent.WITHDRAWN ? "" : follows(follows)));
        }
        long now = System.nanoTime();
        if (now - saidAt > EVERY_NANOS) {
            saidAt = now;
            err.println(settled + " messages, " + perSecond(now) + " a second");
            err.flush();
        }
    }

    @Override
    public synchronized void fewer(int senders, String why) {
        err.println("only " + senders + (senders == 1 ? " sender is" : " senders are") + " at work: " + why);
        err.flush();
    }

    @Override
    public synchronized void quiet(int messages, Instant until) {
        out.println("quiet hours: " + messages + " wait until " + Moments.shown(until));
    }

    private static String follows(Settled follows) {
        if (follows.notBefore() != null) {
            return "; again at " + Moments.shown(follows.notBefore());
        }
        Contact next = follows.next();
        return (follows.isUnreachable() ? "; the address is used no more" : "")
                + (next == null
                        ? "; for the agency"
                        : "; goes by " + next.channel().code() + " to " + next.shown());
    }

    @Override
    public synchronized void lost(String said, int inARow) {
        err.println("server lost (" + inARow + " in a row): " + said);
        err.flush();
    }

    private String perSecond(long now) {
        return String.format(Locale.ROOT, "%.1f", settled / Math.max(1e-3, (now - begin) / 1e9));
    }

    /// The last line.
    synchronized String sums(SendTally tally) {
        StringBuilder sums = new StringBuilder(tally.of(AttemptEvent.ACCEPTED) + " accepted");
        for (AttemptEvent event : AttemptEvent.values()) {
            if (event != AttemptEvent.BEGUN && event != AttemptEvent.ACCEPTED && tally.of(event) > 0) {
                sums.append(", ").append(tally.of(event)).append(' ').append(event.code());
            }
        }
        return sums + ", " + perSecond(System.nanoTime()) + " a second";
    }
}
