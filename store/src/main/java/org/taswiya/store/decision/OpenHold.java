package org.taswiya.store.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Money;

/// An agreement that a run held and that has got no bill since.
///
/// @param run that held it last
/// @param billTo of the cycle of that run
/// @param reasons the codes, at least one
/// @param found what was found, one sentence for each reason
/// @param atRisk what the bill that waits comes to, or what is usual; null when neither is known
/// @param isReleased whether a person has released it, so that the next run bills it whatever the checks find
/// @param isRequested whether a person has put it right, so that the next run off the cycle bills it
public record OpenHold(
        String agreement,
        String account,
        CustomerClass customerClass,
        String area,
        String service,
        long run,
        LocalDate billTo,
        List<String> reasons,
        String found,
        @Nullable Money atRisk,
        boolean isReleased,
        boolean isRequested) {

    public OpenHold {
        reasons = List.copyOf(reasons);
    }

    /// The code of the first reason.
    public String reason() {
        return reasons.getFirst();
    }

    /// Whether a check alone holds it, so that a person may let it leave.
    public boolean isOfChecks() {
        return reasons.stream()
                .allMatch(
                        code -> HoldReason.ofCode(code).map(HoldReason::isCheck).orElse(false));
    }

    /// Whether another estimate may help: a check holds it, or nothing was found to estimate from.
    boolean isOfEstimate() {
        return isOfChecks() || reasons.contains(HoldReason.NO_ESTIMATE.code());
    }
}
