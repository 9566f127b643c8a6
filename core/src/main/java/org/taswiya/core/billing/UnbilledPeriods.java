package org.taswiya.core.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Tariff;

/// What was never billed though a cycle has passed over it: a reading came late, before the first bill or after a cycle
/// that had nothing to bill, or nobody has read since. It is divided into periods of a cycle's length, billed with
/// nothing, so that every month is priced in its own blocks whenever its readings came, and where it is estimated.
///
/// @param cycleMonths from one cycle to the next; zero where nobody knows, and then nothing is divided
/// @param isNetted whether what a customer fed in comes off what they used, which it does in its own cycle or a later
///     one, never in one before
public record UnbilledPeriods(int cycleMonths, boolean isNetted) {
    private static final int DAYS_OF_A_MONTH = 30;

    /// How many days still count as one month, as in the proration of prices.
    private static final int MOST_DAYS_OF_A_MONTH = 35;

    /// Where nothing is netted.
    public UnbilledPeriods(int cycleMonths) {
        this(cycleMonths, false);
    }

    /// Those of whoever has a tariff.
    public UnbilledPeriods of(Tariff tariff) {
        return new UnbilledPeriods(cycleMonths, tariff.determinants().contains(Determinant.CARRIED_IN));
    }

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

    /// Whole cycles from the beginning, as long as more than one and a half of them are left; where energy is netted,
    /// as long as more than one of them is.
    private List<DateRange> divided(DateRange days) {
        List<DateRange> periods = new ArrayList<>();
        LocalDate from = days.from();
        while (cycleMonths > 0 && isDivided(ChronoUnit.DAYS.between(from, days.to()))) {
            LocalDate to = days.from().plusMonths((periods.size() + 1L) * cycleMonths);
            periods.add(DateRange.of(from, to));
            from = to;
        }
        periods.add(DateRange.of(from, days.to()));
        return periods;
    }

    private boolean isDivided(long left) {
        return isNetted
                ? left > (long) MOST_DAYS_OF_A_MONTH * cycleMonths
                : 2 * left > 3L * cycleMonths * DAYS_OF_A_MONTH;
    }
}
