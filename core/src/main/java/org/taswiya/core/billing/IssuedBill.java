package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.Optional;
import org.taswiya.core.ledger.JournalEntry;

/// A bill with its number: a dated claim that is never changed. What was wrong is cancelled and billed again, or is
/// settled.
public record IssuedBill(BillNumber number, DraftBill bill) {

    /// The entry that books it; empty for a bill on which every amount is zero.
    public Optional<JournalEntry> entry() {
        return BillPosting.entry(this);
    }

    /// Takes the bill back: its periods count as not billed, its entry is reversed. Billing the agreement again gives
    /// its rebill.
    ///
    /// @param reason why, for the records
    /// @param author who decided it
    public Cancellation cancel(LocalDate cancelledOn, String reason, String author) {
        return new Cancellation(this, cancelledOn, reason, author);
    }

    /// An issued bill taken back.
    ///
    /// @param cancelledOn on which its entry is reversed
    /// @param reason why, for the records
    /// @param author who decided it
    public record Cancellation(IssuedBill cancelled, LocalDate cancelledOn, String reason, String author) {

        public Optional<JournalEntry> entry() {
            String description = "cancels bill " + cancelled.number() + ": " + reason;
            return cancelled.entry().map(entry -> entry.reversed(cancelledOn, description));
        }
    }
}
