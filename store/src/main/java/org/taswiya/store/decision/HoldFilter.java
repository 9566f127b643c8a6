package org.taswiya.store.decision;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.HoldReason;

/// Which of the agreements that wait. Null where it does not matter.
///
/// @param reason any of the reasons for which it waits
/// @param run that held it last
public record HoldFilter(
        @Nullable HoldReason reason,
        @Nullable Long run,
        @Nullable String area,
        @Nullable CustomerClass customerClass) {

    /// All that wait.
    public static final HoldFilter ALL = new HoldFilter(null, null, null, null);

    public boolean lets(OpenHold hold) {
        return (reason == null || hold.reasons().contains(reason.code()))
                && (run == null || hold.run() == run)
                && (area == null || hold.area().equals(area))
                && (customerClass == null || hold.customerClass() == customerClass);
    }
}
