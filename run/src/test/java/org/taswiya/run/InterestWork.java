package org.taswiya.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.interest.InterestPolicy;
import org.taswiya.core.interest.InterestPolicy.RateFrom;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.interest.InterestRun;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.OpeningItems;

/// Three months of interest in three batches each, and payments between them.
final class InterestWork implements MoneyWork {
    private static final int ACCOUNTS = 1_100;
    private static final int EACH_LATE = 50;
    private static final YearMonth FIRST = YearMonth.of(2020, 2);
    private static final int MONTHS = 3;

    /// Two payments, then the month.
    private static final int OF_A_MONTH = 3;

    private static final LocalDate DUE = LocalDate.of(2020, 1, 10);
    private static final InterestRules RULES = new InterestRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new InterestPolicy(
                    List.of(new RateFrom(LocalDate.of(2020, 1, 1), Decimal.parse("0.10"))),
                    10,
                    Money.parse("0.10"),
                    18)));

    @Override
    public void fill(Database database) {
        List<OpeningItem> items = new ArrayList<>();
        try (PopulationWriter writer = PopulationWriter.open(database, OneFlat.WHY)) {
            writer.add(new Customer("P1", CustomerClass.HOUSEHOLD, "زبون", "Client", Language.FR));
            for (int i = 1; i <= ACCOUNTS; i++) {
                writer.add(new CustomerAccount(OneFlat.account(i), "P1"));
                if (i % EACH_LATE == 0) {
                    items.add(new OpeningItem(OneFlat.account(i), "F1", Money.parse("365.00"), DUE, DUE));
                    items.add(new OpeningItem(OneFlat.account(i), "F2", Money.ofMinor(10_000L + i), DUE, DUE));
                }
            }
            writer.commit();
        }
        BooksTransaction.make(database, OneFlat.WHY, false, (connection, change) -> {
            OpeningItems.add(connection, change, DUE, items);
            return new BooksTransaction.Done<>(items.size(), true);
        });
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
        if (step % OF_A_MONTH < OF_A_MONTH - 1) {
            String account = OneFlat.account(EACH_LATE * (1 + step));
            MoneyWork.pay(database, account, "40.00", month.atDay(15), "k" + step, told);
            return;
        }
        InterestRun.charge(database, RULES, month, month.plusMonths(1).atDay(2), OneFlat.WHY, false, one -> {
            String item = one.item().kind().code() + "/" + one.item().number();
            told.accept("charged interest/" + one.account() + "/" + item + "/" + month + " "
                    + one.interest().amount().minorUnits());
        });
    }

    @Override
    public List<String> facts(Database database) {
        List<String> facts = new ArrayList<>(MoneyWork.paid(database));
        facts.addAll(MoneyWork.texts(
                database,
                "select 'charged ' || key || ' ' || amount from adjustment where reason = 'late-interest'"
                        + " order by id"));
        return facts;
    }
}
