package org.taswiya.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.collector.Channel;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.FeeRule;
import org.taswiya.core.collector.Right;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;

/// Accounts with water, and bills written by hand; databases of their own on one server, and homes of their own.
public final class Town {
    public static final Change WHY = new Change(Instant.parse("2020-12-31T12:00:00Z"), "test", "test");

    private final Database database;
    private int bills;

    public Town(Database database) {
        this.database = database;
    }

    /// A database of its own, without accounts.
    public static Database fresh() {
        return TestDatabases.unopened();
    }

    /// A home of its own, without a database.
    public static Home home(String name) {
        try {
            Path homes = Files.createDirectories(Path.of("target", "homes"));
            return Home.at(Files.createTempDirectory(homes, name + "-")).create("test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Wafacash with all rights but part payments, Tasshilat that may only ask, the bank that may pay in part, M-Post
    /// that may not take a payment back.
    public static Map<String, Collector> collectors() {
        return Map.of(
                "wafacash", collector("wafacash", EnumSet.complementOf(EnumSet.of(Right.PAY_IN_PART))),
                "tasshilat", collector("tasshilat", Set.of(Right.INQUIRE)),
                "m-post", collector("m-post", Set.of(Right.INQUIRE, Right.PAY)),
                "bank-app", collector("bank-app", EnumSet.allOf(Right.class)));
    }

    private static Collector collector(String name, Set<Right> rights) {
        return new Collector(
                name,
                Channel.DIGITAL,
                Set.of(Channel.DIGITAL),
                rights,
                Money.parse("1000.00"),
                Money.parse("100000.00"),
                4,
                1,
                10,
                60,
                Map.of(Channel.DIGITAL, new FeeRule(Money.parse("1.50"), Decimal.ZERO)),
                Decimal.parse("0.2"),
                2);
    }

    /// So many accounts, from 0000000001 on.
    public List<String> accounts(int most) {
        String series = " from generate_series(1, " + most + ") n";
        execute(
                "insert into change values (1, '2020-01-01T00:00Z', 'test', 'start')",
                "insert into customer values ('P1', 'household', 'ا', 'A', 'ar', 1)",
                "insert into customer_account select lpad(n::text, 10, '0'), 'P1', 1" + series,
                "insert into premise values ('L1', 'here', 'Maarif', 1)",
                "insert into usage_point select 'U' || n, 'L1', 'water', 1" + series,
                "insert into service_agreement select 'C' || lpad(n::text, 5, '0'), lpad(n::text, 10, '0'), 'U' || n,"
                        + " 't', 1, '2019-01-01', null, '2019-01-01', 1" + series,
                "insert into ledger_account values (1, 'assets:receivable'), (2, 'liabilities:customer-credit'),"
                        + " (3, 'revenue:water')",
                "insert into amount_code (id, name) values (1, 'water')");
        List<String> accounts = new ArrayList<>();
        for (int i = 1; i <= most; i++) {
            accounts.add("%010d".formatted(i));
        }
        return accounts;
    }

    /// A bill of the n-th account.
    public String bill(int n, String total) {
        int serial = ++bills;
        long cents = Money.parse(total).minorUnits();
        execute(
                "insert into billing_run values (%1$d, date '2020-01-01' + %1$d, '2020-12-31', null, false, 'p', 10, 1)"
                        .formatted(serial),
                "insert into posting select last_number + 1, o, a, m from number_series, (values (1, 1, %1$d),"
                                .formatted(cents)
                        + " (2, 3, %d)) v(o, a, m) where name = 'entry'".formatted(-cents),
                "insert into journal_entry select last_number, %d, null, date '2020-01-11', '%010d', 'bill'"
                                .formatted(serial, n)
                        + " from number_series where name = 'posting'",
                "insert into bill_segment select %d, 1, 'actual', '2020-05-01', '2020-06-01', 1, '{1}', c, c"
                                .formatted(serial)
                        + " from (select array[%d::bigint] c)".formatted(cents),
                "insert into bill (serial, agreement, account, run, billed_on, due_on, basis, gap_from, billed_to,"
                        + " next_gap_from, net, tax, stamp_if_cash, open_bills, recent)"
                        + " select %1$d, 'C%2$05d', '%2$010d', %1$d, date '2020-01-11', date '2020-01-31',"
                                .formatted(serial, n)
                        + " 'reading', '2020-05-01', '2020-06-01', '2020-06-01', %d, 0, 0, 0, '{0}'".formatted(cents));
        return new BillNumber(serial).toString();
    }

    public String text(String sql) {
        return texts(sql).getFirst();
    }

    /// The first column of all rows.
    public List<String> texts(String sql) {
        try (Connection connection = database.connect();
                var query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
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
