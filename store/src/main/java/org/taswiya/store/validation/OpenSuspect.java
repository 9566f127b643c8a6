package org.taswiya.store.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.Severity;
import org.taswiya.store.Change;

/// A suspect as a person sees it.
///
/// @param change that brought it
/// @param agreement that runs at the usage point on the day; null where none does
/// @param customerClass of its customer; null where there is none
/// @param findings at least one, in order
/// @param quantity units at risk
/// @param atRisk what they come to
/// @param leastHour of the day that it ends; null where that is not known
/// @param isMeasuring whether its value is what counts on its day now, whether it waits or not
/// @param counting what somebody read that came later and counts on that day; null where nothing does
/// @param decision what was decided; null while it waits
/// @param decidedBy who decided it, when and why; null while it waits
public record OpenSuspect(
        String usagePoint,
        Reading reading,
        Unit unit,
        long change,
        String service,
        String area,
        @Nullable String agreement,
        @Nullable CustomerClass customerClass,
        Severity severity,
        List<SuspectFinding> findings,
        Decimal quantity,
        Money atRisk,
        @Nullable Decimal leastHour,
        boolean isMeasuring,
        @Nullable Decimal counting,
        @Nullable SuspectDecision decision,
        @Nullable Change decidedBy) {

    public OpenSuspect {
        findings = List.copyOf(findings);
    }

    /// Whether it waits for nobody any more, although nobody has decided it: another value counts on its day since.
    public boolean isOvertaken() {
        return decision == null && counting != null;
    }

    /// Whether the register can show it, so that it can be accepted as it is.
    public boolean canBeAccepted() {
        return severity != Severity.REFUSE;
    }
}
