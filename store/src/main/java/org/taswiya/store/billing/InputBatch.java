package org.taswiya.store.billing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.billing.AccountInput;

/// What the bills of some accounts depend on.
///
/// @param accounts those with something to bill, in the order of their references
/// @param before by agreement, what its bills before came to
/// @param released agreements whose bill leaves whatever the checks find
/// @param withheld agreements for which not even the input could be put together
/// @param lastAccount where the next batch begins after
/// @param accountCount all accounts of the batch, those with nothing to bill too
/// @param isLast whether no account comes after
/// @param knownChange the greatest change that was there when it was read
public record InputBatch(
        List<AccountInput> accounts,
        Map<String, BillsBefore> before,
        Set<String> released,
        List<Withheld> withheld,
        String lastAccount,
        int accountCount,
        boolean isLast,
        long knownChange) {

    public InputBatch {
        accounts = List.copyOf(accounts);
        before = Map.copyOf(before);
        released = Set.copyOf(released);
        withheld = List.copyOf(withheld);
    }
}
