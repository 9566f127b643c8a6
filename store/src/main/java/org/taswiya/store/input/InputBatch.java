package org.taswiya.store.input;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.store.bill.BillsBefore;
import org.taswiya.store.run.Withheld;

/// What the bills of some accounts depend on.
///
/// @param accounts those with something to bill, in the order of their references
/// @param before by agreement, what its bills before came to
/// @param released agreements whose bill leaves whatever the checks find
/// @param classes by account, the class of its customer; empty when nobody asked
/// @param missing by account, agreements that should have a bill too and are not among the inputs
/// @param withheld agreements for which not even the input could be put together
/// @param lastAccount where the next batch begins after
/// @param accountCount all accounts of the batch, those with nothing to bill too
/// @param isLast whether no account comes after
/// @param knownChange the greatest change that was there when it was read
public record InputBatch(
        List<AccountInput> accounts,
        Map<String, BillsBefore> before,
        Set<String> released,
        Map<String, CustomerClass> classes,
        Map<String, List<String>> missing,
        List<Withheld> withheld,
        String lastAccount,
        int accountCount,
        boolean isLast,
        long knownChange) {

    public InputBatch {
        accounts = List.copyOf(accounts);
        before = Map.copyOf(before);
        released = Set.copyOf(released);
        classes = Map.copyOf(classes);
        missing = Map.copyOf(missing);
        withheld = List.copyOf(withheld);
    }

    /// Agreements of an account that should have a bill too and are not among the inputs.
    public List<String> missing(String account) {
        return missing.getOrDefault(account, List.of());
    }

    /// The class of an account's customer; where nobody asked, all are treated alike and any will do.
    public CustomerClass customerClass(String account) {
        return classes.getOrDefault(account, CustomerClass.HOUSEHOLD);
    }
}
