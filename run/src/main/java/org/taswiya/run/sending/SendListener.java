package org.taswiya.run.sending;

import java.time.Instant;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;

/// Is told what a run of sending does.
public interface SendListener {
    /// The database has no connections left for as many senders as were asked for.
    ///
    /// @param senders that are at work
    default void fewer(int senders, String why) {}

    /// A message is about to be handed over; the books know.
    default void begun(StoredMessage message) {}

    /// It is quiet hours, and so many messages wait for their end.
    default void quiet(int messages, Instant until) {}

    /// What came of it, and what follows; committed.
    void settled(StoredMessage message, Outcome outcome, Settled settled);

    /// The server could not be reached, or went away.
    ///
    /// @param inARow how many times
    void lost(String said, int inARow);
}
