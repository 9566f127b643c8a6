package org.taswiya.core.dunning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;

/// What a customer disputes of an item.
///
/// @param number from one on
/// @param isWhole whether all that was open then is disputed, so that the item's age stands still
/// @param from the first day
/// @param to the first day on which it is answered; null as long as it is not
public record Disputed(
        long number,
        ItemKey item,
        Money amount,
        boolean isWhole,
        LocalDate from,
        @Nullable LocalDate to) {
    public Disputed {
        if (amount.signum() <= 0 || to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Dispute " + number + " of " + amount + " on " + item + " from " + from + " to " + to);
        }
    }

    boolean isOn(ItemKey key, LocalDate day) {
        return item.equals(key) && !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /// Days between a due day and a day on which nothing got older.
    long daysStoodStill(ItemKey key, LocalDate dueOn, LocalDate day) {
        if (!isWhole || !item.equals(key)) {
            return 0;
        }
        LocalDate first = from.isBefore(dueOn) ? dueOn : from;
        LocalDate last = to == null || to.isAfter(day) ? day : to;
        return Math.max(0, ChronoUnit.DAYS.between(first, last));
    }
}
