package org.taswiya.spark.input;

import java.util.List;
import java.util.Set;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.customer.CustomerClass;

/// An account with everything that its bills, and whether they leave, depend on.
///
/// @param customerClass of its customer
/// @param released agreements whose bill leaves whatever the checks find; others than its own say nothing
/// @param missing agreements of the account that should have a bill too and are not among the inputs
public record AccountToBill(
        AccountInput input, CustomerClass customerClass, Set<String> released, List<String> missing) {
    public AccountToBill {
        released = Set.copyOf(released);
        missing = List.copyOf(missing);
    }
}
