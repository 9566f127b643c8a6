package org.taswiya.core.dunning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.ItemKey;

/// A stop that a person has set on an account.
///
/// @param kind DISPUTE, VULNERABLE or PERSON
/// @param item only for this item; null for all of the account
/// @param from the first day
/// @param to the first day on which it counts no more; null as long as nobody has said
/// @param reason as the person gave it
public record PersonsStop(
        DunningStop kind,
        @Nullable ItemKey item,
        LocalDate from,
        @Nullable LocalDate to,
        String reason) {
    public PersonsStop {
        boolean isOfPerson = switch (kind) {
            case DISPUTE, VULNERABLE, PERSON -> true;
            case CLASS, SUSPENSION, SEASON, ARRANGEMENT, BUDGET, AMOUNT, CREDIT -> false;
        };
        if (!isOfPerson || reason.isBlank() || to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A stop for " + kind + " from " + from + " to " + to + ": " + reason);
        }
    }

    /// Whether it keeps an item back on a day.
    public boolean isOn(ItemKey key, LocalDate day) {
        return (item == null || item.equals(key)) && !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
