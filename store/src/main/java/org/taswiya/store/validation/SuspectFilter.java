package org.taswiya.store.validation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.validation.FindingReason;

/// Which of the suspects. Null where it does not matter.
///
/// @param reason any of those for which it waits
/// @param usagePoint the one at which it was read
/// @param decided whether those that are decided count too
public record SuspectFilter(
        @Nullable FindingReason reason,
        @Nullable String area,
        @Nullable String service,
        @Nullable CustomerClass customerClass,
        @Nullable String usagePoint,
        boolean decided) {

    /// All that wait.
    public static final SuspectFilter OPEN = new SuspectFilter(null, null, null, null, null, false);

    /// All of one usage point, decided or not.
    public static SuspectFilter at(String usagePoint) {
        return new SuspectFilter(null, null, null, null, usagePoint, true);
    }

    /// Which of those that the database has found by usage point and decision.
    boolean lets(OpenSuspect suspect) {
        return (reason == null
                        || suspect.findings().stream()
                                .anyMatch(finding -> finding.reason().equals(reason.code())))
                && (area == null || area.equals(suspect.area()))
                && (service == null || service.equals(suspect.service()))
                && (customerClass == null || Objects.equals(customerClass, suspect.customerClass()));
    }
}
