package org.taswiya.core.customer;

import java.util.Locale;

/// Why an agreement is not begun, ended or handed on. The code is what answers show.
public enum AgreementReason {
    /// There is no such agreement.
    UNKNOWN_AGREEMENT,
    /// There is no such customer account.
    UNKNOWN_ACCOUNT,
    /// There is no such usage point.
    UNKNOWN_USAGE_POINT,
    /// No price book in use has this tariff.
    UNKNOWN_TARIFF,
    /// The tariff is one of another service than the usage point's.
    OTHER_SERVICE,
    /// Another agreement has that reference.
    REFERENCE_TAKEN,
    /// References are used up; somebody has to give one.
    NO_REFERENCE_LEFT,
    /// The agreement has an end already.
    ALREADY_ENDED,
    /// The day is not after the first one of the agreement.
    NOT_BEGUN,
    /// The day is before the last one that is billed.
    BILLED_ALREADY,
    /// The day is still to come.
    DAY_TO_COME,
    /// Somebody else takes the service there on some of these days.
    OVERLAP,
    /// Nobody has read the meter on that day.
    UNREAD,
    /// No meter hangs there on that day, or it cannot show this.
    NOT_ON_THE_DIAL,
    /// The account has the agreement already.
    SAME_ACCOUNT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
