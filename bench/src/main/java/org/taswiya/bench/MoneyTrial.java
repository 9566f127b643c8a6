package org.taswiya.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.run.BillingListener;
import org.taswiya.run.MonthClose;
import org.taswiya.run.MonthCloseAnswer;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.receivables.Aging;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;

/// What money costs when all bills of the town are made and none is paid: all that is open by its age, payments in
/// batches as a file brings them, and the close of a month.
final class MoneyTrial {
    private static final int PAYMENTS_MOST = 100_000;
    private static final int PAYMENTS_AT_ONCE = 1_000;
    private static final Money AMOUNT = Money.ofMinor(10_000);

    private final Database database;
    private final RunSettings settings;
    private final int cores;
    private final LocalDate day;

    /// @param settings of the last cycle billed
    MoneyTrial(Database database, RunSettings settings, int cores) {
        this.database = database;
        this.settings = settings;
        this.cores = cores;
        this.day = settings.cycle().billedOn();
    }

    List<BenchRow> measure() throws SQLException {
        return List.of(age(), pay(), close());
    }

    private BenchRow age() {
        long begin = System.nanoTime();
        Aging aging = Aging.on(database, day);
        double seconds = seconds(begin);
        long items = aging.rows().stream().mapToLong(Aging.Row::items).sum();
        return BenchRow.of("age", "items", items, seconds, cores);
    }

    /// One an account, on the oldest of its items.
    private BenchRow pay() throws SQLException {
        List<String> accounts = accounts();
        long begin = System.nanoTime();
        for (int from = 0; from < accounts.size(); from += PAYMENTS_AT_ONCE) {
            pay(accounts.subList(from, Math.min(from + PAYMENTS_AT_ONCE, accounts.size())));
        }
        return BenchRow.of("pay", "payments", accounts.size(), seconds(begin), cores);
    }

    private List<String> accounts() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select reference from customer_account order by 1 limit ?")) {
            query.setInt(1, PAYMENTS_MOST);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private void pay(List<String> accounts) {
        List<Payment> payments = new ArrayList<>();
        for (String account : accounts) {
            Payment.Key key = new Payment.Key("bench", account);
            payments.add(new Payment(account, AMOUNT, day, Means.TRANSFER, "bank", key, List.of()));
        }
        BooksTransaction.make(database, Town.change(day, "payments"), false, (connection, change) -> {
            PaymentBatch batch = PaymentBatch.begin(connection, () -> change, day, payments);
            for (Payment payment : payments) {
                if (batch.take(payment, StampDuty.NONE) instanceof PaymentAnswer.Refused refused) {
                    throw new IllegalStateException("A payment of the town was refused: " + refused);
                }
            }
            batch.send();
            return new BooksTransaction.Done<>(payments, true);
        });
    }

    /// The month after the last that was billed: everybody is estimated to its end.
    private BenchRow close() {
        long begin = System.nanoTime();
        MonthCloseAnswer answer = MonthClose.close(
                database,
                YearMonth.from(day),
                settings.policy(),
                settings.tariffs(),
                ProvisionRules.NONE,
                day.plusMonths(2),
                Town.change(day, "the books of a month"),
                false,
                new BillingListener() {});
        if (!(answer instanceof MonthCloseAnswer.Closed closed)) {
            throw new IllegalStateException("The month was not closed: " + answer);
        }
        return BenchRow.of("close", "accounts", closed.bills(), seconds(begin), cores);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
