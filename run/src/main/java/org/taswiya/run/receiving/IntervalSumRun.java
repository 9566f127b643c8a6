package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.BandGrid;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.interval.DemandWindow;
import org.taswiya.core.interval.GapFilling;
import org.taswiya.core.interval.IntervalClock;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalReason;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.interval.IntervalSums;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.interval.IntervalBlocks;
import org.taswiya.store.interval.MixedIntervals;
import org.taswiya.store.interval.StandingIntervals;

/// Sums the intervals of one usage point or of all, over days of the zone in which they are kept.
///
/// Days around are read for those alone that have a gap.
public final class IntervalSumRun {
    private static final int POINTS_OF_A_BATCH = 2_000;

    private final Connection connection;
    private final Asked asked;

    /// By how intervals are divided: the bands of all registers that are so.
    private final Map<IntervalClock, Grid> grids = new HashMap<>();

    /// What is asked of each.
    ///
    /// @param zone whose days are meant; null for that in which intervals are kept
    public record Asked(
            DateRange days, @Nullable ZoneId zone, @Nullable TimeBands bands, GapFilling filling, DemandWindow window) {

        /// With some days more on each side, and one for another zone.
        DateRange around(int more) {
            int all = more + (zone == null ? 0 : 1);
            return DateRange.of(days.from().minusDays(all), days.to().plusDays(all));
        }
    }

    /// What is done with the sums of a usage point.
    public interface Use {
        /// @param series that was summed, gaps filled; null where the days are no one series
        void point(String point, @Nullable IntervalSeries series, IntervalSums sums);
    }

    @SuppressWarnings("ArrayRecordComponent") // looked up by clock, compared by nobody
    private record Grid(long[] edges, @Nullable BandGrid bands) {}

    private IntervalSumRun(Connection connection, Asked asked) {
        this.connection = connection;
        this.asked = asked;
    }

    /// All points that have intervals on one of the days, in their order.
    public static void all(Database database, Asked asked, Use use) {
        try (Connection connection = database.connect()) {
            IntervalSumRun run = new IntervalSumRun(connection, asked);
            String after = "";
            while (true) {
                List<String> points = IntervalBlocks.points(connection, asked.days(), after, POINTS_OF_A_BATCH);
                if (points.isEmpty()) {
                    return;
                }
                run.sum(points, use);
                after = points.getLast();
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One point, if it has intervals on one of the days.
    public static void one(Database database, String point, Asked asked, Use use) {
        try (Connection connection = database.connect()) {
            new IntervalSumRun(connection, asked).sum(List.of(point), use);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void sum(List<String> points, Use use) throws SQLException {
        DateRange days = asked.around(0);
        Map<String, IntervalSeries> whole = new TreeMap<>();
        List<String> withGaps = new ArrayList<>();
        for (Map.Entry<String, StandingIntervals> of :
                IntervalBlocks.standing(connection, points, days).entrySet()) {
            try {
                of.getValue().over(days).ifPresent(series -> whole.put(of.getKey(), series));
            } catch (MixedIntervals e) {
                String found = String.valueOf(e.getMessage());
                use.point(of.getKey(), null, new IntervalSums.Refused(IntervalReason.OTHER_INTERVALS, found));
            }
        }
        whole.forEach((point, series) -> {
            if (series.count(IntervalQuality.MISSING) > 0) {
                withGaps.add(point);
            }
        });
        fill(withGaps, whole);
        whole.forEach((point, series) -> use.point(point, series, sums(series)));
    }

    private void fill(List<String> points, Map<String, IntervalSeries> whole) throws SQLException {
        if (points.isEmpty() || asked.filling().equals(GapFilling.NONE)) {
            return;
        }
        DateRange around = asked.around(asked.filling().daysAround());
        IntervalBlocks.standing(connection, points, around).forEach((point, standing) -> {
            IntervalSeries series = series(standing, around, Objects.requireNonNull(whole.get(point)));
            whole.put(point, asked.filling().fill(series).over(asked.around(0)));
        });
    }

    /// Days around in other intervals are nothing that a gap goes by.
    private static IntervalSeries series(StandingIntervals standing, DateRange around, IntervalSeries days) {
        try {
            return standing.over(around).orElse(days);
        } catch (MixedIntervals _) {
            return days;
        }
    }

    private IntervalSums sums(IntervalSeries series) {
        if (asked.zone() != null) {
            return IntervalSums.of(series, asked.days(), asked.zone(), asked.bands(), asked.window());
        }
        Grid grid = grids.computeIfAbsent(series.clock(), clock -> {
            long[] edges = clock.edges(asked.days());
            return new Grid(edges, asked.bands() == null ? null : BandGrid.of(asked.bands(), edges));
        });
        return IntervalSums.of(series, grid.edges(), grid.bands(), asked.window());
    }
}
