package org.taswiya.core.validation;

import java.util.Map;
import org.taswiya.core.customer.CustomerClass;

/// By what a utility judges readings: its data.
///
/// @param byServiceAndClass limits of each service, by class of customers
public record ReadingChecks(Map<String, Map<CustomerClass, ReadingLimits>> byServiceAndClass) {

    /// Only what no register can show is found, and what is lower than before.
    public static final ReadingChecks NONE = new ReadingChecks(Map.of());

    public ReadingChecks {
        byServiceAndClass = Map.copyOf(byServiceAndClass);
    }

    /// The limits for readings of one service and class; [ReadingLimits#NONE] where none are stated.
    public ReadingLimits of(String service, CustomerClass customerClass) {
        return byServiceAndClass.getOrDefault(service, Map.of()).getOrDefault(customerClass, ReadingLimits.NONE);
    }
}
