package org.taswiya.core.connection;

import java.util.Locale;

/// What happens to an application.
public enum ApplicationStep {
    /// It is written down; always the first step.
    APPLY,
    /// Documents came.
    DOCUMENT,
    /// The applicant is told which documents are missing.
    ASK,
    /// A document that came is no good and goes back.
    RETURN,
    /// The applicant is told what it costs.
    QUOTE,
    /// The customer agrees to the quote.
    AGREE,
    /// Somebody is told to build it.
    ORDER,
    /// Services are connected, some or all.
    CONNECT,
    /// The utility does not connect.
    REFUSE,
    /// The applicant does not want it any more.
    WITHDRAW,
    /// The day to which the quote holds is over.
    LAPSE;

    /// How tables and answers write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ApplicationStep ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
