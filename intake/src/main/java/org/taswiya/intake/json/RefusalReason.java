package org.taswiya.intake.json;

import java.util.Locale;

/// Why a line or a document is refused: a closed set, part of the contract with whoever reads the answers.
public enum RefusalReason {
    /// Not one JSON object in UTF-8, or one beyond the limits.
    BAD_JSON,
    /// A field is missing, or holds something of another kind than it must.
    MISSING_FIELD,
    /// Not a plain decimal, or more digits than a number may have.
    BAD_NUMBER,
    /// Not a day of the calendar as yyyy-MM-dd, or a range without a day.
    BAD_DATE,
    /// No price book of that name.
    UNKNOWN_TARIFF,
    /// The price book has no version for some of the days.
    OUTSIDE_VERSIONS,
    /// A usage below zero.
    NEGATIVE_USAGE,
    /// A number above 10^12.
    TOO_LARGE,
    /// A reading later than the day that counts as today.
    READING_IN_FUTURE,
    /// Two readings that contradict each other on one day.
    DUPLICATE_READING,
    /// Some of net, tax and total of an amount already billed, but not all.
    INCOMPLETE_BILLED,
    /// A tariff that prices demand, and no demand.
    MISSING_DEMAND,
    /// A tariff that charges by something that is not told: the size of the meter, say.
    MISSING_DETERMINANT,
    /// What a tariff charges by is told, and the tariff has no price for it.
    UNPRICED_DETERMINANT,
    /// A document of a format that is not known here, perhaps a later one.
    UNKNOWN_FORMAT,
    /// A document whose inputs give no bill.
    NOT_BILLABLE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// How answers write it: `bad-json`.
    public String code() {
        return code;
    }
}
