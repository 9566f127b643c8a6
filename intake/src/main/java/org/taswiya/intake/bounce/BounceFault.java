package org.taswiya.intake.bounce;

import java.util.Locale;

/// Why a delivery status notification is not taken. A closed set; the code is what answers show.
public enum BounceFault {
    /// Larger than any notification is, with the e-mail that it returns.
    TOO_LARGE,
    /// It ends before its end.
    CUT_SHORT,
    /// Its parts cannot be told apart.
    NOT_READABLE,
    /// It speaks of no recipient, or does not say what became of the e-mail.
    NO_STATUS,
    /// A code or an action that the standard does not have.
    BAD_STATUS,
    /// It does not return the head of the e-mail, by which that would be known.
    NO_MESSAGE_ID;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
