package org.taswiya.cli.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.PeriodPrices;
import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// Checks each settlement against the laws that every settlement obeys, and counts.
final class SettlementLaws {
    private final Map<Law, List<String>> broken = new EnumMap<>(Law.class);
    private long checked;

    /// What every settlement obeys.
    enum Law {
        /// What was billed and is billed now is what reading every month would have billed.
        READ_MONTHLY,
        /// Settling again with nothing new comes to nothing.
        NOTHING_NEW,
        /// No division of the volume is cheaper than the cheapest or dearer than the dearest.
        PROOF
    }

    /// Checks one bill that settles.
    ///
    /// @param account what the bill was made from
    void check(AccountInput account, AgreementInput agreement, DraftBill bill, Settled settled) {
        checked++;
        Money billed = Money.ZERO;
        Money readMonthly = Money.ZERO;
        PeriodPrices prices =
                new PeriodPrices(agreement.tariff(), agreement.households(), agreement.askedFor(), new SharedPrices());
        for (SettledPeriod period : settled.periods()) {
            Amounts before = period.billed();
            billed = billed.plus(before.total());
            readMonthly = readMonthly.plus(
                    prices.of(period.range()).rate(Fraction.of(period.usage())).total());
        }
        Money together = billed.plus(bill.total()).plus(settled.writtenOff().total());
        require(
                Law.READ_MONTHLY,
                together.equals(readMonthly),
                bill,
                "billed " + together + ", read monthly " + readMonthly);
        Money again = again(account, agreement, settled);
        require(Law.NOTHING_NEW, again.isZero(), bill, "with nothing new, settling again gives " + again);
        Proof proof = settled.proof();
        Money cheapest = proof.cheapest().total();
        Money dearest = proof.dearest().total();
        require(
                Law.PROOF,
                cheapest.compareTo(proof.monthWise()) <= 0
                        && proof.monthWise().compareTo(dearest) <= 0
                        && cheapest.compareTo(proof.lump()) <= 0
                        && proof.lump().compareTo(dearest) <= 0,
                bill,
                "cheapest " + cheapest + ", month-wise " + proof.monthWise() + ", lump " + proof.lump() + ", dearest "
                        + dearest);
    }

    /// What settling once more comes to when all that is due has been billed. Billed to the end of what was settled:
    /// a reading that came late leaves days up to the end of the cycle, and those would be an estimate of their own.
    private static Money again(AccountInput account, AgreementInput input, Settled settled) {
        List<BilledPeriod> billed = settled.periods().stream()
                .map(period -> new BilledPeriod(
                        period.range(),
                        period.wasEstimated() ? period.billedUsage() : period.usage(),
                        period.billedQuality(),
                        period.billed().plus(period.chargeable())))
                .toList();
        AgreementOutcome outcome = AccountBilling.bill(new AccountInput(
                        account.customerAccount(),
                        settled.periods().getLast().range().to(),
                        account.billedOn(),
                        account.policy(),
                        account.arrears(),
                        List.of(input.with(billed))))
                .agreements()
                .getFirst();
        return outcome instanceof Billed(DraftBill bill) ? bill.total() : Money.ofMinor(Long.MAX_VALUE);
    }

    private void require(Law law, boolean holds, DraftBill bill, String found) {
        if (!holds) {
            broken.computeIfAbsent(law, _ -> new ArrayList<>()).add("agreement " + bill.agreement() + ": " + found);
        }
    }

    /// Settlements looked at.
    long checked() {
        return checked;
    }

    boolean hold(Law law) {
        return !broken.containsKey(law);
    }

    /// What breaks a law, in words; nothing when all hold.
    List<String> broken() {
        return broken.values().stream().flatMap(List::stream).toList();
    }
}
