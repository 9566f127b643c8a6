package org.taswiya.intake.feed;

import java.util.Locale;

/// Why a feed, or a part of one, is not taken. A closed set; the code is what reports show.
public enum FeedFault {
    // Of the whole feed.

    /// Not a feed of usage at all: another file is what helps.
    NOT_A_FEED,
    /// A version of the format that is not known here, perhaps a later one.
    UNKNOWN_VERSION,
    /// Not UTF-8.
    BAD_ENCODING,
    /// Not XML that holds together.
    NOT_WELL_FORMED,
    /// A document type, through which a file could make us read other files or grow without end.
    HAS_DOCUMENT_TYPE,
    /// A line, a tag, a text or a nesting longer than any feed needs.
    TOO_LONG,
    /// It ends before its end.
    TRUNCATED,
    /// An element, an attribute or a text where the schema has none, or has another.
    UNEXPECTED_ELEMENT,
    /// The schema demands an element, an attribute or a field that is not there.
    MISSING_FIELD,
    /// A value that is not of the type that it must be.
    BAD_VALUE,

    // Of a series.

    /// A unit that is not converted here, or not one of the service.
    UNKNOWN_UNIT,
    /// Not a quantity in each interval but a dial, a peak, an average, a price.
    NOT_A_QUANTITY,
    /// Neither delivered nor received nor the one less the other.
    UNKNOWN_FLOW,
    /// Neither electricity nor gas nor water.
    UNKNOWN_SERVICE,
    /// What a part belongs to is not in the feed.
    MISSING_LINK,
    /// A part belongs to two different things at once.
    AMBIGUOUS_LINK,
    /// Local time that cannot be reckoned.
    BAD_LOCAL_TIME,

    // Of a day or an interval.

    /// Not a day of the calendar, or one of a year that no meter has seen.
    BAD_DATE,
    /// Not a number of the form that it must have.
    BAD_NUMBER,
    /// Below zero where only a net quantity may be.
    NEGATIVE,
    /// Above 10^12.
    TOO_LARGE,
    /// More or fewer values than the day has intervals.
    WRONG_COUNT,
    /// A quality that the format does not have, or that does not cover the day.
    BAD_QUALITY,
    /// The feed itself says that it has no data.
    NULL_DATA,
    /// A record where it cannot stand, or a day before the one above it.
    OUT_OF_ORDER,
    /// The day was there before.
    DUPLICATE_DAY,
    /// An interval begins before the one before it ends.
    OVERLAP,
    /// An interval of no length.
    NO_DURATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
