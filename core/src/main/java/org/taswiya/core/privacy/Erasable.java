package org.taswiya.core.privacy;

import java.util.Locale;

/// What can be erased. The code is what the books and answers show.
public enum Erasable {
    /// Digits of codes, and addresses that nobody confirmed by one.
    CODE,
    /// Addresses of messages that are over, and what servers said to them.
    ADDRESS,
    /// What announcements told.
    FACTS,
    /// How somebody is reached.
    CONTACT,
    /// What somebody wants to be told.
    PREFERENCE,
    /// The number of an identity card.
    IDENTITY,
    /// Names, with the accounts at banks and the evidence that name somebody too.
    NAME;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
