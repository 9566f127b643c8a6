package org.taswiya.cli.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis.OnReading;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What the settlement of the gap came to, gathered account by account.
final class Figures {
    private final SortedMap<Group, Direction> groups = new TreeMap<>();
    private final SortedMap<String, EstimateError> errors = new TreeMap<>();
    /// By account: one of its bills may come later than the others, let out of a hold.
    private final Map<String, Money> customers = new HashMap<>();

    private final SettlementLaws laws = new SettlementLaws();
    private Money monthWise = Money.ZERO;
    private Money lump = Money.ZERO;
    private Money cheapest = Money.ZERO;
    private Money dearest = Money.ZERO;
    private long worseAsLump;
    private long offers;
    private Money offered = Money.ZERO;

    /// Service and class of customer, in the order in which a screen lists them.
    record Group(String service, String customerClass) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byService = service.compareTo(other.service);
            return byService != 0 ? byService : customerClass.compareTo(other.customerClass);
        }
    }

    /// Adds bills of one account in the month that settles.
    void add(Subscriber subscriber, AccountInput input, AccountOutcome outcome) {
        Map<String, AgreementInput> inputs = new HashMap<>();
        input.agreements().forEach(agreement -> inputs.put(agreement.agreement(), agreement));
        for (var agreement : outcome.agreements()) {
            AgreementInput own = inputs.get(agreement.agreement());
            if (agreement instanceof Billed(DraftBill bill)
                    && own != null
                    && !own.billed().isEmpty()
                    && bill.basis() instanceof OnReading(Settled settled)) {
                customers.merge(input.customerAccount(), settled.trueUp().total(), Money::plus);
                add(subscriber, bill, settled);
                addError(bill.service(), supply(subscriber, bill.agreement()), own.billed());
                laws.check(input, own, bill, settled);
            }
        }
    }

    private void add(Subscriber subscriber, DraftBill bill, Settled settled) {
        Group group =
                new Group(bill.service(), subscriber.customer().customerClass().code());
        groups.computeIfAbsent(group, _ -> new Direction()).add(settled.trueUp().total());
        Money ownLump = settled.proof().lump();
        Money own = settled.proof().monthWise();
        lump = lump.plus(ownLump);
        monthWise = monthWise.plus(own);
        cheapest = cheapest.plus(settled.proof().cheapest().total());
        dearest = dearest.plus(settled.proof().dearest().total());
        if (ownLump.compareTo(own) > 0) {
            worseAsLump++;
        }
        bill.offer().ifPresent(_ -> {
            offers++;
            offered = offered.plus(bill.total());
        });
    }

    private static Supply supply(Subscriber subscriber, String agreement) {
        return subscriber.supplies().stream()
                .filter(supply -> supply.agreement().reference().equals(agreement))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No supply under agreement " + agreement));
    }

    /// Estimates against true use, where both are known for the same days.
    private void addError(String service, Supply supply, List<BilledPeriod> billed) {
        DateRange span = DateRange.of(
                billed.getFirst().range().from(), billed.getLast().range().to());
        Decimal estimated = Decimal.ZERO;
        for (BilledPeriod period : billed) {
            estimated = estimated.plus(period.usage());
        }
        Decimal trueUse = Decimal.ZERO;
        long days = 0;
        for (Usage use : supply.trueUse()) {
            if (span.contains(use.range())) {
                trueUse = trueUse.plus(use.quantity());
                days += use.range().days();
            }
        }
        if (days != span.days()) {
            return;
        }
        errors.computeIfAbsent(service, _ -> new EstimateError()).add(estimated, trueUse);
    }

    SortedMap<Group, Direction> groups() {
        return groups;
    }

    Direction all() {
        Direction all = new Direction();
        groups.values().forEach(all::add);
        return all;
    }

    Direction customers() {
        Direction all = new Direction();
        customers.values().forEach(all::add);
        return all;
    }

    SortedMap<String, EstimateError> errors() {
        return errors;
    }

    SettlementLaws laws() {
        return laws;
    }

    Money monthWise() {
        return monthWise;
    }

    Money lump() {
        return lump;
    }

    Money cheapest() {
        return cheapest;
    }

    Money dearest() {
        return dearest;
    }

    /// Settlements that one lump would have made dearer.
    long worseAsLump() {
        return worseAsLump;
    }

    long offers() {
        return offers;
    }

    Money offered() {
        return offered;
    }
}
