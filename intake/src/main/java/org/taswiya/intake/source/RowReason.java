package org.taswiya.intake.source;

import java.util.Locale;

/// Why a row is rejected. A closed set; the code is what files, tables and reports show.
public enum RowReason {
    /// The line is longer than any row may be; only its beginning is kept.
    TOO_LONG(false),
    /// A quote is opened and not closed.
    OPEN_QUOTE(false),
    /// Something follows a closing quote before the next delimiter.
    BAD_QUOTE(false),
    /// A character that no text has, such as NUL.
    CONTROL_CHARACTER(false),
    /// Bytes that are no text in the file's charset, or a mark that some program left for such.
    MALFORMED_TEXT(false),
    /// The file ends within a value of the row, without the end of a line: it may have been cut there.
    NO_LINE_END(false),
    /// Fewer or more fields than the header has.
    FIELD_COUNT(false),
    /// A field that is needed is empty.
    MISSING_FIELD(false),
    /// Not a number in the mapping's form, or with more digits than a register can have.
    BAD_NUMBER(false),
    /// Not a day of the calendar in the mapping's form.
    BAD_DATE(false),
    /// A word that the mapping does not translate.
    UNKNOWN_CODE(false),
    /// A reference that has not the form of such, or days in the wrong order.
    BAD_RECORD(false),
    /// A quantity below zero.
    NEGATIVE(false),
    /// A day after the one on which the file is imported.
    FUTURE_DATE(false),
    /// Nobody knows the usage point yet.
    UNKNOWN_USAGE_POINT(true),
    /// No meter has this serial yet, or none at the usage point.
    UNKNOWN_METER(true),
    /// The meter is known and hangs elsewhere, or another one is in place.
    METER_NOT_IN_PLACE(true),
    BEFORE_INSTALLATION(true),
    AFTER_REMOVAL(true),
    /// The unit is not the meter's.
    OTHER_UNIT(true),
    /// More digits than the dial has.
    DIGIT_OVERFLOW(true),
    /// Finer than the dial shows.
    TOO_FINE(true),
    UNKNOWN_CUSTOMER(true),
    UNKNOWN_ACCOUNT(true),
    /// The account is known, and began after the day.
    BEFORE_ACCOUNT(true),
    UNKNOWN_PREMISE(true),
    UNKNOWN_AGREEMENT(true),
    /// No bill or open item has this number yet.
    UNKNOWN_ITEM(true),
    /// The bill that a payment is for cannot be settled by it: another's, settled, cancelled, or of a later day.
    NOT_PAYABLE(false),
    /// More than a payment by these means is likely to be: a person takes it who knows that it is right.
    ABOVE_LIMIT(false),
    /// A value of an exchange that is not likely: a person says whether it is right.
    DOUBTFUL(true),
    /// The serial is on two meters at the same time: the usage point has to be named, or one of them has another.
    SERIAL_TWICE(true),
    /// Another meter is, or another agreement runs, at the usage point on these days; or they are billed already.
    OVERLAP(true),
    /// The reader of a feed refused this part; the field names its [org.taswiya.intake.feed.FeedFault].
    FEED_FAULT(false),
    /// The intervals of a feed do not cover the day.
    INCOMPLETE_DAY(false),
    /// One register more of a point, or one that does not count all that is delivered, and the mapping has no place
    /// for it.
    OTHER_REGISTER(false),
    /// The books have no value from which the day could be counted on: days before it are missing.
    MISSING_DAYS(true),
    /// Behind a day of a feed stands what is not the feed's and stays: the difference would go into the day before it.
    LATER_READING(true),
    /// The books have something else under this key, and nothing says that this is a correction.
    OTHER_VALUE(false);

    private final boolean isWaiting;

    RowReason(boolean isWaiting) {
        this.isWaiting = isWaiting;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether what another file brings can make the row right as it is.
    public boolean isWaiting() {
        return isWaiting;
    }

    static boolean isCode(String text) {
        for (RowReason reason : values()) {
            if (reason.code().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
