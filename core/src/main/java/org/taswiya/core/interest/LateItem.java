package org.taswiya.core.interest;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.taswiya.core.arrangement.SettledAmount;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;

/// An item that may be late.
///
/// @param amount as it was issued
/// @param settled that still is, in any order
/// @param stopped days that do not count, whatever is open
public record LateItem(
        ItemKey key, Money amount, LocalDate dueOn, List<SettledAmount> settled, Set<LocalDate> stopped) {
    public LateItem {
        settled = List.copyOf(settled);
        stopped = Set.copyOf(stopped);
    }

    /// What is open at the end of a day.
    Money openOn(LocalDate day) {
        return settled.stream()
                .filter(one -> !one.on().isAfter(day))
                .map(SettledAmount::amount)
                .reduce(amount, Money::minus)
                .max(Money.ZERO);
    }
}
