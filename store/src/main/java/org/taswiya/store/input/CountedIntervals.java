package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.billing.CountedDays;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.GapFilling;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.bill.Known;
import org.taswiya.store.interval.IntervalBlocks;
import org.taswiya.store.interval.MixedIntervals;
import org.taswiya.store.interval.StandingIntervals;

/// What the intervals of an agreement come to day by day, by the time bands of a tariff. Gaps are filled from days of
/// the agreement itself alone: what others use there is no affair of its bills.
record CountedIntervals(Connection connection, Known known) {

    /// @param from, to of the agreement; null while it has no end
    List<CountedDay> of(String point, LocalDate from, @Nullable LocalDate to, DateRange days, Tariff tariff)
            throws SQLException {
        int around = GapFilling.USUAL.daysAround() + 1;
        LocalDate first = days.from().minusDays(around);
        LocalDate last = days.to().plusDays(around);
        DateRange own = DateRange.of(
                first.isBefore(from) ? from : first,
                to != null && to.isBefore(last) && !to.isBefore(days.to()) ? to : last);
        StandingIntervals standing =
                IntervalBlocks.standing(connection, List.of(point), own, known).get(point);
        if (standing == null) {
            return List.of();
        }
        try {
            Optional<IntervalSeries> series = standing.over(own);
            return series.isEmpty() ? List.of() : CountedDays.of(series.get(), days, tariff);
        } catch (MixedIntervals _) {
            return List.of();
        }
    }

    /// Whether a tariff hangs on intervals at all.
    static boolean isAskedBy(Tariff tariff) {
        return tariff.isOfDemand() || tariff.timeBands().size() > 1;
    }
}
