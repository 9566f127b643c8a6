package org.taswiya.core.dunning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.CustomerClass;

/// What a utility does about what is not paid, for each class of customers; the others are never dunned.
public record DunningRules(Map<CustomerClass, DunningPolicy> byClass) {
    public DunningRules {
        Map<CustomerClass, DunningPolicy> inOrder = new EnumMap<>(CustomerClass.class);
        inOrder.putAll(byClass);
        byClass = Collections.unmodifiableMap(inOrder);
    }

    public Optional<DunningPolicy> of(CustomerClass customerClass) {
        return Optional.ofNullable(byClass.get(customerClass));
    }
}
