package org.taswiya.core.validation;

import java.util.Map;
import java.util.stream.Stream;
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

    /// Whether all classes have the same limits for readings of a service, so that nobody need ask for the class.
    public boolean isAlike(String service) {
        Map<CustomerClass, ReadingLimits> byClass = byServiceAndClass.getOrDefault(service, Map.of());
        ReadingLimits first = of(service, CustomerClass.HOUSEHOLD);
        return Stream.of(CustomerClass.values())
                .allMatch(
                        other -> byClass.getOrDefault(other, ReadingLimits.NONE).equals(first));
    }

    /// Whether anybody is told of abnormal use.
    public boolean hasAlarms() {
        return byServiceAndClass.values().stream()
                .flatMap(byClass -> byClass.values().stream())
                .anyMatch(limits -> limits.alarm() != null);
    }

    /// The limits for readings of one service and class; [ReadingLimits#NONE] where none are stated.
    public ReadingLimits of(String service, CustomerClass customerClass) {
        return byServiceAndClass.getOrDefault(service, Map.of()).getOrDefault(customerClass, ReadingLimits.NONE);
    }
}
