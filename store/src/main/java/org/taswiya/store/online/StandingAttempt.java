package org.taswiya.store.online;

import java.time.Instant;
import java.util.List;
import org.taswiya.core.online.AttemptState;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.receivables.ReceiptNumber;

/// An attempt and how far it is.
///
/// @param token who has it may see it
/// @param receipts of all that was paid by it, the first one first
public record StandingAttempt(
        CardAttempt attempt, String token, Instant askedAt, AttemptState state, List<ReceiptNumber> receipts) {
    public StandingAttempt {
        receipts = List.copyOf(receipts);
    }
}
