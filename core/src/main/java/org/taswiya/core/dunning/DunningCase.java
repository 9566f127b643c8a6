package org.taswiya.core.dunning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;

/// All that counts for an account when it is decided whether it is dunned.
///
/// @param policy of its class of customers; null where that is never dunned
/// @param sent for its items, in any order
/// @param arranged the items under a payment facility that runs, with its number
/// @param stops that people have set on it
/// @param suspensions orders that stop collection or disconnection where it is served
public record DunningCase(
        AccountItems account,
        @Nullable DunningPolicy policy,
        List<SentStep> sent,
        Map<ItemKey, Long> arranged,
        List<PersonsStop> stops,
        List<Suspension> suspensions) {
    public DunningCase {
        sent = List.copyOf(sent);
        arranged = Map.copyOf(arranged);
        stops = List.copyOf(stops);
        suspensions = List.copyOf(suspensions);
    }
}
