package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;

/// What a utility decides about estimates and settlements; data of the utility, never code.
///
/// @param estimation methods in the order in which they are tried
/// @param estimatesInARowMost how many bills may rest on estimates before the next one is held
/// @param backBilling null where nothing limits it
/// @param instalments null where none are offered with the bill
public record BillingPolicy(
        AllocationPolicy allocation,
        List<EstimationMethod> estimation,
        int estimatesInARowMost,
        @Nullable BackBillingRule backBilling,
        @Nullable InstalmentRule instalments) {

    public BillingPolicy {
        estimation = List.copyOf(estimation);
    }

    /// How far back a shortfall may be charged.
    public record BackBillingRule(int months, Anchor anchor) {

        /// The limit for one settlement.
        public BackBilling limit(LocalDate billedOn, LocalDate lastReading) {
            return switch (anchor) {
                case BILLED_ON -> BackBilling.monthsBefore(months, billedOn);
                case LAST_READING -> BackBilling.monthsBefore(months, lastReading);
            };
        }
    }

    /// From which day the months are counted back.
    public enum Anchor {
        BILLED_ON,
        LAST_READING
    }

    /// When instalments are offered with a bill, and how many.
    ///
    /// @param multipleOfUsual a bill above this many usual bills is offered in instalments
    /// @param most the largest number of instalments; fewer periods settled make fewer
    public record InstalmentRule(Decimal multipleOfUsual, int most) {}
}
