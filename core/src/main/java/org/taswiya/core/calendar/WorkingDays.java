package org.taswiya.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/// On which days a utility's counters are open: a day on which money falls due is one of them.
///
/// @param rest days of the week on which they are closed, not all seven
/// @param everyYear days of the year on which they are closed, such as 1 May
/// @param closed single days, such as those that follow the moon
public record WorkingDays(Set<DayOfWeek> rest, Set<MonthDay> everyYear, Set<LocalDate> closed) {
    /// More would be no holidays, and a search for a working day need not end.
    public static final int HOLIDAYS_MOST = 60;

    /// Open on all days.
    public static final WorkingDays ALL = new WorkingDays(Set.of(), Set.of(), Set.of());

    public WorkingDays {
        rest = Set.copyOf(rest);
        everyYear = Set.copyOf(everyYear);
        closed = Set.copyOf(closed);
        if (rest.size() == DayOfWeek.values().length || everyYear.size() > HOLIDAYS_MOST) {
            throw new IllegalArgumentException(
                    "Closed on " + rest + " and on " + everyYear.size() + " days of every year; no day is left");
        }
    }

    public boolean isWorking(LocalDate day) {
        return !rest.contains(day.getDayOfWeek()) && !everyYear.contains(MonthDay.from(day)) && !closed.contains(day);
    }

    /// The day itself, or the first working day after it.
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorking(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /// The same as long as it is in the month of the day; else the last working day before it, where that one is.
    public LocalDate inMonth(LocalDate day) {
        LocalDate after = onOrAfter(day);
        LocalDate before = day;
        while (!isWorking(before)) {
            before = before.minusDays(1);
        }
        return after.getMonth() == day.getMonth() || before.getMonth() != day.getMonth() ? after : before;
    }

    /// So many working days after a day, which itself counts for none; the day itself for zero.
    public LocalDate after(LocalDate day, int days) {
        LocalDate found = day;
        for (int i = 0; i < days; i++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }
}
