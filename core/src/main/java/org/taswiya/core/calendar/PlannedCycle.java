package org.taswiya.core.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One turn of a named cycle.
///
/// @param end of the period that it bills: the day to which usage is estimated where no reading is there
public record PlannedCycle(CycleRule rule, LocalDate end) {

    /// The days on which a reading counts as this cycle's. Earlier ones settle what was billed all the same; later ones
    /// are the next cycle's.
    public DateRange reading() {
        return DateRange.of(end.minusDays(rule.readBefore()), end.plusDays(rule.readAfter() + 1L));
    }

    /// The days that its bills may bear.
    public DateRange billing() {
        return DateRange.of(end.plusDays(rule.billFirst()), end.plusDays(rule.billLast() + 1L));
    }

    /// The last day whose readings bills of a day look at.
    public LocalDate readTo(LocalDate billedOn) {
        LocalDate last = reading().to().minusDays(1);
        return billedOn.isBefore(last) ? billedOn : last;
    }

    /// When bills of a day are due; null where the tariffs say.
    public @Nullable LocalDate dueOn(LocalDate billedOn) {
        Integer days = rule.dueDays();
        return days == null ? null : billedOn.plusDays(days);
    }
}
