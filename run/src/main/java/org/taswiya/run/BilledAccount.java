package org.taswiya.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.metering.Hold;
import org.taswiya.store.billing.BillRows;
import org.taswiya.store.billing.BillsBefore;
import org.taswiya.store.billing.Withheld;

/// What billing an account came to, before its bills have numbers.
///
/// @param input without the agreements that broke
public record BilledAccount(AccountInput input, AccountOutcome outcome, List<Withheld> withheld) {

    public BilledAccount {
        withheld = List.copyOf(withheld);
    }

    /// Bills one account. What breaks is withheld, with what was said, and nothing else with it.
    public static BilledAccount of(AccountInput input, SharedPrices prices) {
        try {
            return of(input, AccountBilling.bill(input, prices), List.of());
        } catch (RuntimeException _) {
            return oneByOne(input);
        }
    }

    /// The same without the bills that a person has to look at first.
    ///
    /// @param released agreements whose bill leaves whatever the checks find
    public BilledAccount checked(BillChecks checks, Set<String> released) {
        List<AgreementOutcome> outcomes = new ArrayList<>(outcome.agreements().size());
        boolean isHeld = false;
        Iterator<AgreementInput> inputs = input.agreements().iterator();
        for (AgreementOutcome agreement : outcome.agreements()) {
            AgreementInput of = inputs.next();
            List<Hold> found = agreement instanceof Billed(DraftBill bill) && !released.contains(of.agreement())
                    ? checks.findings(bill, of.usualBill())
                    : List.of();
            isHeld |= !found.isEmpty();
            outcomes.add(found.isEmpty() ? agreement : new HeldAgreement(of.agreement(), found));
        }
        if (!isHeld) {
            return this;
        }
        List<Withheld> broken = withheld.stream()
                .filter(agreement -> agreement.outcome() == Withheld.Outcome.FAILED)
                .toList();
        return of(input, new AccountOutcome(outcome.customerAccount(), outcomes, outcome.arrears()), broken);
    }

    private static BilledAccount oneByOne(AccountInput input) {
        List<AgreementInput> good = new ArrayList<>();
        List<AgreementOutcome> outcomes = new ArrayList<>();
        List<Withheld> broken = new ArrayList<>();
        for (AgreementInput agreement : input.agreements()) {
            try {
                outcomes.addAll(
                        AccountBilling.bill(with(input, List.of(agreement))).agreements());
                good.add(agreement);
            } catch (RuntimeException e) {
                broken.add(Withheld.failed(agreement.agreement(), "failed", e.toString()));
            }
        }
        AccountOutcome outcome = new AccountOutcome(input.customerAccount(), outcomes, input.arrears());
        return of(with(input, good), outcome, broken);
    }

    private static AccountInput with(AccountInput input, List<AgreementInput> agreements) {
        return new AccountInput(
                input.customerAccount(), input.billTo(), input.billedOn(), input.policy(), input.arrears(), agreements);
    }

    private static BilledAccount of(AccountInput input, AccountOutcome outcome, List<Withheld> broken) {
        List<Withheld> withheld = new ArrayList<>(broken);
        for (AgreementOutcome agreement : outcome.agreements()) {
            if (agreement instanceof HeldAgreement held) {
                withheld.add(Withheld.held(held.agreement(), held.holds()));
            }
        }
        return new BilledAccount(input, outcome, withheld);
    }

    /// Gives the bills their numbers.
    ///
    /// @param before by agreement, what its bills before came to
    IssuedAccount issue(BillRows rows, Map<String, BillsBefore> before) {
        List<IssuedBill> bills = new ArrayList<>();
        Iterator<AgreementInput> inputs = input.agreements().iterator();
        for (AgreementOutcome agreement : outcome.agreements()) {
            AgreementInput of = inputs.next();
            if (agreement instanceof Billed billed) {
                bills.add(rows.issue(of, before.getOrDefault(of.agreement(), BillsBefore.NONE), billed.bill()));
            }
        }
        return new IssuedAccount(input, outcome, bills);
    }
}
