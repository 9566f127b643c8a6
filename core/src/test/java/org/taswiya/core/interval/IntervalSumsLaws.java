package org.taswiya.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.core.calendar.BandGrid;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.interval.IntervalSums.BandSum;
import org.taswiya.core.interval.IntervalSums.Summed;
import org.taswiya.core.quantity.Fraction;

/// Sums and peaks are those that somebody finds who adds interval by interval, and bands make up the whole.
class IntervalSumsLaws {
    private static final Set<BandDay> EVERY = EnumSet.allOf(BandDay.class);

    @Property(tries = 200)
    void sumsAreThoseOfAPlainReckoning(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 95) int change,
            @ForAll @IntRange(min = 1, max = 40) int bits,
            @ForAll @IntRange(min = 1, max = 4) int width,
            @ForAll boolean isSliding) {
        TimeBands bands = new TimeBands(
                SeriesOf.PARIS,
                List.of(new BandSeason(
                        "year",
                        MonthDay.of(1, 1),
                        List.of(
                                new BandWindow("a", EVERY, 0, change * 15),
                                new BandWindow("b", EVERY, change * 15, 1440)))),
                Set.of(),
                Set.of());
        IntervalSeries series =
                SeriesOf.any(new Random(seed), SeriesOf.days("2026-10-24", 3), SeriesOf.QUARTERS, bits, true);
        DemandWindow window = new DemandWindow(width * 15, isSliding);
        Summed summed = (Summed) IntervalSums.of(series, series.days(), SeriesOf.PARIS, bands, window);
        BandGrid grid = BandGrid.of(bands, series.edges());
        assertThat(IntervalSums.of(series, series.edges(), grid, window)).isEqualTo(summed);
        requireSame(summed.whole(), series, grid, -1, width, isSliding ? 1 : width);
        requireSame(summed.bands().get(0), series, grid, 0, width, isSliding ? 1 : width);
        requireSame(summed.bands().get(1), series, grid, 1, width, isSliding ? 1 : width);
        assertThat(summed.bands().get(0).quantity().plus(summed.bands().get(1).quantity()))
                .isEqualByComparingTo(summed.whole().quantity());
    }

    /// @param band -1 for all
    private static void requireSame(BandSum sum, IntervalSeries series, BandGrid grid, int band, int width, int step) {
        BigInteger all = BigInteger.ZERO;
        int[] counts = new int[4];
        for (int i = 0; i < series.size(); i++) {
            if (band < 0 || grid.band(i) == band) {
                all = all.add(BigInteger.valueOf(series.value(i)));
                counts[series.quality(i).number()]++;
            }
        }
        assertThat(BigInteger.valueOf(sum.quantity().steps(3))).isEqualTo(all);
        assertThat(sum.counts()).containsExactly(counts[0], counts[1], counts[2], counts[3]);
        Fraction highest = null;
        for (int i = 0; i + width <= series.size(); i += step) {
            long value = 0;
            boolean isCounted = true;
            for (int j = i; j < i + width; j++) {
                value += series.value(j);
                isCounted &= series.quality(j) != IntervalQuality.MISSING && (band < 0 || grid.band(j) == band);
            }
            Fraction demand = Fraction.of(value * 4, width * 1_000L);
            if (isCounted && (highest == null || demand.compareTo(highest) > 0)) {
                highest = demand;
            }
        }
        Demand found = sum.highest();
        assertThat(found == null ? null : found.perHour().reduced())
                .isEqualTo(highest == null ? null : highest.reduced());
    }

    /// Days added up are the sum of the days.
    @Property(tries = 100)
    void wherePeriodsAreCutChangesNoSum(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int cut) {
        IntervalSeries series =
                SeriesOf.any(new Random(seed), SeriesOf.days("2026-03-26", 7), SeriesOf.QUARTERS, 20, true);
        long parts = series.over(SeriesOf.days("2026-03-26", cut)).total()
                + series.over(SeriesOf.days(series.days().from().plusDays(cut).toString(), 7 - cut))
                        .total();
        assertThat(parts).isEqualTo(series.total());
    }
}
