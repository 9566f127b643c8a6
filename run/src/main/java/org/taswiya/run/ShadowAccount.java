package org.taswiya.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.PeriodPrices;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.RenewedInputs.Renewed;
import org.taswiya.store.run.Withheld;

/// One account, billed with the books in use and then again with the new ones.
///
/// @param customerClass of its customer
/// @param bills that were compared
/// @param others what the bills of books that nothing replaces come to, one amount for each
/// @param caused what the new books would hold or fail, and the books in use do not
/// @param withheld what has no bill under the books in use
record ShadowAccount(
        String account,
        String customerClass,
        List<ShadowBill> bills,
        List<Money> others,
        List<Withheld> caused,
        List<Withheld> withheld) {

    /// What the bills of all accounts are compared by.
    ///
    /// @param instead by the id of a tariff in use, the one to bill with in its place
    /// @param checks of both sides
    record Rules(Map<String, Tariff> instead, BillChecks checks) {}

    /// Bills an account with the new books.
    ///
    /// @param inUse as the books in use bill it, before any check
    static ShadowAccount of(
            BilledAccount inUse,
            CustomerClass customerClass,
            Rules rules,
            Renewed renewed,
            Set<String> released,
            SharedPrices prices) {
        ShadowAccount account = new ShadowAccount(
                inUse.input().customerAccount(),
                customerClass.code(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(inUse.withheld()));
        BillLimits limits = rules.checks().byClass().getOrDefault(customerClass, BillLimits.NONE);
        Iterator<AgreementInput> inputs = inUse.input().agreements().iterator();
        for (AgreementOutcome outcome : inUse.outcome().agreements()) {
            AgreementInput input = inputs.next();
            Tariff tariff = rules.instead().get(input.tariff().id());
            if (outcome instanceof Billed(DraftBill bill)) {
                if (tariff == null) {
                    account.others.add(due(bill.segments()));
                } else {
                    Withheld held = renewed.withheld().get(input.agreement());
                    AgreementInput read = renewed.inputs().get(input.agreement());
                    // what was billed stays as it was billed, also by an old system
                    AgreementInput other = read == null ? input.with(tariff) : read.with(input.billed());
                    if (held == null) {
                        account.compare(inUse.input(), other, bill, limits, released, prices);
                    } else {
                        account.caused.add(held);
                    }
                }
            }
        }
        return account;
    }

    private void compare(
            AccountInput account,
            AgreementInput renewed,
            DraftBill bill,
            BillLimits limits,
            Set<String> released,
            SharedPrices prices) {
        try {
            AccountInput alone = account.with(List.of(renewed));
            switch (AccountBilling.bill(alone, prices).agreements().getFirst()) {
                case HeldAgreement held -> caused.add(Withheld.held(held.agreement(), held.holds(), bill.total()));
                case Billed(DraftBill renewedBill) -> {
                    Money after = due(bill, renewedBill, renewed, prices);
                    List<Hold> found = limits.findings(renewed, renewedBill);
                    if (!found.isEmpty()
                            && !released.contains(renewed.agreement())
                            && limits.findings(renewed, bill).isEmpty()) {
                        caused.add(Withheld.held(renewed.agreement(), found, renewedBill.total()));
                    }
                    bills.add(compared(bill, after));
                }
            }
        } catch (RuntimeException e) {
            caused.add(Withheld.failed(renewed.agreement(), "failed", e.toString(), bill.total()));
        }
    }

    private ShadowBill compared(DraftBill bill, Money after) {
        int block = 0;
        Decimal usage = Decimal.ZERO;
        for (BillSegment segment : bill.segments()) {
            usage = usage.plus(segment.usage());
            for (ChargeLine line : segment.rating().lines()) {
                block = Math.max(block, line.block());
            }
        }
        return new ShadowBill(
                account,
                bill.agreement(),
                customerClass,
                bill.service(),
                bill.tariff(),
                block,
                usage,
                due(bill.segments()),
                after);
    }

    /// What the periods of a bill are due by the new book. A matter that was settled by the book in use may come up
    /// again under the new one, and then the new bill is about other periods: those of the bill in use are priced as
    /// they are.
    private static Money due(DraftBill bill, DraftBill renewed, AgreementInput input, SharedPrices prices) {
        if (isOfSamePeriods(bill, renewed)) {
            return due(renewed.segments());
        }
        Money sum = Money.ZERO;
        List<Usage> earlier = new ArrayList<>();
        PeriodPrices ofPeriods = new PeriodPrices(input.tariff(), input.households(), input.askedFor(), prices);
        for (BillSegment segment : bill.segments()) {
            sum = sum.plus(ofPeriods
                    .of(segment.range(), earlier)
                    .rate(Fraction.of(segment.usage()))
                    .total());
            earlier.add(new Usage(segment.range(), segment.usage(), UsageQuality.ACTUAL));
        }
        return sum;
    }

    private static boolean isOfSamePeriods(DraftBill bill, DraftBill renewed) {
        return bill.segments().stream()
                .map(BillSegment::range)
                .toList()
                .equals(renewed.segments().stream().map(BillSegment::range).toList());
    }

    private static Money due(List<BillSegment> segments) {
        Money sum = Money.ZERO;
        for (BillSegment segment : segments) {
            sum = sum.plus(segment.rating().total());
        }
        return sum;
    }
}
