package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;

/// What a utility wants a person to look at before a bill leaves. Data of the utility; a check holds a bill or lets it
/// leave, and never changes what it comes to.
///
/// @param byClass for every class of customers
public record BillChecks(Map<CustomerClass, BillLimits> byClass) {

    /// Every bill leaves.
    public static final BillChecks NONE = all(BillLimits.NONE);

    public BillChecks {
        Map<CustomerClass, BillLimits> inOrder = new EnumMap<>(CustomerClass.class);
        for (CustomerClass of : CustomerClass.values()) {
            inOrder.put(of, byClass.getOrDefault(of, BillLimits.NONE));
        }
        byClass = Collections.unmodifiableMap(inOrder);
    }

    /// The same for everybody.
    public static BillChecks all(BillLimits limits) {
        Map<CustomerClass, BillLimits> same = new EnumMap<>(CustomerClass.class);
        for (CustomerClass of : CustomerClass.values()) {
            same.put(of, limits);
        }
        return new BillChecks(same);
    }

    /// Whether it matters of which class a customer is.
    public boolean differ() {
        return Set.copyOf(byClass.values()).size() > 1;
    }

    /// The same outcome with the bills held that a person has to see first.
    ///
    /// @param of the class of the account's customer
    /// @param released agreements whose bill leaves whatever is found
    /// @param missing agreements of the account that should have a bill too and have none, not even in the outcome
    public AccountOutcome hold(
            AccountInput input,
            AccountOutcome outcome,
            CustomerClass of,
            Set<String> released,
            Collection<String> missing) {
        BillLimits limits = byClass.getOrDefault(of, BillLimits.NONE);
        List<AgreementOutcome> looked = new ArrayList<>(outcome.agreements().size());
        Iterator<AgreementInput> inputs = input.agreements().iterator();
        for (AgreementOutcome agreement : outcome.agreements()) {
            AgreementInput made = inputs.next();
            looked.add(
                    agreement instanceof Billed(DraftBill bill) && !released.contains(bill.agreement())
                            ? held(agreement, limits.findings(made, bill))
                            : agreement);
        }
        if (limits.together()) {
            holdTogether(looked, released, missing);
        }
        return looked.equals(outcome.agreements())
                ? outcome
                : new AccountOutcome(outcome.customerAccount(), looked, outcome.arrears());
    }

    private static void holdTogether(List<AgreementOutcome> looked, Set<String> released, Collection<String> missing) {
        SortedSet<String> without = new TreeSet<>(missing);
        looked.stream()
                .filter(HeldAgreement.class::isInstance)
                .forEach(agreement -> without.add(agreement.agreement()));
        if (!without.isEmpty()) {
            Hold waits = new Hold(
                    HoldReason.MISSING_SERVICE,
                    "bills of an account leave together, and " + String.join(", ", without) + " has none",
                    HoldFigures.NONE.names("agreements", List.copyOf(without)));
            looked.replaceAll(agreement -> agreement instanceof Billed && !released.contains(agreement.agreement())
                    ? held(agreement, List.of(waits))
                    : agreement);
        }
    }

    private static AgreementOutcome held(AgreementOutcome agreement, List<Hold> found) {
        return found.isEmpty() ? agreement : new HeldAgreement(agreement.agreement(), found);
    }
}
