package org.taswiya.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

class FeedIntervalsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final long MIDNIGHT = Instant.parse("2026-03-28T23:00:00Z").getEpochSecond();

    private static FeedIntervals of(Fraction factor, long start, int seconds, String... values) {
        FeedIntervals intervals = new FeedIntervals(factor);
        long at = start;
        for (String value : values) {
            intervals.add(at, at + seconds, Decimal.parse(value), IntervalQuality.ACTUAL);
            at += seconds;
        }
        return intervals;
    }

    private static String wrong(FeedIntervals intervals) {
        return switch (intervals.in(PARIS, Unit.KILOWATT_HOUR)) {
            case FeedIntervals.Wrong(String found) -> found;
            case FeedIntervals.Series(IntervalSeries series) -> "placed: " + series;
        };
    }

    private static IntervalSeries placed(FeedIntervals intervals) {
        return switch (intervals.in(PARIS, Unit.KILOWATT_HOUR)) {
            case FeedIntervals.Wrong(String found) -> throw new AssertionError(found);
            case FeedIntervals.Series(IntervalSeries series) -> series;
        };
    }

    @Test
    void intervalsStandWhereTheyAreInTheDaysOfTheZone() {
        IntervalSeries series = placed(of(Fraction.of(1, 1000), MIDNIGHT + 3_600, 900, "125", "250"));
        assertThat(series.days()).isEqualTo(DateRange.of(LocalDate.parse("2026-03-29"), LocalDate.parse("2026-03-30")));
        assertThat(series.size()).isEqualTo(23 * 4);
        assertThat(series.quantity(series.value(4))).isEqualByComparingTo(Decimal.parse("0.125"));
        assertThat(series.quantity(series.value(5))).isEqualByComparingTo(Decimal.parse("0.25"));
        assertThat(series.count(IntervalQuality.MISSING)).isEqualTo(90);
    }

    @Test
    void aDayIsOneIntervalHoweverLongItIs() {
        assertThat(placed(of(Fraction.ONE, MIDNIGHT, 23 * 3_600, "7")).clock().minutes())
                .isEqualTo(1_440);
        assertThat(wrong(of(Fraction.ONE, MIDNIGHT, 24 * 3_600, "7"))).startsWith("intervals of different lengths");
    }

    @Test
    void whatIsNoSeriesIsTold() {
        assertThat(wrong(of(Fraction.ONE, MIDNIGHT + 60, 900, "1"))).startsWith("an interval at 2026-03-28T23:01:00Z");
        assertThat(wrong(of(Fraction.ONE, MIDNIGHT, 7 * 60, "1"))).startsWith("intervals of different lengths");
        assertThat(wrong(new FeedIntervals(Fraction.ONE))).isEqualTo("no interval by itself");
        FeedIntervals mixed = of(Fraction.ONE, MIDNIGHT, 900, "1");
        mixed.add(MIDNIGHT + 900, MIDNIGHT + 4_500, Decimal.ONE, IntervalQuality.ACTUAL);
        assertThat(wrong(mixed)).contains("none of 15 minutes");
        assertThat(wrong(of(Fraction.of(263_701, 9_000), MIDNIGHT, 900, "1"))).contains("more than 9 decimals");
        assertThat(wrong(of(Fraction.ONE, MIDNIGHT, 900, "1000000000000", "0.5")))
                .contains("1000000000000");
    }
}
