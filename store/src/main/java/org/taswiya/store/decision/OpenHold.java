package org.taswiya.store.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.run.Withheld;

/// An agreement that a run held and that has got no bill since.
///
/// @param run that held it last
/// @param billTo of the cycle of that run
/// @param causes why, at least one
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
        List<Withheld.Reason> causes,
        @Nullable Money atRisk,
        boolean isReleased,
        boolean isRequested) {

    public OpenHold {
        causes = List.copyOf(causes);
    }

    /// The code of each cause.
    public List<String> reasons() {
        return causes.stream().map(Withheld.Reason::code).toList();
    }

    /// What was found, a sentence for each cause.
    public String found() {
        return causes.stream().map(Withheld.Reason::found).collect(Collectors.joining("; "));
    }

    /// The code of the first reason.
    public String reason() {
        return causes.getFirst().code();
    }

    /// Whether a check alone holds it, so that a person may let it leave.
    public boolean isOfChecks() {
        return reasons().stream()
                .allMatch(
                        code -> HoldReason.ofCode(code).map(HoldReason::isCheck).orElse(false));
    }

    /// Whether another estimate may help: a check holds it, or nothing was found to estimate from.
    boolean isOfEstimate() {
        return isOfChecks() || reasons().contains(HoldReason.NO_ESTIMATE.code());
    }
}
