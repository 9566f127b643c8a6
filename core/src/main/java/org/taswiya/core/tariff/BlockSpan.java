package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.time.MonthDay;
import org.taswiya.core.calendar.DateRange;

/// What the bounds of blocks are published for.
public sealed interface BlockSpan {

    /// Bounds of a day: each day of the period has its own.
    record Day() implements BlockSpan {}

    /// Bounds of a month, scaled to the period as the version prorates.
    record Month() implements BlockSpan {}

    /// Bounds of a whole year. A bill's usage lies above what was used before in the year, so that all bills of a year
    /// cost together what one bill of it would.
    ///
    /// @param from the first day of each year; any but 29 February
    record Year(MonthDay from) implements BlockSpan {
        private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

        public Year {
            if (from.equals(LEAP_DAY)) {
                throw new IllegalArgumentException("A year cannot begin on a day that most years lack");
            }
        }

        /// The first day of the year that a day is in.
        public LocalDate startOf(LocalDate day) {
            LocalDate start = from.atYear(day.getYear());
            return start.isAfter(day) ? start.minusYears(1) : start;
        }

        /// The year that a day is in.
        public DateRange of(LocalDate day) {
            LocalDate start = startOf(day);
            return DateRange.of(start, start.plusYears(1));
        }
    }
}
