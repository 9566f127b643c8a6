package org.taswiya.core.validation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.quantity.Decimal;

/// What a meter that keeps intervals used since the reading before.
///
/// @param total of all intervals, in units after the multiplier
/// @param days those whose intervals are known one by one; none where only the total is
public record IntervalUse(Decimal total, List<Day> days) {

    /// @param each how long every interval of the day is
    /// @param uses of the intervals, in their order; fewer than fill the day where some are not known
    public record Day(LocalDate day, Duration each, List<Decimal> uses) {
        private static final Duration HOUR = Duration.ofHours(1);

        public Day {
            if (!each.isPositive()) {
                throw new IllegalArgumentException("An interval of " + day + " lasts " + each);
            }
            uses = List.copyOf(uses);
        }

        /// What was used in each hour, whatever part of one an interval is. None where that cannot be told: intervals
        /// are longer than an hour, do not fill hours, or end amid one.
        public List<Decimal> hours() {
            long parts = HOUR.dividedBy(each);
            if (parts == 0 || !each.multipliedBy(parts).equals(HOUR) || uses.size() % parts != 0) {
                return List.of();
            }
            List<Decimal> hours = new ArrayList<>();
            for (int i = 0; i < uses.size(); i += (int) parts) {
                hours.add(uses.subList(i, i + (int) parts).stream().reduce(Decimal.ZERO, Decimal::plus));
            }
            return hours;
        }
    }

    public IntervalUse {
        days = List.copyOf(days);
    }
}
