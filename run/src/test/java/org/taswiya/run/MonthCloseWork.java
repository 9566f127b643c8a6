package org.taswiya.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AgeBand;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.store.Database;
import org.taswiya.store.ledger.ClosedMonths;

/// Three months that are billed, paid a little and closed, with what they lack of revenue and of provision.
final class MonthCloseWork implements MoneyWork {
    private static final YearMonth FIRST = YearMonth.of(2020, 2);
    private static final int MONTHS = 3;

    /// A bill run, two payments, the close.
    private static final int OF_A_MONTH = 4;

    private static final ProvisionRules PROVISION =
            new ProvisionRules(Map.of(AgeBand.MONTH, Decimal.parse("0.25"), AgeBand.TWO_MONTHS, Decimal.parse("0.5")));

    @Override
    public void fill(Database database) {
        new SampleUtility(24, 5).fill(database);
    }

    @Override
    public int steps() {
        return MONTHS * OF_A_MONTH;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void take(Database database, int step, Consumer<String> told) {
        YearMonth month = FIRST.plusMonths(step / OF_A_MONTH);
        YearMonth next = month.plusMonths(1);
        switch (step % OF_A_MONTH) {
            case 0 ->
                MoneyWork.bill(
                        () -> BillingRun.execute(
                                database,
                                SampleUtility.settings(next.atDay(1).toString(), 7),
                                new BillingListener() {}),
                        told);
            case 1, 2 -> {
                String account = OneFlat.account(7 * (1 + step));
                MoneyWork.pay(database, account, "60.00", next.atDay(20), "k" + step, told);
            }
            default -> close(database, month, told);
        }
    }

    private static void close(Database database, YearMonth month, Consumer<String> told) {
        MonthCloseAnswer answer = MonthClose.close(
                database,
                month,
                SampleUtility.POLICY,
                SampleUtility::tariff,
                PROVISION,
                OneFlat.TODAY,
                OneFlat.WHY,
                false,
                new BillingListener() {});
        switch (answer) {
            case MonthCloseAnswer.Closed closed -> {
                told.accept(closed(closed.month(), closed.total(), closed.bills(), closed.withheld()));
                told.accept(
                        "provided " + month + " " + closed.provision().needed().minorUnits());
            }
            case MonthCloseAnswer.Refused(var reason, var found) -> told.accept("refused " + reason + " " + found);
        }
    }

    private static String closed(YearMonth month, Money accrued, long bills, long withheld) {
        return "closed " + month + " " + accrued + " " + bills + " " + withheld;
    }

    @Override
    public List<String> facts(Database database) {
        List<String> facts = new ArrayList<>(MoneyWork.paid(database));
        ClosedMonths.list(database)
                .forEach(one -> facts.add(closed(one.month(), one.accrued(), one.bills(), one.withheld())));
        facts.addAll(MoneyWork.texts(
                database,
                "select 'provided ' || to_char(month, 'YYYY-MM') || ' ' || needed from provision order by month"));
        return facts;
    }
}
