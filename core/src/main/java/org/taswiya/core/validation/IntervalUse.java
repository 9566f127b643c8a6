package org.taswiya.core.validation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// What a meter that keeps intervals used since the reading before.
///
/// @param total of all intervals, in units after the multiplier; null where some are missing
/// @param days those whose intervals are known one by one, the largest three of each at least; none where only the
///     total is known
public record IntervalUse(@Nullable Decimal total, List<Day> days) {

    /// @param uses of the intervals, in their order
    public record Day(LocalDate day, List<Decimal> uses) {
        public Day {
            uses = List.copyOf(uses);
        }
    }

    public IntervalUse {
        days = List.copyOf(days);
    }
}
