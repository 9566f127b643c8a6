package org.taswiya.core.arrangement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.CustomerClass;

/// What a utility decides about payment facilities, for each class of customers; nothing is arranged for the others.
public record ArrangementRules(Map<CustomerClass, ArrangementPolicy> byClass) {
    public ArrangementRules {
        Map<CustomerClass, ArrangementPolicy> inOrder = new EnumMap<>(CustomerClass.class);
        inOrder.putAll(byClass);
        byClass = Collections.unmodifiableMap(inOrder);
    }

    /// The same for a supervisor, who grants more alone than a clerk.
    public ArrangementRules forSupervisor() {
        Map<CustomerClass, ArrangementPolicy> theirs = new EnumMap<>(CustomerClass.class);
        byClass.forEach((of, policy) -> theirs.put(of, policy.forSupervisor()));
        return new ArrangementRules(theirs);
    }

    public Optional<ArrangementPolicy> of(CustomerClass customerClass) {
        return Optional.ofNullable(byClass.get(customerClass));
    }
}
