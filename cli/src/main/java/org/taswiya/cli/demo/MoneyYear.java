package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.dunning.DunningAnswer;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.ledger.ChartOfAccounts;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.run.BillingListener;
import org.taswiya.run.IssuedAccount;
import org.taswiya.run.MonthClose;
import org.taswiya.run.MonthCloseAnswer;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementAnswer;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.collector.Remittances;
import org.taswiya.store.collector.Remittances.Sent;
import org.taswiya.store.dunning.DunningRun;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.ReversalAnswer;
import org.taswiya.store.receivables.Reversals;

/// A year of a utility's money, July 2019 to June 2020: bills, payments by every means, cheques that bounce, reminders,
/// arrangements on what the settlement charges, what collectors remit, and the close of each month.
final class MoneyYear {
    static final YearMonth FIRST = YearMonth.of(2019, 7);
    static final YearMonth LAST = YearMonth.of(2020, 6);

    private static final int ARRANGED_ON = 1;
    private static final int BOUNCED_ON = 20;
    private static final int REMINDED_ON = 21;
    private static final int REMITTED_ON = 22;
    private static final int CLOSED_ON = 24;
    private static final int BOUNCES_PERMILLE = 30;
    private static final long BOUNCES = 21;
    private static final long ARRANGES = 22;

    private final Database database;
    private final Map<String, Tariff> tariffs;
    private final PolicyReading.Read policies;
    private final Rules rules;
    private final Payers payers;
    private final EnumMap<Means, Sum> paid = new EnumMap<>(Means.class);
    private final Map<String, Integer> steps = new LinkedHashMap<>();
    private Sum billed = Sum.NONE;
    private Sum bounced = Sum.NONE;
    private Sum arranged = Sum.NONE;
    private Money fees = Money.ZERO;
    private Money stamps = Money.ZERO;
    private Money accrued = Money.ZERO;
    private int closed;

    /// What the utility has decided about money.
    record Rules(
            ArrangementRules arrangements,
            WorkingDays days,
            DunningRules dunning,
            Map<String, Collector> collectors,
            ChartOfAccounts chart) {}

    /// How many of something, and what they come to.
    record Sum(long count, Money amount) {
        static final Sum NONE = new Sum(0, Money.ZERO);

        Sum plus(Money more) {
            return new Sum(count + 1, amount.plus(more));
        }
    }

    MoneyYear(Database database, Map<String, Tariff> tariffs, PolicyReading.Read policies, Rules rules, Payers payers) {
        this.database = database;
        this.tariffs = tariffs;
        this.policies = policies;
        this.rules = rules;
        this.payers = payers;
        rules.dunning()
                .byClass()
                .values()
                .forEach(policy -> policy.steps().forEach(step -> steps.putIfAbsent(step.name(), 0)));
    }

    /// Whether the bills of a round are of the year.
    static boolean isOf(Round round) {
        YearMonth month = YearMonth.from(round.billTo()).minusMonths(1);
        return !month.isBefore(FIRST) && !month.isAfter(LAST);
    }

    /// Notes bills of a round of the year. Of those whose settlement comes with an offer, half ask for it at once.
    void note(Round round, IssuedAccount account) {
        Money offered = Money.ZERO;
        for (var bill : account.bills()) {
            billed = billed.plus(bill.bill().total());
            offered = bill.bill().offer().isPresent() ? offered.plus(bill.bill().total()) : offered;
        }
        String reference = account.input().customerAccount();
        if (round.settles()
                && offered.signum() > 0
                && Dice.of(ARRANGES, reference.hashCode()).inPermille(500)) {
            payers.waitFor(reference);
        }
    }

    /// What happens until the bills of the next round.
    void play(Round round) {
        LocalDate day = round.billTo();
        payers.waiting().forEach(account -> arrange(account, day.plusDays(ARRANGED_ON)));
        List<Receipt> receipts = payers.pay(round, true);
        receipts.forEach(this::note);
        receipts.forEach(receipt -> bounce(receipt, day.plusDays(BOUNCED_ON)));
        remind(day.plusDays(REMINDED_ON));
        rules.collectors().values().forEach(collector -> remit(collector, day));
        close(YearMonth.from(day).minusMonths(1), day.plusDays(CLOSED_ON));
    }

    private void arrange(String account, LocalDate day) {
        Asked asked = new Asked(rules.arrangements(), rules.days(), null, day, RequestChannel.AGENCY, "supervisor");
        ArrangementAnswer answer = ArrangementDecisions.grant(
                database, account, asked, day, RoundBilling.change(day, "instalments asked for"), false);
        switch (answer) {
            case ArrangementAnswer.Done done ->
                arranged = arranged.plus(
                        done.arrangement().arrangement().schedule().total());
            case ArrangementAnswer.Refused _ -> {}
        }
    }

    private void note(Receipt receipt) {
        paid.merge(
                receipt.payment().means(),
                Sum.NONE.plus(receipt.payment().amount()),
                (before, _) -> before.plus(receipt.payment().amount()));
        stamps = stamps.plus(receipt.stamp());
    }

    private void bounce(Receipt receipt, LocalDate day) {
        boolean isCheque = receipt.payment().means() == Means.CHEQUE;
        if (isCheque && Dice.of(BOUNCES, receipt.number().serial()).inPermille(BOUNCES_PERMILLE)) {
            Change why = RoundBilling.change(day, "cheque bounced");
            if (Reversals.reverse(database, receipt.number(), day, day, why, false)
                    instanceof ReversalAnswer.Reversed) {
                bounced = bounced.plus(receipt.payment().amount());
            }
        }
    }

    private void remind(LocalDate day) {
        DunningRun.send(database, rules.dunning(), day, RoundBilling.change(day, "dunning of " + day), batch -> {
            batch.accounts()
                    .forEach(account -> account.answers().forEach(answer -> {
                        if (answer instanceof DunningAnswer.Send send) {
                            steps.merge(send.step().name(), 1, Integer::sum);
                        }
                    }));
        });
    }

    private void remit(Collector collector, LocalDate billed) {
        LocalDate day = billed.plusDays(REMITTED_ON);
        Change why = RoundBilling.change(day, "remitted by " + collector.name());
        // What is expected is asked for first: any amount will do for the question.
        Sent unknown = sent(collector, billed, Money.ofMinor(1));
        if (Remittances.take(database, collector, unknown, why, true) instanceof Remittances.Answer.Booked booked) {
            Remittances.take(database, collector, sent(collector, billed, booked.expected()), why, false);
            fees = fees.plus(booked.fee());
        }
    }

    private static Sent sent(Collector collector, LocalDate billed, Money amount) {
        LocalDate until = billed.plusDays(Payers.LAST_DAY);
        return new Sent(collector.name() + "-" + billed, until, billed.plusDays(REMITTED_ON), "bmce", amount, true);
    }

    private void close(YearMonth month, LocalDate day) {
        MonthCloseAnswer answer = MonthClose.close(
                database,
                month,
                policies.policy(),
                id -> Optional.ofNullable(tariffs.get(id)),
                ProvisionRules.NONE,
                day,
                RoundBilling.change(day, "books of " + month),
                false,
                new BillingListener() {});
        switch (answer) {
            case MonthCloseAnswer.Closed done -> {
                accrued = done.total();
                closed++;
            }
            case MonthCloseAnswer.Refused(var reason, var found) ->
                throw new IllegalStateException(month + " cannot be closed, " + reason + ": " + found);
        }
    }

    Sum billed() {
        return billed;
    }

    Map<Means, Sum> paid() {
        return paid;
    }

    Sum bounced() {
        return bounced;
    }

    Sum arranged() {
        return arranged;
    }

    Money fees() {
        return fees;
    }

    Money stamps() {
        return stamps;
    }

    Map<String, Integer> steps() {
        return steps;
    }

    int closed() {
        return closed;
    }

    /// What of the last month was supplied and not billed when it ended.
    Money accrued() {
        return accrued;
    }

    ChartOfAccounts chart() {
        return rules.chart();
    }
}
