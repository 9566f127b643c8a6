package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalJoin;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalReason;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.store.decision.Reopenings;
import org.taswiya.store.interval.IntervalBlocks;
import org.taswiya.store.interval.MixedIntervals;
import org.taswiya.store.interval.StandingIntervals;
import org.taswiya.store.run.BatchTransaction;
import org.taswiya.store.validation.IntervalDays;

/// Intervals of many usage points that are written together: each month's days as they stand once these have come.
final class IntervalBatch {
    private final BatchTransaction transaction;
    private final boolean isCorrecting;
    private final List<String> tariffs;
    private final IntervalTally tally;
    private final Map<OfMonth, Delivered> delivered = new TreeMap<>();
    private final IntervalScreen screen;

    /// The order in which rows are written, so that the same work writes the same rows.
    private record OfMonth(String point, LocalDate month) implements Comparable<OfMonth> {
        @Override
        public int compareTo(OfMonth other) {
            int byPoint = point.compareTo(other.point);
            return byPoint != 0 ? byPoint : month.compareTo(other.month);
        }
    }

    /// @param line on which it began in the file
    private record Delivered(IntervalSeries series, long line) {}

    /// @param tariffs whose bills rest on intervals
    /// @param screen by which readings are looked at beside what comes
    IntervalBatch(
            BatchTransaction transaction,
            boolean isCorrecting,
            Collection<String> tariffs,
            IntervalTally tally,
            IntervalScreen screen) {
        this.tariffs = List.copyOf(tariffs);
        this.transaction = transaction;
        this.isCorrecting = isCorrecting;
        this.tally = tally;
        this.screen = screen;
    }

    /// Adds whole days, which may be of two months.
    void add(String point, IntervalSeries series, long line) {
        tally.day();
        LocalDate from = series.days().from();
        while (from.isBefore(series.days().to())) {
            LocalDate next = from.withDayOfMonth(1).plusMonths(1);
            LocalDate to =
                    next.isBefore(series.days().to()) ? next : series.days().to();
            add(new OfMonth(point, from.withDayOfMonth(1)), series.over(DateRange.of(from, to)), line);
            from = to;
        }
    }

    private void add(OfMonth of, IntervalSeries days, long line) {
        if (days.count(IntervalQuality.MISSING) == days.size()) {
            return;
        }
        Delivered before = delivered.get(of);
        if (before == null) {
            delivered.put(of, new Delivered(days, line));
            return;
        }
        switch (IntervalJoin.of(before.series(), days, isCorrecting)) {
            case IntervalJoin.Joined joined -> {
                tally.intervals(0, joined.outranked(), joined.differing());
                delivered.put(of, new Delivered(joined.series(), before.line()));
            }
            case IntervalJoin.Refused(IntervalReason reason, String found) -> tally.reject(line, reason.code(), found);
        }
    }

    /// Writes what is not in the books already, and looks at the readings of these days.
    void write() throws SQLException {
        if (delivered.isEmpty()) {
            return;
        }
        Map<String, StandingIntervals> standing = standing();
        Map<OfMonth, IntervalSeries> changed = new TreeMap<>();
        delivered.forEach((of, came) -> {
            IntervalSeries series = joined(standing.get(of.point()), came);
            if (series != null) {
                changed.put(of, series);
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        IntervalBlocks blocks = new IntervalBlocks();
        for (Map.Entry<OfMonth, IntervalSeries> of : changed.entrySet()) {
            blocks.add(of.getKey().point(), of.getValue(), transaction.change());
        }
        tally.written(changed.size(), blocks.length());
        blocks.write(transaction.connection());
        Map<String, DateRange> days = new TreeMap<>();
        changed.forEach((of, series) -> days.merge(of.point(), series.days(), IntervalDays::spanning));
        screen.look(transaction, days);
        if (!tariffs.isEmpty()) {
            Map<String, LocalDate> first = new TreeMap<>();
            changed.forEach((of, series) ->
                    first.merge(of.point(), series.days().from(), (one, other) -> one.isBefore(other) ? one : other));
            Reopenings.openForIntervals(transaction.connection(), transaction.change(), first, tariffs);
        }
    }

    private Map<String, StandingIntervals> standing() throws SQLException {
        Set<String> points = new HashSet<>();
        LocalDate from = LocalDate.MAX;
        LocalDate to = LocalDate.MIN;
        for (Map.Entry<OfMonth, Delivered> of : delivered.entrySet()) {
            DateRange days = of.getValue().series().days();
            points.add(of.getKey().point());
            from = days.from().isBefore(from) ? days.from() : from;
            to = days.to().isAfter(to) ? days.to() : to;
        }
        return new HashMap<>(IntervalBlocks.standing(transaction.connection(), points, DateRange.of(from, to)));
    }

    /// What stands of the days once these have come; null when nothing changes.
    private @Nullable IntervalSeries joined(@Nullable StandingIntervals standing, Delivered came) {
        IntervalSeries series = came.series();
        try {
            IntervalSeries stood =
                    standing == null ? null : standing.over(series.days()).orElse(null);
            IntervalSeries nothing =
                    IntervalSeries.missing(series.days(), series.clock(), series.unit(), series.decimals());
            return switch (IntervalJoin.of(stood == null ? nothing : stood, series, isCorrecting)) {
                case IntervalJoin.Joined joined -> {
                    tally.intervals(joined.changed(), joined.outranked(), joined.differing());
                    yield joined.changed() == 0 ? null : joined.series();
                }
                case IntervalJoin.Refused(IntervalReason reason, String found) -> {
                    tally.reject(came.line(), reason.code(), found);
                    yield null;
                }
            };
        } catch (MixedIntervals e) {
            tally.reject(came.line(), IntervalReason.OTHER_INTERVALS.code(), String.valueOf(e.getMessage()));
            return null;
        }
    }
}
