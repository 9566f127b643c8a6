package org.taswiya.core.interest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.CustomerClass;

/// What a utility charges for paying late, for each class of customers; the others are charged nothing.
public record InterestRules(Map<CustomerClass, InterestPolicy> byClass) {
    public static final InterestRules NONE = new InterestRules(Map.of());

    public InterestRules {
        Map<CustomerClass, InterestPolicy> inOrder = new EnumMap<>(CustomerClass.class);
        inOrder.putAll(byClass);
        byClass = Collections.unmodifiableMap(inOrder);
    }

    /// Whether nobody is ever charged.
    public boolean isNone() {
        return byClass.values().stream()
                .flatMap(policy -> policy.rates().stream())
                .noneMatch(rate -> rate.yearly().signum() > 0);
    }

    public Optional<InterestPolicy> of(CustomerClass customerClass) {
        return Optional.ofNullable(byClass.get(customerClass));
    }
}
