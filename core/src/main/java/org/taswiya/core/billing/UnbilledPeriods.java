package org.taswiya.core.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.calendar.DateRange;

/// What was never billed though a cycle has passed over it: a reading came late, before the first bill or after a cycle
/// that had nothing to bill, or nobody has read since. It is divided into periods of a cycle's length, billed with
/// nothing, so that every month is priced in its own blocks whenever its readings came, and where it is estimated.
///
/// @param cycleMonths from one cycle to the next; zero where nobody knows, and then nothing is divided
public record UnbilledPeriods(int cycleMonths) {
    private static final int DAYS_OF_A_MONTH = 30;

    /// @param billed in order
    /// @param first the first actual reading
    /// @param last the last actual reading
    /// @param end of what the next bill estimates where nothing was read after what is billed
    /// @return what is billed, with what is not: before it, and after it up to the period with which the next bill ends
    public List<BilledPeriod> around(List<BilledPeriod> billed, LocalDate first, LocalDate last, LocalDate end) {
        List<BilledPeriod> all = new ArrayList<>();
        if (!billed.isEmpty() && first.isBefore(billed.getFirst().range().from())) {
            divided(DateRange.of(first, billed.getFirst().range().from()))
                    .forEach(days -> all.add(BilledPeriod.unbilled(days)));
        }
        all.addAll(billed);
        LocalDate billedTo = billed.isEmpty() ? first : billed.getLast().range().to();
        LocalDate to = billedTo.isBefore(last) ? last : end;
        if (billedTo.isBefore(to)) {
            List<DateRange> periods = divided(DateRange.of(billedTo, to));
            periods.removeLast();
            periods.forEach(days -> all.add(BilledPeriod.unbilled(days)));
        }
        return all;
    }

    /// Whole cycles from the beginning, as long as more than one and a half of them are left.
    private List<DateRange> divided(DateRange days) {
        List<DateRange> periods = new ArrayList<>();
        LocalDate from = days.from();
        while (cycleMonths > 0 && 2 * ChronoUnit.DAYS.between(from, days.to()) > 3L * cycleMonths * DAYS_OF_A_MONTH) {
            LocalDate to = days.from().plusMonths((periods.size() + 1L) * cycleMonths);
            periods.add(DateRange.of(from, to));
            from = to;
        }
        periods.add(DateRange.of(from, days.to()));
        return periods;
    }
}
