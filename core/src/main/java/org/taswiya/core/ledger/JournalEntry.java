package org.taswiya.core.ledger;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Money;

/// A dated set of postings that sum to zero.
///
/// @param key what the entry was made for; no two entries of a ledger share one
/// @param customerAccount whose money it is; empty where nobody knows yet, or it is no customer's
/// @param description for a person to read
public record JournalEntry(
        String key, LocalDate bookedOn, String customerAccount, String description, List<Posting> postings) {

    public JournalEntry {
        postings = List.copyOf(postings);
        Money sum = Money.ZERO;
        for (Posting posting : postings) {
            sum = sum.plus(posting.amount());
        }
        if (!sum.isZero() || postings.size() < 2) {
            throw new IllegalArgumentException("Entry " + key + " does not balance: " + postings.size()
                    + " postings sum to " + sum + ". Maybe a component or a tax was left out?");
        }
    }

    /// The mirror of this entry, which takes back everything it booked.
    public JournalEntry reversed(LocalDate bookedOn, String reason) {
        return new JournalEntry(
                key + "/reversed",
                bookedOn,
                customerAccount,
                reason,
                postings.stream()
                        .map(posting ->
                                new Posting(posting.account(), posting.amount().negated()))
                        .toList());
    }
}
