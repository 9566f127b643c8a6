package org.taswiya.intake.bank;

import java.util.Locale;

/// Why a file of a bank is not taken. A closed set; the code is what answers show.
public enum BankFault {
    /// Neither a statement (camt.053) nor a notification (camt.054): another file is what helps.
    NOT_A_STATEMENT,
    /// No answer of a bank to an order (pain.002), or of a version that is not known here.
    NOT_A_REPORT,
    /// A version of the message that is not known here.
    UNKNOWN_VERSION,
    /// Not UTF-8.
    BAD_ENCODING,
    /// Not XML that holds together.
    NOT_WELL_FORMED,
    /// A document type, through which a file could make us read other files or grow without end.
    HAS_DOCUMENT_TYPE,
    /// A tag, a text, a nesting or an entry larger than any statement needs.
    TOO_LONG,
    /// It ends before its end.
    TRUNCATED,
    /// An element or a text where the schema has none.
    UNEXPECTED_ELEMENT,
    /// The schema demands an element that is not there, or it cannot be booked without.
    MISSING_FIELD,
    /// A value that is not of the type that it must be.
    BAD_VALUE,
    /// An amount below zero: the schema says with a word which way money goes.
    NEGATIVE_AMOUNT,
    /// An amount that the currency has no coin for.
    FINER_THAN_CURRENCY,
    /// An amount in another currency than the account's.
    OTHER_CURRENCY,
    /// The transactions of an entry do not sum to it.
    DETAILS_DO_NOT_SUM,
    /// A statement without an opening or a closing balance.
    NO_BALANCE,
    /// The opening balance and the entries do not come to the closing balance.
    BALANCE_DOES_NOT_TIE,
    /// A statement of an account that is not the utility's, or not the one that was named.
    OTHER_ACCOUNT,
    /// An entry booked on a day to come.
    FUTURE_DAY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
