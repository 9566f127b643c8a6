package org.taswiya.intake.nem12;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedIntervals;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.feed.LeastHour;
import org.taswiya.intake.json.Quoted;

/// A 300 record, and the 400 records below it, until the next begins.
final class Nem12Day {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final int VALUES = 2;
    private static final long SECONDS_OF_A_MINUTE = 60;
    private static final ZoneOffset MARKET = ZoneOffset.ofHours(10);
    private static final Decimal VALUE_MAX = Decimal.of(1_000_000_000_000L);

    /// As the format has it: 15 digits before the point, 8 behind it, and no number needs both.
    private static final int DECIMALS_MAX = 8;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final Nem12Stream stream;
    private final long line;
    private final LocalDate day;
    private final Decimal[] values;
    private final Nem12Quality stated;

    /// The quality of each interval; of those that no 400 record has named yet, [Nem12Quality#VARIABLE].
    private final Nem12Quality[] qualities;

    private int named;

    Nem12Day(Nem12Stream stream, LocalDate day, List<String> fields, long line) {
        this.stream = stream;
        this.line = line;
        this.day = day;
        int count = stream.intervals();
        requireCount(fields, count, line);
        stated = Nem12Quality.of(fields.get(VALUES + count), line);
        qualities = new Nem12Quality[count];
        values = new Decimal[count];
        for (int i = 0; i < count; i++) {
            values[i] = value(fields.get(VALUES + i), line);
            qualities[i] = stated;
        }
    }

    LocalDate day() {
        return day;
    }

    long line() {
        return line;
    }

    static LocalDate day(List<String> fields, long line) {
        String text = fields.size() < VALUES ? "" : fields.get(1);
        try {
            LocalDate day = LocalDate.parse(text, DAY);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw new FeedRefused(
                line, FeedFault.BAD_DATE, "found the day " + Quoted.of(text) + ", expected one such as 20240131");
    }

    /// The values end where the quality begins; a row with one value too few or too many is nobody's day.
    private static void requireCount(List<String> fields, int count, long line) {
        int found = 0;
        while (VALUES + found < fields.size() && !Nem12Quality.isMeant(fields.get(VALUES + found))) {
            found++;
        }
        boolean hasQuality = VALUES + found < fields.size();
        if (found != count && (hasQuality || fields.size() <= VALUES + count)) {
            throw new FeedRefused(
                    line, FeedFault.WRONG_COUNT, "found " + found + " values, expected " + count + " and a quality");
        }
    }

    private static Decimal value(String text, long line) {
        Decimal value;
        try {
            value = Decimal.parse(text);
        } catch (NumberFormatException _) {
            throw new FeedRefused(
                    line,
                    FeedFault.BAD_NUMBER,
                    "found the value " + Quoted.of(text) + ", expected a plain decimal such as 0.125");
        }
        if (value.signum() < 0) {
            throw new FeedRefused(line, FeedFault.NEGATIVE, "found the value " + text + ", expected zero or more");
        }
        if (value.compareTo(VALUE_MAX) > 0 || value.scale() > DECIMALS_MAX) {
            throw new FeedRefused(
                    line,
                    FeedFault.TOO_LARGE,
                    "found the value " + Quoted.of(text) + ", expected at most 10^12 with 8 decimals");
        }
        return value;
    }

    /// A 400 record: the quality of the intervals from one to another, both included. They follow each other.
    void quality(List<String> fields, long at) {
        int from = interval(fields, 1, at);
        int to = interval(fields, 2, at);
        if (from != named + 1 || to < from) {
            throw new FeedRefused(
                    at,
                    FeedFault.BAD_QUALITY,
                    "found intervals " + from + " to " + to + ", expected them to begin with " + (named + 1));
        }
        Nem12Quality quality = Nem12Quality.of(fields.size() > 3 ? fields.get(3) : "", at);
        if (quality == Nem12Quality.VARIABLE) {
            throw new FeedRefused(at, FeedFault.BAD_QUALITY, "found V in a 400 record, which has to say what it is");
        }
        while (named < to) {
            qualities[named++] = quality;
        }
    }

    private int interval(List<String> fields, int field, long at) {
        String text = fields.size() > field ? fields.get(field) : "";
        int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > values.length) {
            throw new FeedRefused(
                    at,
                    FeedFault.BAD_QUALITY,
                    "found the interval " + Quoted.of(text) + ", expected 1 to " + values.length);
        }
        return number;
    }

    /// The day, once nothing more can come to it.
    FeedDay end() {
        if ((stated == Nem12Quality.VARIABLE || named > 0) && named < values.length) {
            throw new FeedRefused(
                    line,
                    FeedFault.BAD_QUALITY,
                    "found qualities of the first " + named + " intervals, expected all " + values.length);
        }
        Fraction sum = Fraction.ZERO;
        UsageQuality worst = UsageQuality.ACTUAL;
        int counted = 0;
        for (int i = 0; i < values.length; i++) {
            if (qualities[i] != Nem12Quality.NULL) {
                sum = sum.plus(Fraction.of(values[i])).reduced();
                worst = qualities[i].known().compareTo(worst) > 0 ? qualities[i].known() : worst;
                counted++;
            }
        }
        if (counted == 0) {
            throw new FeedRefused(line, FeedFault.NULL_DATA, "found the day " + day + " without data (quality N)");
        }
        return new FeedDay(
                stream.series(),
                DateRange.of(day, day.plusDays(1)),
                sum.times(stream.factor()).reduced(),
                worst,
                counted,
                counted == values.length,
                worst == UsageQuality.ACTUAL && counted == values.length ? leastHour() : null,
                each());
    }

    /// By the market's clock, which is never moved.
    private FeedIntervals each() {
        FeedIntervals each = new FeedIntervals(Fraction.of(stream.factor()));
        long length = stream.minutes() * SECONDS_OF_A_MINUTE;
        long start = day.atStartOfDay(MARKET).toEpochSecond();
        for (int i = 0; i < values.length; i++) {
            IntervalQuality quality = switch (qualities[i]) {
                case ACTUAL -> IntervalQuality.ACTUAL;
                case NULL -> IntervalQuality.MISSING;
                case ESTIMATED, VARIABLE -> IntervalQuality.ESTIMATED;
            };
            each.add(start + i * length, start + (i + 1) * length, values[i], quality);
        }
        return each;
    }

    private @Nullable Fraction leastHour() {
        LeastHour hours = new LeastHour();
        for (Decimal value : values) {
            hours.add(stream.minutes() * SECONDS_OF_A_MINUTE, Fraction.of(value));
        }
        Fraction least = hours.value();
        return least == null ? null : least.times(stream.factor()).reduced();
    }
}
