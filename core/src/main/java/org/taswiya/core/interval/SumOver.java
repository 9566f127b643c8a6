package org.taswiya.core.interval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.BandGrid;
import org.taswiya.core.interval.IntervalSums.BandSum;
import org.taswiya.core.interval.IntervalSums.Summed;

/// Intervals of a series that are added up.
final class SumOver {
    private final IntervalSeries series;
    private final long[] edges;
    private final int from;
    private final int to;
    private final @Nullable BandGrid grid;

    /// The whole first, then the bands.
    private final Sum[] sums;

    private static final class Sum {
        private final int[] counts = new int[IntervalQuality.count()];
        private long steps;
        private long highest;
        private long seconds;
        private int at = -1;

        /// Compares two quotients, since days may be longer than others.
        void meet(long value, long lasting, int interval) {
            if (at < 0 || value * seconds > highest * lasting) {
                highest = value;
                seconds = lasting;
                at = interval;
            }
        }
    }

    /// @param edges of the series
    /// @param grid of the intervals from one to another alone
    SumOver(IntervalSeries series, long[] edges, int from, int to, @Nullable BandGrid grid) {
        this.series = series;
        this.edges = edges;
        this.from = from;
        this.to = to;
        this.grid = grid;
        if (edges.length != series.size() + 1 || grid != null && grid.size() != to - from) {
            throw new IllegalArgumentException(edges.length + " edges and " + (grid == null ? 0 : grid.size())
                    + " bands for " + (to - from) + " of " + series.size() + " intervals");
        }
        sums = new Sum[grid == null ? 1 : grid.names().size() + 1];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new Sum();
        }
    }

    IntervalSeries series() {
        return series;
    }

    @Nullable BandGrid grid() {
        return grid;
    }

    /// @param width how many intervals demand is over
    /// @param step how many intervals after one window the next one begins
    Summed summed(int width, int step) {
        for (int i = from; i < to; i++) {
            int quality = series.quality(i).number();
            sums[0].steps += series.value(i);
            sums[0].counts[quality]++;
            if (grid != null) {
                Sum of = sums[1 + grid.band(i - from)];
                of.steps += series.value(i);
                of.counts[quality]++;
            }
        }
        for (int i = from; i + width <= to; i += step) {
            window(i, i + width);
        }
        List<BandSum> bands = new ArrayList<>(sums.length - 1);
        for (int i = 1; i < sums.length; i++) {
            bands.add(sum(grid == null ? "" : grid.names().get(i - 1), sums[i]));
        }
        return new Summed(sum("", sums[0]), bands);
    }

    private void window(int first, int last) {
        long value = 0;
        boolean isOneBand = grid != null;
        for (int i = first; i < last; i++) {
            if (series.quality(i) == IntervalQuality.MISSING) {
                return;
            }
            value += series.value(i);
            isOneBand = isOneBand && grid != null && grid.band(i - from) == grid.band(first - from);
        }
        long seconds = edges[last] - edges[first];
        sums[0].meet(value, seconds, first);
        if (isOneBand && grid != null) {
            sums[1 + grid.band(first - from)].meet(value, seconds, first);
        }
    }

    private BandSum sum(String band, Sum sum) {
        List<Integer> counts = new ArrayList<>(sum.counts.length);
        for (int count : sum.counts) {
            counts.add(count);
        }
        Demand highest = sum.at < 0
                ? null
                : new Demand(Instant.ofEpochSecond(edges[sum.at]), sum.seconds, series.quantity(sum.highest));
        return new BandSum(band, series.quantity(sum.steps), List.copyOf(counts), highest);
    }
}
