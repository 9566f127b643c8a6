package org.taswiya.run;

import java.util.ArrayList;
import java.util.Collection;
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
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.bill.BillRows;
import org.taswiya.store.bill.BillsBefore;
import org.taswiya.store.run.Withheld;

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
    /// @param of the class of the account's customer
    /// @param released agreements whose bill leaves whatever is found
    /// @param withoutInput agreements of the account that should have a bill too and are not among the inputs
    public BilledAccount checked(
            BillChecks checks, CustomerClass of, Set<String> released, Collection<String> withoutInput) {
        List<Withheld> broken = withheld.stream()
                .filter(agreement -> agreement.outcome() == Withheld.Outcome.FAILED)
                .toList();
        List<String> missing = new ArrayList<>(withoutInput);
        broken.forEach(agreement -> missing.add(agreement.agreement()));
        AccountOutcome looked = checks.hold(input, outcome, of, released, missing);
        return looked.equals(outcome) ? this : of(input, outcome, looked, broken);
    }

    private static BilledAccount oneByOne(AccountInput input) {
        List<AgreementInput> good = new ArrayList<>();
        List<AgreementOutcome> outcomes = new ArrayList<>();
        List<Withheld> broken = new ArrayList<>();
        for (AgreementInput agreement : input.agreements()) {
            try {
                outcomes.addAll(
                        AccountBilling.bill(input.with(List.of(agreement))).agreements());
                good.add(agreement);
            } catch (RuntimeException e) {
                broken.add(Withheld.failed(agreement.agreement(), "failed", e.toString(), agreement.usualBill()));
            }
        }
        AccountOutcome outcome = new AccountOutcome(input.customerAccount(), outcomes, input.arrears());
        return of(input.with(good), outcome, broken);
    }

    private static BilledAccount of(AccountInput input, AccountOutcome outcome, List<Withheld> broken) {
        return of(input, outcome, outcome, broken);
    }

    /// @param drafted the outcome before the checks, with the bills that they held
    private static BilledAccount of(
            AccountInput input, AccountOutcome drafted, AccountOutcome outcome, List<Withheld> broken) {
        List<Withheld> withheld = new ArrayList<>(broken);
        for (int i = 0; i < outcome.agreements().size(); i++) {
            if (outcome.agreements().get(i) instanceof HeldAgreement held) {
                Money atRisk = drafted.agreements().get(i) instanceof Billed(DraftBill bill)
                        ? bill.total()
                        : input.agreements().get(i).usualBill();
                withheld.add(Withheld.held(held.agreement(), held.holds(), atRisk));
            }
        }
        return new BilledAccount(input, outcome, withheld);
    }

    /// Gives the bills their numbers. A bill that cannot be written is withheld as failed, and nothing else with it.
    ///
    /// @param before by agreement, what its bills before came to
    Issued issue(BillRows rows, Map<String, BillsBefore> before) {
        List<IssuedBill> bills = new ArrayList<>();
        List<AgreementInput> good = new ArrayList<>();
        List<AgreementOutcome> outcomes = new ArrayList<>();
        List<Withheld> broken = new ArrayList<>();
        Iterator<AgreementInput> inputs = input.agreements().iterator();
        for (AgreementOutcome agreement : outcome.agreements()) {
            AgreementInput of = inputs.next();
            try {
                if (agreement instanceof Billed(DraftBill bill)) {
                    BillsBefore billed = before.getOrDefault(of.agreement(), BillsBefore.NONE);
                    bills.add(rows.issue(of, billed, input.arrears(), bill));
                }
                good.add(of);
                outcomes.add(agreement);
            } catch (RuntimeException e) {
                broken.add(Withheld.failed(of.agreement(), "failed", e.toString(), of.usualBill()));
            }
        }
        return new Issued(broken.isEmpty() ? this : without(broken, good, outcomes), bills);
    }

    private BilledAccount without(List<Withheld> broken, List<AgreementInput> good, List<AgreementOutcome> outcomes) {
        List<Withheld> all = new ArrayList<>(withheld);
        all.addAll(broken);
        AccountOutcome left = new AccountOutcome(outcome.customerAccount(), outcomes, outcome.arrears());
        return new BilledAccount(input.with(good), left, all);
    }

    /// Bills with their numbers.
    ///
    /// @param account without what could not be written
    record Issued(BilledAccount account, List<IssuedBill> bills) {
        IssuedAccount forListeners() {
            return new IssuedAccount(account.input(), account.outcome(), bills);
        }
    }
}
