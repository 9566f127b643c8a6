package org.taswiya.run.sending;

import java.time.Instant;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;

/// Is told what a run of sending does.
public interface SendListener {
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
