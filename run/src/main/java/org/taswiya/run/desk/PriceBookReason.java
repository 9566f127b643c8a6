package org.taswiya.run.desk;

import java.util.Locale;

/// Why something is not done with a price book.
public enum PriceBookReason {
    /// The content is no good book: a fault with its place.
    FAULTY,
    /// A worked example is not met, with its place.
    EXAMPLE_NOT_MET,
    /// It has no worked example, so that nothing checks it.
    NO_EXAMPLE,
    /// A figure is a placeholder, with its place, and nobody has said that it may be.
    PLACEHOLDER,
    /// No folder has a first book of that id: agreements cannot name it.
    NO_SUCH_TARIFF,
    /// It does not price what the book of that id does.
    OTHER_SERVICE,
    /// It charges what the book in use charges.
    NOTHING_CHANGES,
    /// The same text waits already.
    ALREADY_PROPOSED,
    /// It changes days that are billed.
    DAYS_BILLED,
    /// There is none of that number.
    UNKNOWN,
    /// It is not in a state in which that can be done.
    OTHER_STATE,
    /// Who proposed it cannot let it through.
    SAME_PERSON,
    /// The day is over.
    DAY_PAST,
    /// Its day has not come.
    TOO_EARLY,
    /// The book in use is another than when it was proposed.
    IN_USE_CHANGED,
    /// Another comes into use before it, beside which it was not looked at.
    ANOTHER_FIRST,
    /// Its day is before that of the book that it follows.
    BEFORE_ANOTHER,
    /// The book that it follows is not approved.
    FOLLOWS_UNAPPROVED,
    /// Another that is approved follows it.
    FOLLOWED;

    /// As commands write it: `days-billed`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
