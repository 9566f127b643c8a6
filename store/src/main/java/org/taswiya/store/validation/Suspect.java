package org.taswiya.store.validation;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;

/// A reading that validation found doubtful.
///
/// @param reading as it came in: actual or customer
/// @param unit in which its value was sent
/// @param leastHour of the day that it ends; null where that is not known
public record Suspect(
        String usagePoint,
        Reading reading,
        Unit unit,
        Doubtful doubt,
        @Nullable Decimal leastHour) {

    /// One of which no hours are known.
    public Suspect(String usagePoint, Reading reading, Unit unit, Doubtful doubt) {
        this(usagePoint, reading, unit, doubt, null);
    }
}
