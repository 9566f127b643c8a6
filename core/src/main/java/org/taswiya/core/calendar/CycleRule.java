package org.taswiya.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one named cycle of a utility comes round: when its periods end, when its meters are read, when its bills may be
/// dated and when they are due.
///
/// @param name by which it is asked for
/// @param area whose premises it bills; null for all
/// @param firstEnd the first end of a period
/// @param months from one end to the next, counted from the first, so that ends on the 31st stay at the end of a month
/// @param readBefore, readAfter days around the end in which a reading counts as the cycle's
/// @param billFirst, billLast days after the end, the first and the last on which its bills may be dated
/// @param dueDays after the date of the bills; null where the tariffs say
public record CycleRule(
        String name,
        @Nullable String area,
        LocalDate firstEnd,
        int months,
        int readBefore,
        int readAfter,
        int billFirst,
        int billLast,
        @Nullable Integer dueDays) {

    /// The fewest days that a month has.
    public static final int MONTH_DAYS_LEAST = 28;

    public CycleRule {
        if (months < 1 || readBefore < 0 || readAfter < 0 || billFirst < 0 || billLast < billFirst) {
            throw new IllegalArgumentException("Cycle " + name + " has days or months that make no window");
        }
        if (billLast - billFirst >= months * MONTH_DAYS_LEAST) {
            throw new IllegalArgumentException("Cycle " + name + " may be billed on a day of two of its windows");
        }
    }

    /// Those that end in some days, earliest first.
    public List<PlannedCycle> ending(DateRange days) {
        List<PlannedCycle> planned = new ArrayList<>();
        for (long turn = turnsUpTo(days.from().minusDays(1)); ; turn++) {
            PlannedCycle cycle = turn(turn);
            if (!cycle.end().isBefore(days.to())) {
                return planned;
            }
            planned.add(cycle);
        }
    }

    /// The one that ends on a day; empty when none does.
    public Optional<PlannedCycle> endingOn(LocalDate day) {
        return ending(DateRange.of(day, day.plusDays(1))).stream().findFirst();
    }

    /// The one whose bills may be dated a day; at most one, because windows do not meet.
    public Optional<PlannedCycle> billedOn(LocalDate day) {
        LocalDate latest = day.minusDays(billFirst);
        return ending(DateRange.of(day.minusDays(billLast), latest.plusDays(1))).stream()
                .findFirst();
    }

    /// How many ends there are up to a day, this one with them.
    private long turnsUpTo(LocalDate day) {
        long turns = 0;
        while (!turn(turns).end().isAfter(day)) {
            turns++;
        }
        return turns;
    }

    private PlannedCycle turn(long turn) {
        return new PlannedCycle(this, firstEnd.plusMonths(Math.multiplyExact(turn, months)));
    }
}
