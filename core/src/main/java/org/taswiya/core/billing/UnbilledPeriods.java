package org.taswiya.core.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;

/// What was never billed: a reading came late, before the first bill or after a cycle that had nothing to bill, or
/// nobody has read since, or no cycle was run. It is divided into the months of the price book, billed with nothing, so
/// that each is priced in its own blocks whenever its readings came and whichever cycles were run, and where it is
/// estimated.
///
/// @param tariff says how many months a period has, and whether what a customer fed in comes off what they used, which
///     it does in its own period or a later one, never in one before
public record UnbilledPeriods(Tariff tariff) {
    private static final int DAYS_OF_A_MONTH = 30;

    /// @param billed in order
    /// @param read the days of all actual readings in order, one at least
    /// @param end of what the next bill estimates where nothing was read after what is billed
    /// @return what is billed, with what is not: before it, and after it up to the period with which the next bill ends
    public List<BilledPeriod> around(List<BilledPeriod> billed, List<LocalDate> read, LocalDate end) {
        LocalDate first = read.getFirst();
        LocalDate last = read.getLast();
        List<BilledPeriod> all = new ArrayList<>();
        if (!billed.isEmpty() && first.isBefore(billed.getFirst().range().from())) {
            divided(DateRange.of(first, billed.getFirst().range().from()), read)
                    .forEach(days -> all.add(BilledPeriod.unbilled(days)));
        }
        all.addAll(billed);
        LocalDate billedTo = billed.isEmpty() ? first : billed.getLast().range().to();
        LocalDate to = billedTo.isBefore(last) ? last : end;
        if (billedTo.isBefore(to)) {
            List<DateRange> periods = divided(DateRange.of(billedTo, to), read);
            periods.removeLast();
            periods.forEach(days -> all.add(BilledPeriod.unbilled(days)));
        }
        return all;
    }

    /// Whole periods from the beginning, as long as more than one and a half of them are left; where energy is netted,
    /// as long as more than one of them is. Months are counted from where they last began on a day of their own.
    private List<DateRange> divided(DateRange days, List<LocalDate> read) {
        List<DateRange> periods = new ArrayList<>();
        LocalDate begun = days.from();
        LocalDate from = begun;
        int since = 0;
        for (int months = months(from); isDivided(DateRange.of(from, days.to()), months); months = months(from)) {
            since += months;
            LocalDate due = begun.plusMonths(since);
            LocalDate to = readNear(due, from, months, read);
            if (!to.equals(due)) {
                begun = to;
                since = 0;
            }
            periods.add(DateRange.of(from, to));
            from = to;
        }
        periods.add(DateRange.of(from, days.to()));
        return periods;
    }

    /// The day that is nearest to where a period is due to end of those on which its meter was read and that leave it a
    /// period still: there it had ended, had it been billed in time. Where there is none it ends when it is due.
    private static LocalDate readNear(LocalDate due, LocalDate from, int months, List<LocalDate> read) {
        return read.stream()
                .filter(day -> !day.isBefore(from.plusDays((long) Proration.MONTH_SHORTEST * months))
                        && !day.isAfter(from.plusDays((long) Proration.MONTH_LONGEST * months)))
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(due, day))))
                .orElse(due);
    }

    private int months(LocalDate from) {
        return tariff.versionOn(from)
                .map(version -> version.proration().everyMonths())
                .orElse(1);
    }

    private boolean isDivided(DateRange left, int months) {
        if (left.days() <= (long) Proration.MONTH_LONGEST * months) {
            return false;
        }
        return 2 * left.days() > 3L * DAYS_OF_A_MONTH * months
                || tariff.in(left).determinants().contains(Determinant.CARRIED_IN);
    }
}
