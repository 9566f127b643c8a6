package org.taswiya.core.budget;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.CustomerClass;

/// What a utility decides about budget plans, for each class of customers; the others have none.
public record BudgetRules(Map<CustomerClass, BudgetPolicy> byClass) {
    public BudgetRules {
        Map<CustomerClass, BudgetPolicy> inOrder = new EnumMap<>(CustomerClass.class);
        inOrder.putAll(byClass);
        byClass = Collections.unmodifiableMap(inOrder);
    }

    public Optional<BudgetPolicy> of(CustomerClass customerClass) {
        return Optional.ofNullable(byClass.get(customerClass));
    }
}
