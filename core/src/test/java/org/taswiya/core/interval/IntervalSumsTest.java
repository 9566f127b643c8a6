package org.taswiya.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.interval.IntervalSums.BandSum;
import org.taswiya.core.interval.IntervalSums.Refused;
import org.taswiya.core.interval.IntervalSums.Summed;
import org.taswiya.core.quantity.Decimal;

class IntervalSumsTest {
    private static final ZoneId PARIS = SeriesOf.PARIS;
    private static final Set<BandDay> EVERY = EnumSet.allOf(BandDay.class);

    /// Night to 6, day to 17, peak to 22, night.
    private static TimeBands bands(ZoneId zone) {
        List<BandWindow> windows = List.of(
                new BandWindow("night", EVERY, 0, 360),
                new BandWindow("day", EVERY, 360, 1020),
                new BandWindow("peak", EVERY, 1020, 1320),
                new BandWindow("night", EVERY, 1320, 1440));
        return new TimeBands(zone, List.of(new BandSeason("year", MonthDay.of(1, 1), windows)), Set.of(), Set.of());
    }

    private static Summed summed(IntervalSeries series, DemandWindow window) {
        return (Summed) IntervalSums.of(series, series.days(), PARIS, bands(PARIS), window);
    }

    private static BandSum band(Summed summed, String name) {
        return summed.bands().stream()
                .filter(band -> band.band().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Demand highest(BandSum sum) {
        return Objects.requireNonNull(sum.highest());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 24, 8, 11, 5", // an ordinary day
        "2026-03-29, 23, 7, 11, 5", // clocks go forward
        "2026-10-25, 25, 9, 11, 5", // clocks go back
        "2024-02-29, 24, 8, 11, 5" // the leap day
    })
    void aDayHasItsHours(String day, int hours, int night, int daytime, int peak) {
        Summed summed =
                summed(SeriesOf.known(SeriesOf.days(day, 1), SeriesOf.QUARTERS, _ -> 250), DemandWindow.INTERVAL);
        assertThat(summed.whole().quantity()).isEqualTo(Decimal.ofSteps(hours * 1_000L, 3));
        assertThat(summed.whole().count(IntervalQuality.ACTUAL)).isEqualTo(4 * hours);
        assertThat(band(summed, "night").quantity()).isEqualTo(Decimal.of(night));
        assertThat(band(summed, "day").quantity()).isEqualTo(Decimal.of(daytime));
        assertThat(band(summed, "peak").quantity()).isEqualTo(Decimal.of(peak));
    }

    @Test
    void demandIsWhatAnIntervalCountedForEachOfItsHours() {
        Summed summed = summed(
                SeriesOf.known(
                        SeriesOf.days("2026-05-04", 1),
                        SeriesOf.QUARTERS,
                        i -> i == 30 ? 1_500 : i == 70 || i == 75 ? 1_200 : 100),
                DemandWindow.INTERVAL);
        Demand whole = highest(summed.whole());
        assertThat(whole.perHour().toDecimal(6)).isEqualTo(Decimal.of(6));
        assertThat(whole.from()).isEqualTo(Instant.parse("2026-05-04T05:30:00Z"));
        Demand peak = highest(band(summed, "peak"));
        assertThat(peak.perHour().toDecimal(6)).isEqualTo(Decimal.parse("4.8"));
        assertThat(peak.from()).isEqualTo(Instant.parse("2026-05-04T15:30:00Z"));
    }

    @Test
    void aWindowOfAnHourIsFromHourToHourUnlessItSlides() {
        IntervalSeries series =
                SeriesOf.known(SeriesOf.days("2026-05-04", 1), SeriesOf.QUARTERS, i -> i >= 30 && i < 34 ? 1_000 : 0);
        Demand hours = highest(summed(series, new DemandWindow(60, false)).whole());
        Demand sliding = highest(summed(series, new DemandWindow(60, true)).whole());
        assertThat(hours.perHour().toDecimal(6)).isEqualTo(Decimal.of(2));
        assertThat(sliding.perHour().toDecimal(6)).isEqualTo(Decimal.of(4));
        assertThat(sliding.from()).isEqualTo(Instant.parse("2026-05-04T05:30:00Z"));
    }

    @Test
    void aWindowInTwoBandsCountsForTheWholeAlone() {
        // 21:30 to 22:30, half of it in the peak.
        IntervalSeries series =
                SeriesOf.known(SeriesOf.days("2026-05-04", 1), SeriesOf.QUARTERS, i -> i >= 86 && i < 90 ? 1_000 : 0);
        Summed summed = summed(series, new DemandWindow(60, true));
        assertThat(highest(summed.whole()).perHour().toDecimal(6)).isEqualTo(Decimal.of(4));
        assertThat(highest(band(summed, "peak")).perHour().toDecimal(6)).isEqualTo(Decimal.of(2));
        assertThat(highest(band(summed, "night")).perHour().toDecimal(6)).isEqualTo(Decimal.of(2));
    }

    @Test
    void aWindowWithAGapHasNoDemand() {
        IntervalSeries series = SeriesOf.of(
                SeriesOf.days("2026-05-04", 1),
                SeriesOf.QUARTERS,
                i -> i,
                i -> i % 4 == 1 ? IntervalQuality.MISSING : IntervalQuality.ACTUAL);
        Summed summed = summed(series, new DemandWindow(60, false));
        assertThat(summed.whole().highest()).isNull();
        assertThat(summed.whole().count(IntervalQuality.MISSING)).isEqualTo(24);
        assertThat(band(summed, "peak").count(IntervalQuality.MISSING)).isEqualTo(5);
    }

    @Test
    void theHighestDayIsThatOfTheMostAnHour() {
        IntervalClock daily = new IntervalClock(PARIS, IntervalClock.DAY);
        // 25 hours at 1 kW are less than 24 at 1.02.
        IntervalSeries series = SeriesOf.known(SeriesOf.days("2026-10-24", 2), daily, i -> i == 0 ? 24_480 : 25_000);
        Summed summed = (Summed) IntervalSums.of(series, series.days(), PARIS, null, DemandWindow.INTERVAL);
        Demand highest = highest(summed.whole());
        assertThat(highest.perHour().toDecimal(6)).isEqualTo(Decimal.parse("1.02"));
    }

    @Test
    void whatASeriesDoesNotHaveIsMissing() {
        IntervalSeries day = SeriesOf.known(SeriesOf.days("2026-03-29", 1), SeriesOf.HOURS, _ -> 10);
        Summed summed =
                (Summed) IntervalSums.of(day, SeriesOf.days("2026-03-28", 3), PARIS, null, DemandWindow.INTERVAL);
        assertThat(summed.whole().quantity()).isEqualTo(Decimal.ofSteps(230, 3));
        assertThat(summed.whole().count(IntervalQuality.MISSING)).isEqualTo(48);
    }

    @Test
    void daysOfAnotherZoneAreCutWhereTheyBegin() {
        // Market time all the year round; the utility's day in summer begins an hour earlier.
        IntervalClock market = new IntervalClock(ZoneId.of("+01:00"), 30);
        IntervalSeries series = SeriesOf.known(SeriesOf.days("2026-06-01", 3), market, i -> i);
        Summed summed =
                (Summed) IntervalSums.of(series, SeriesOf.days("2026-06-02", 1), PARIS, null, DemandWindow.INTERVAL);
        long sum = 0;
        for (int i = 46; i < 94; i++) {
            sum += i;
        }
        assertThat(summed.whole().quantity()).isEqualTo(Decimal.ofSteps(sum, 3));
    }

    @Test
    void whatWouldDivideAnIntervalIsRefused() {
        IntervalSeries daily =
                SeriesOf.known(SeriesOf.days("2026-06-01", 2), new IntervalClock(PARIS, IntervalClock.DAY), _ -> 1);
        DateRange days = DateRange.of(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-02"));
        assertThat(reason(IntervalSums.of(daily, days, PARIS, bands(PARIS), DemandWindow.INTERVAL)))
                .isEqualTo(IntervalReason.DIVIDED_BY_BAND);
        assertThat(reason(IntervalSums.of(daily, days, ZoneId.of("UTC"), null, DemandWindow.INTERVAL)))
                .isEqualTo(IntervalReason.DIVIDED_BY_DAY);
        IntervalSeries hours = SeriesOf.known(days, SeriesOf.HOURS, _ -> 1);
        assertThat(reason(IntervalSums.of(hours, days, PARIS, null, new DemandWindow(30, false))))
                .isEqualTo(IntervalReason.DIVIDED_BY_DEMAND);
    }

    private static IntervalReason reason(IntervalSums sums) {
        return ((Refused) sums).reason();
    }
}
