package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;

/// What a utility decides about estimates and settlements; data of the utility, never code.
///
/// An account is billed by the policy of its customer's class, which is [#of] and has one chain. So whatever is made of
/// a bill, its document too, knows the chain of this account and nothing of classes.
///
/// @param estimation methods in the order in which they are tried, for all classes that have no chain of their own
/// @param estimatesInARowMost how many bills may rest on estimates before the next one is held
/// @param backBilling null where nothing limits it
/// @param instalments null where none are offered with the bill
/// @param ownChains by class of customers, its own chain, where that is another one
/// @param edition of the methods of estimation; that of today, but for what was made before
public record BillingPolicy(
        AllocationPolicy allocation,
        List<EstimationMethod> estimation,
        int estimatesInARowMost,
        @Nullable BackBillingRule backBilling,
        @Nullable InstalmentRule instalments,
        Map<CustomerClass, List<EstimationMethod>> ownChains,
        int edition) {

    /// With one chain for everybody.
    public BillingPolicy(
            AllocationPolicy allocation,
            List<EstimationMethod> estimation,
            int estimatesInARowMost,
            @Nullable BackBillingRule backBilling,
            @Nullable InstalmentRule instalments) {
        this(allocation, estimation, estimatesInARowMost, backBilling, instalments, Map.of());
    }

    /// By the methods of estimation of today.
    public BillingPolicy(
            AllocationPolicy allocation,
            List<EstimationMethod> estimation,
            int estimatesInARowMost,
            @Nullable BackBillingRule backBilling,
            @Nullable InstalmentRule instalments,
            Map<CustomerClass, List<EstimationMethod>> ownChains) {
        this(
                allocation,
                estimation,
                estimatesInARowMost,
                backBilling,
                instalments,
                ownChains,
                EstimationMethod.EDITION);
    }

    public BillingPolicy {
        estimation = List.copyOf(estimation);
        Map<CustomerClass, List<EstimationMethod>> others = new EnumMap<>(CustomerClass.class);
        for (Map.Entry<CustomerClass, List<EstimationMethod>> own : ownChains.entrySet()) {
            if (!own.getValue().equals(estimation)) {
                others.put(own.getKey(), List.copyOf(own.getValue()));
            }
        }
        ownChains = Collections.unmodifiableMap(others);
    }

    /// Whether it matters of which class a customer is.
    public boolean differs() {
        return !ownChains.isEmpty();
    }

    /// By which methods the meters of a class of customers are estimated, in the order in which they are tried.
    public List<EstimationMethod> chain(CustomerClass of) {
        return ownChains.getOrDefault(of, estimation);
    }

    /// All that any of its chains names.
    public Set<EstimationMethod> methods() {
        Set<EstimationMethod> methods = new TreeSet<>(estimation);
        ownChains.values().forEach(methods::addAll);
        return methods;
    }

    /// What holds for the accounts of a class of customers.
    public BillingPolicy of(CustomerClass of) {
        return differs()
                ? new BillingPolicy(
                        allocation, chain(of), estimatesInARowMost, backBilling, instalments, Map.of(), edition)
                : this;
    }

    /// The same by another edition of the methods of estimation.
    public BillingPolicy by(int other) {
        return new BillingPolicy(
                allocation, estimation, estimatesInARowMost, backBilling, instalments, ownChains, other);
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
