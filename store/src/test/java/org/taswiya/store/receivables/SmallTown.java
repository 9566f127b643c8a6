package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.Cancellations;

/// Accounts 0000000001 to 0000000003, each with water, and bills written by hand: one segment, one posting each side.
public final class SmallTown {
    public static final String ONE = "0000000001";
    public static final String TWO = "0000000002";
    public static final LocalDate TODAY = LocalDate.of(2020, 12, 31);
    public static final StampDuty QUARTER = new StampDuty(Decimal.parse("0.0025"));
    public static final Change WHY = new Change(Instant.parse("2020-12-31T12:00:00Z"), "till", "counter");

    private final Database database;
    private int bills;

    public SmallTown(Database database) {
        this.database = database;
    }

    public SmallTown fill() {
        execute(
                "insert into change values (1, '2020-01-01T00:00Z', 'test', 'start')",
                "insert into customer values ('P1', 'household', 'ا', 'A', 'ar', 1),"
                        + " ('P2', 'professional', 'ا', 'B', 'fr', 1)",
                "insert into customer_account values ('0000000001', 'P1', 1), ('0000000002', 'P2', 1),"
                        + " ('0000000003', 'P1', 1)",
                "insert into premise values ('L1', 'here', 'Maarif', 1)",
                "insert into usage_point select 'U' || n, 'L1', 'water', 1 from generate_series(1, 3) n",
                "insert into service_agreement select 'C0000' || n, '000000000' || n, 'U' || n, 't', 1, '2019-01-01',"
                        + " null, '2019-01-01', 1 from generate_series(1, 3) n",
                "insert into ledger_account values (1, 'assets:receivable'), (2, 'liabilities:customer-credit'),"
                        + " (3, 'revenue:water')",
                "insert into amount_code (id, name) values (1, 'water')");
        return this;
    }

    /// A bill of an account, dated and due on days of the year 2020.
    public ItemKey bill(int account, String total, int day, int due) {
        int serial = ++bills;
        long cents = Money.parse(total).minorUnits();
        execute(
                "insert into billing_run values (%1$d, date '2020-01-01' + %1$d, '2020-12-31', null, false, 'p', 10, 1)"
                        .formatted(serial),
                "insert into posting select last_number + 1, o, a, m from number_series, (values (1, %d, %d), "
                                .formatted(cents > 0 ? 1 : 2, cents)
                        + "(2, 3, %d)) v(o, a, m) where name = 'entry'".formatted(-cents),
                "insert into journal_entry select last_number, %d, null, date '2020-01-01' + %d, '000000000%d', 'bill'"
                                .formatted(serial, day, account)
                        + " from number_series where name = 'posting'",
                "insert into bill_segment select %1$d, 1, 'actual', '2020-05-01', '2020-06-01', 1, '{1}', c, c"
                                .formatted(serial)
                        + " from (select array[%d::bigint] c)".formatted(cents),
                "insert into bill (serial, agreement, account, run, billed_on, due_on, basis, gap_from, billed_to,"
                        + " next_gap_from, net, tax, stamp_if_cash, open_bills, recent)"
                        + " select %1$d, 'C0000%2$d', '000000000%2$d', %1$d, date '2020-01-01' + %3$d,"
                                .formatted(serial, account, day)
                        + " date '2020-01-01' + %d, 'reading', '2020-05-01', '2020-06-01', '2020-06-01', %d,"
                                .formatted(due, cents)
                        + " 0, 0, 0, '{0}'");
        return ItemKey.bill(new BillNumber(serial).toString());
    }

    public void opening(String account, String reference, String amount, int day) {
        Money money = Money.parse(amount);
        LocalDate on = money.signum() > 0 ? day(day) : null;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            OpeningItems.add(connection, 1, day(day), List.of(new OpeningItem(account, reference, money, on, on)));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static LocalDate day(int day) {
        return LocalDate.of(2020, 1, 1).plusDays(day);
    }

    public static Payment payment(int account, String amount, Means means, int day, String key, ItemKey... named) {
        return new Payment(
                "000000000" + account,
                Money.parse(amount),
                day(day),
                means,
                "main",
                key.isEmpty() ? null : new Payment.Key("main", key),
                List.of(named));
    }

    public PaymentAnswer pay(Payment payment) {
        return Payments.take(database, payment, QUARTER, TODAY, WHY, false);
    }

    public Receipt taken(Payment payment) {
        return ((PaymentAnswer.Taken) pay(payment)).receipt();
    }

    public ReversalAnswer reverse(Receipt receipt) {
        return Reversals.reverse(database, receipt.number(), TODAY, TODAY, WHY, false);
    }

    public CreditUses.Used useCredits() {
        return CreditUses.use(database, TODAY, WHY, false);
    }

    public void cancel(ItemKey bill) {
        Cancellations.cancel(database, BillNumber.parse(bill.number()).orElseThrow(), TODAY, WHY);
    }

    public String open(String account) {
        StringBuilder open = new StringBuilder();
        AccountRows.of(database, account)
                .items()
                .forEach(item ->
                        open.append(item.key()).append(' ').append(item.open()).append("; "));
        return open.toString();
    }

    public String credit(String account) {
        StringBuilder left = new StringBuilder();
        AccountRows.of(database, account)
                .credits()
                .forEach(credit -> left.append(credit.key())
                        .append(' ')
                        .append(credit.left())
                        .append("; "));
        return left.toString();
    }

    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    public String text(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
