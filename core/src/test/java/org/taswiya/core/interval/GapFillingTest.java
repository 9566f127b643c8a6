package org.taswiya.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;

class GapFillingTest {
    private static final IntervalQuality ACTUAL = IntervalQuality.ACTUAL;
    private static final IntervalQuality MISSING = IntervalQuality.MISSING;
    private static final IntervalQuality FILLED = IntervalQuality.FILLED;
    private static final int DAY = 24;

    /// Four weeks of hours from a Monday on; the value tells day and hour.
    private static IntervalSeries weeks(IntPredicate isMissing) {
        return SeriesOf.of(
                SeriesOf.days("2026-05-04", 28),
                SeriesOf.HOURS,
                i -> 1_000L * (i / DAY) + i % DAY,
                i -> isMissing.test(i) ? MISSING : ACTUAL);
    }

    private static IntervalSeries filled(IntPredicate isMissing) {
        return GapFilling.USUAL.fill(weeks(isMissing));
    }

    private static int at(int day, int hour) {
        return day * DAY + hour;
    }

    @Test
    void aShortGapIsAStraightLine() {
        IntervalSeries filled = filled(i -> i == at(3, 10) || i == at(3, 11));
        assertThat(filled.value(at(3, 10))).isEqualTo(3_010);
        assertThat(filled.value(at(3, 11))).isEqualTo(3_011);
        assertThat(filled.quality(at(3, 10))).isEqualTo(FILLED);
        assertThat(filled.count(FILLED)).isEqualTo(2);
        assertThat(filled.count(MISSING)).isZero();
    }

    @Test
    void aLineIsRoundedToWholeSteps() {
        IntervalSeries gap = SeriesOf.of(
                SeriesOf.days("2026-05-04", 1),
                SeriesOf.HOURS,
                i -> i < 10 ? 0 : 10,
                i -> i == 10 || i == 11 ? MISSING : ACTUAL);
        IntervalSeries filled = GapFilling.USUAL.fill(gap);
        assertThat(filled.value(10)).isEqualTo(3);
        assertThat(filled.value(11)).isEqualTo(7);
    }

    @Test
    void stepsThatHappenToBeCoarseDoNotMakeEstimatesCoarse() {
        IntervalSeries gap = SeriesOf.of(
                        SeriesOf.days("2026-05-04", 1),
                        SeriesOf.HOURS,
                        i -> i < 10 ? 1_000 : 2_000,
                        i -> i == 10 ? MISSING : ACTUAL)
                .coarsest();
        assertThat(gap.decimals()).isZero();
        IntervalSeries filled = GapFilling.USUAL.fill(gap);
        assertThat(filled.quantity(filled.value(10))).isEqualByComparingTo(Decimal.parse("1.5"));
    }

    @Test
    void aLongGapIsTheMeanOfTheNearestLikeDays() {
        IntervalSeries filled = filled(i -> i >= at(14, 8) && i < at(14, 12));
        // Day 14 is a Monday; the nearest Mondays are days 7, 21 and 0.
        assertThat(filled.value(at(14, 9))).isEqualTo((7_009 + 21_009 + 9 + 1) / 3);
    }

    @Test
    void nothingIsEstimatedOnWhatWasEstimated() {
        IntervalSeries estimated = SeriesOf.of(
                SeriesOf.days("2026-05-04", 28),
                SeriesOf.HOURS,
                i -> 1_000L * (i / DAY),
                i -> i / DAY == 14 ? MISSING : i / DAY % 7 == 0 ? IntervalQuality.ESTIMATED : ACTUAL);
        IntervalSeries filled = GapFilling.USUAL.fill(estimated);
        assertThat(filled.count(MISSING)).isEqualTo(DAY);
        assertThat(filled.count(FILLED)).isZero();
        // Two Mondays are missing: each is the mean of the two others, and not of the first one filled.
        IntervalSeries twice = filled(i -> i / DAY == 7 || i / DAY == 14);
        assertThat(twice.value(at(7, 0))).isEqualTo((0 + 21_000) / 2);
        assertThat(twice.value(at(14, 0))).isEqualTo((21_000 + 0) / 2);
    }

    @Test
    void aGapAtEitherEdgeHasNoLineButLikeDays() {
        IntervalSeries filled = filled(i -> i < 2 || i >= at(27, 23));
        assertThat(filled.value(0)).isEqualTo((7_000 + 14_000 + 21_000) / 3);
        assertThat(filled.value(at(27, 23))).isEqualTo((6_023 + 13_023 + 20_023) / 3);
        assertThat(filled.count(FILLED)).isEqualTo(3);
    }

    @Test
    void withoutLikeDaysItStaysMissing() {
        IntervalSeries day =
                SeriesOf.of(SeriesOf.days("2026-05-04", 1), SeriesOf.HOURS, _ -> 5, i -> i > 12 ? MISSING : ACTUAL);
        assertThat(GapFilling.USUAL.fill(day)).isEqualTo(day);
        assertThat(GapFilling.NONE.fill(weeks(i -> i == 5))).isEqualTo(weeks(i -> i == 5));
    }

    @Test
    void aHolidayIsLikeASunday() {
        GapFilling holiday = new GapFilling(0, 1, 35, Set.of(LocalDate.parse("2026-05-14")));
        // Day 10, a Thursday; the nearest Sundays are days 6 and 13.
        IntervalSeries filled = holiday.fill(weeks(i -> i / DAY == 10));
        assertThat(filled.value(at(10, 3))).isEqualTo(13_003);
        // And another Thursday does not go by it.
        assertThat(holiday.fill(weeks(i -> i / DAY == 17)).value(at(17, 3))).isEqualTo(24_003);
    }

    @Test
    void likeDaysAreOfTheSameClockWhereClocksAreMoved() {
        // Sundays from 15 March on; on 29 March there is no 2 o'clock, and 3 o'clock is the third hour.
        DateRange days = SeriesOf.days("2026-03-15", 29);
        int firstOfSecond = DAY * 7;
        IntervalSeries gap = SeriesOf.of(
                days, SeriesOf.HOURS, i -> i, i -> i >= firstOfSecond && i < firstOfSecond + 5 ? MISSING : ACTUAL);
        IntervalSeries filled = GapFilling.USUAL.fill(gap);
        int moved = gap.first(LocalDate.parse("2026-03-29"));
        int after = gap.first(LocalDate.parse("2026-04-05"));
        assertThat(filled.value(firstOfSecond + 3)).isEqualTo(Math.round((3 + moved + 2 + after + 3) / 3.0));
        int last = gap.first(LocalDate.parse("2026-04-12"));
        assertThat(filled.value(firstOfSecond + 2)).isEqualTo(Math.round((2 + after + 2 + last + 2) / 3.0));
    }

    @Test
    void ofTheHourThatComesTwiceEachIsLikeTheOneHourOfOtherDays() {
        DateRange days = SeriesOf.days("2026-10-18", 8);
        IntervalSeries gap =
                SeriesOf.of(days, SeriesOf.HOURS, i -> i, i -> i >= 7 * DAY && i < 7 * DAY + 6 ? MISSING : ACTUAL);
        IntervalSeries filled = GapFilling.USUAL.fill(gap);
        assertThat(filled.first(days.to())).isEqualTo(8 * DAY + 1);
        assertThat(filled.value(7 * DAY + 2)).isEqualTo(2);
        assertThat(filled.value(7 * DAY + 3)).isEqualTo(2);
        assertThat(filled.value(7 * DAY + 4)).isEqualTo(3);
    }
}
