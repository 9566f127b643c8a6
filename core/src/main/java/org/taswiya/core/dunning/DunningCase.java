package org.taswiya.core.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;

/// All that counts for an account when it is decided whether it is dunned.
///
/// @param policy of its class of customers; null where that is never dunned
/// @param sent for its items, in any order
/// @param arranged the items under a payment facility that runs, with its number
/// @param planned the items that a budget plan asks for, or did before it closed
/// @param stops that people have set on it
/// @param suspensions orders that stop collection or disconnection where it is served
/// @param disputes of its items, ended ones too
/// @param charges items that are fees or interest, or a connection not ordered yet, which get no step of their own
public record DunningCase(
        AccountItems account,
        @Nullable DunningPolicy policy,
        List<SentStep> sent,
        Map<ItemKey, Long> arranged,
        Map<ItemKey, PlannedItem> planned,
        List<PersonsStop> stops,
        List<Suspension> suspensions,
        List<Disputed> disputes,
        Set<ItemKey> charges) {
    public DunningCase {
        sent = List.copyOf(sent);
        arranged = Map.copyOf(arranged);
        planned = Map.copyOf(planned);
        stops = List.copyOf(stops);
        suspensions = List.copyOf(suspensions);
        disputes = List.copyOf(disputes);
        charges = Set.copyOf(charges);
    }

    /// What of an item is disputed on a day, at most what is open.
    Money disputed(OpenItem item, LocalDate on) {
        Money sum = disputes.stream()
                .filter(dispute -> dispute.isOn(item.key(), on))
                .map(Disputed::amount)
                .reduce(Money.ZERO, Money::plus);
        return sum.compareTo(item.open()) < 0 ? sum : item.open();
    }

    /// The day on which an item is due: later than its own where a budget plan asks for it.
    LocalDate dueOn(OpenItem item) {
        PlannedItem of = planned.get(item.key());
        return of == null || of.askedFrom().isBefore(item.dueOn()) ? item.dueOn() : of.askedFrom();
    }

    /// The day from which an item's age counts: its due day, later by the days on which it stood still.
    LocalDate agesFrom(OpenItem item, LocalDate on) {
        LocalDate dueOn = dueOn(item);
        long still = disputes.stream()
                .mapToLong(dispute -> dispute.daysStoodStill(item.key(), dueOn, on))
                .sum();
        return dueOn.plusDays(still);
    }
}
