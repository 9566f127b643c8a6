package org.taswiya.store.staff;

import java.util.Locale;

/// What there is to be done at the console.
public enum StaffRight {
    /// To find customers and read what is known of them.
    CUSTOMERS,
    /// To read what staff did.
    TRAIL,
    /// To grant instalments, within limits.
    ARRANGEMENTS,
    /// To adjust what is owed, within limits.
    ADJUSTMENTS,
    /// To put a reading right.
    READINGS,
    /// To take a bill back.
    BILLS,
    /// To have billed at once what was put right.
    REBILLING,
    /// To let through what others may not do alone.
    APPROVALS,
    /// To walk rounds, with a handset.
    ROUND,
    /// To see all handsets and lock them, and to say who walks a round.
    HANDSETS,
    /// To see what waits for people, to take it and to give it back.
    WORK,
    /// To give what waits to somebody else, and to take it from anybody.
    ASSIGN,
    /// To let a held bill leave.
    HOLDS,
    /// To judge a suspect reading, and what a reader says of a new meter.
    SUSPECTS,
    /// To answer a dispute.
    DISPUTES,
    /// To say whose an unmatched payment is.
    UNMATCHED,
    /// To take what a customer asks for, and to answer it.
    REQUESTS,
    /// To plan interruptions, and to change them.
    OUTAGES,
    /// To see billing runs.
    RUNS,
    /// To see what other prices would come to.
    SHADOWS,
    /// To see price books and what became of them.
    PRICE_BOOKS,
    /// To write a price book and to propose it.
    PRICE_BOOK_PROPOSALS,
    /// To let through a price book that somebody else proposed, to refuse it, to withdraw it and to publish it.
    PRICE_BOOK_APPROVALS,
    /// To see how customers are reached, and to ask them for their contacts.
    REACH;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
