package org.taswiya.core.adjustment;

import java.util.Locale;

/// Why something is not adjusted, or not disputed, so.
public enum AdjustmentRefusal {
    /// Nothing would change.
    AMOUNT_ZERO,
    /// The utility has no such reason.
    UNKNOWN_REASON,
    /// The reason is for the other direction.
    WRONG_DIRECTION,
    /// No such customer account.
    UNKNOWN_ACCOUNT,
    /// The account has no such document, or nothing of it is open to be disputed.
    UNKNOWN_ITEM,
    /// The document was taken back.
    CANCELLED_ITEM,
    /// The reason goes as it was billed, and no bill is named.
    NO_BILL,
    /// More would be taken off than was billed, or is open.
    MORE_THAN_BILLED,
    /// Another dispute of it is not settled.
    DISPUTED_ALREADY,
    /// The name stands for another one.
    KEY_OF_ANOTHER,
    /// A day to come, or before what it adjusts.
    WRONG_DAY,
    /// There is none of this number.
    UNKNOWN_NUMBER,
    /// What is decided about is no longer what was looked at.
    CHANGED_SINCE,
    /// It was decided before.
    ALREADY_DECIDED,
    /// Whoever has asked does not approve it too.
    SAME_PERSON,
    /// Only what is booked and not reversed can be reversed.
    NOT_IN_FORCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
