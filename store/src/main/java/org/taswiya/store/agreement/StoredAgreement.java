package org.taswiya.store.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Change;

/// An agreement as the books have it.
///
/// @param name of the customer, in Latin letters
/// @param opened what the meter showed when it began; null where nobody read it on that day
/// @param closed what the meter showed when it ended; null where it runs or nobody read it
/// @param billedTo the end of what is billed; null where nothing is
/// @param began who brought it, when and why
/// @param end null where it runs, or came with its end from another system
public record StoredAgreement(
        ServiceAgreement agreement,
        String service,
        String premise,
        String name,
        @Nullable Decimal opened,
        @Nullable Decimal closed,
        @Nullable LocalDate billedTo,
        Change began,
        @Nullable End end) {

    /// How it ended.
    ///
    /// @param isEstimated whether nobody could read the meter
    /// @param successor the agreement that took its place on the same day by transfer; null where there is none
    /// @param why who wrote it down, when and why
    public record End(boolean isEstimated, @Nullable String successor, Change why) {}
}
