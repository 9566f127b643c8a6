package org.taswiya.core.interval;

import java.time.LocalDate;
import org.taswiya.core.calendar.DateRange;

/// What stands once a delivery is joined to what stood.
///
/// Of two values of one interval the better quality counts, then the lower value, so that the order in which deliveries
/// come and where they were cut change nothing; a correction counts whatever was there, where it says anything.
public sealed interface IntervalJoin {

    /// @param series from the first day of either to the last, in the finer steps of both
    /// @param changed how many intervals of it are not as they stood
    /// @param outranked how many delivered ones do not count, because what stood is known better
    /// @param differing how many were delivered with another value that is known as well, and no correction
    record Joined(IntervalSeries series, int changed, int outranked, int differing) implements IntervalJoin {}

    /// @param found what stood and what was delivered
    record Refused(IntervalReason reason, String found) implements IntervalJoin {}

    static IntervalJoin of(IntervalSeries standing, IntervalSeries delivered, boolean isCorrecting) {
        if (!standing.clock().equals(delivered.clock()) || standing.unit() != delivered.unit()) {
            return new Refused(IntervalReason.OTHER_INTERVALS, "found " + delivered + ", the books have " + standing);
        }
        int decimals = Math.max(standing.decimals(), delivered.decimals());
        IntervalSeries stood;
        IntervalSeries came;
        try {
            stood = standing.finer(decimals);
            came = delivered.finer(decimals);
        } catch (IllegalArgumentException e) {
            return new Refused(IntervalReason.TOO_FINE, String.valueOf(e.getMessage()));
        }
        LocalDate from = earlier(stood.days().from(), came.days().from());
        LocalDate to =
                earlier(stood.days().to(), came.days().to()).equals(stood.days().to())
                        ? came.days().to()
                        : stood.days().to();
        return join(stood.over(DateRange.of(from, to)), came, isCorrecting);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Joined join(IntervalSeries stood, IntervalSeries came, boolean isCorrecting) {
        long[] values = stood.copiedValues();
        byte[] qualities = stood.copiedQualities();
        int first = stood.first(came.days().from());
        int changed = 0;
        int outranked = 0;
        int differing = 0;
        for (int i = 0; i < came.size(); i++) {
            int at = first + i;
            int better = Integer.compare(qualities[at], came.quality(i).number());
            boolean isOther = better != 0 || values[at] != came.value(i);
            if (came.quality(i) == IntervalQuality.MISSING || !isOther) {
                continue;
            }
            if (!isCorrecting && better == 0) {
                differing++;
            }
            if (isCorrecting || better > 0 || better == 0 && came.value(i) < values[at]) {
                values[at] = came.value(i);
                qualities[at] = (byte) came.quality(i).number();
                changed++;
            } else if (better < 0) {
                outranked++;
            }
        }
        return new Joined(stood.with(values, qualities), changed, outranked, differing);
    }
}
