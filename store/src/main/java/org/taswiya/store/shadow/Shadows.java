package org.taswiya.store.shadow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.shadow.StoredShadow.Bin;
import org.taswiya.store.shadow.StoredShadow.Book;
import org.taswiya.store.shadow.StoredShadow.Hit;
import org.taswiya.store.shadow.StoredShadow.Left;
import org.taswiya.store.shadow.StoredShadow.Part;
import org.taswiya.store.shadow.StoredShadow.Sum;

/// Keeps shadow runs, and finds them again.
public final class Shadows {
    private static final String HEAD = """
            select s.id, s.bill_to, s.billed_on, s.accounts, s.failed, c.author, c.reason, c.made_at
            from shadow_run s join change c on c.id = s.change""";

    private Shadows() {}

    /// A value for each sign of a row that is written.
    private interface Values {
        void set(PreparedStatement insert) throws SQLException;
    }

    /// Keeps one; killed at any moment, all of it is kept or nothing.
    ///
    /// @return its number
    public static long keep(Database database, StoredShadow shadow, Change why) {
        return BooksTransaction.make(
                database, why, false, (connection, change) -> new Done<>(insert(connection, shadow, change), true));
    }

    private static long insert(Connection connection, StoredShadow shadow, long change) throws SQLException {
        long number = next(connection);
        row(connection, "shadow_run", 6, insert -> {
            insert.setLong(1, number);
            insert.setObject(2, shadow.billTo());
            insert.setObject(3, shadow.billedOn());
            insert.setLong(4, shadow.accounts());
            insert.setLong(5, shadow.failed());
            insert.setLong(6, change);
        });
        for (Book book : shadow.books()) {
            row(connection, "shadow_book", 4, insert -> {
                insert.setLong(1, number);
                insert.setString(2, book.tariff());
                insert.setString(3, book.named());
                insert.setString(4, book.digest());
            });
        }
        for (Sum sum : shadow.sums()) {
            row(connection, "shadow_sum", 12, insert -> set(insert, number, sum));
        }
        int ordinal = 0;
        for (Bin bin : shadow.bins()) {
            int at = ++ordinal;
            row(connection, "shadow_bin", 7, insert -> set(insert, number, at, bin));
        }
        hits(connection, number, true, shadow.dearer());
        hits(connection, number, false, shadow.cheaper());
        for (Left left : shadow.left()) {
            row(connection, "shadow_withheld", 4, insert -> {
                insert.setLong(1, number);
                insert.setBoolean(2, left.isCaused());
                insert.setString(3, left.reason());
                insert.setLong(4, left.agreements());
            });
        }
        return number;
    }

    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(id), 0) + 1 from shadow_run")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    private static void row(Connection connection, String table, int columns, Values values) throws SQLException {
        String signs = "?" + ", ?".repeat(columns - 1);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + signs + ")")) {
            values.set(insert);
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement insert, long number, Sum sum) throws SQLException {
        insert.setLong(1, number);
        insert.setString(2, sum.part().code());
        insert.setString(3, sum.name());
        insert.setInt(4, sum.block());
        insert.setString(5, sum.service());
        insert.setLong(6, sum.bills());
        insert.setLong(7, sum.before().minorUnits());
        insert.setLong(8, sum.after().minorUnits());
        insert.setLong(9, sum.more());
        insert.setLong(10, sum.moreBy().minorUnits());
        insert.setLong(11, sum.less());
        insert.setLong(12, sum.lessBy().minorUnits());
    }

    private static void set(PreparedStatement insert, long number, int ordinal, Bin bin) throws SQLException {
        Money upTo = bin.upTo();
        insert.setLong(1, number);
        insert.setInt(2, ordinal);
        insert.setInt(3, bin.direction());
        insert.setLong(4, bin.above().minorUnits());
        insert.setObject(5, upTo == null ? null : upTo.minorUnits());
        insert.setLong(6, bin.bills());
        insert.setLong(7, bin.difference().minorUnits());
    }

    private static void hits(Connection connection, long number, boolean isMore, List<Hit> hits) throws SQLException {
        int place = 0;
        for (Hit hit : hits) {
            int at = ++place;
            row(connection, "shadow_account", 8, insert -> {
                insert.setLong(1, number);
                insert.setBoolean(2, isMore);
                insert.setInt(3, at);
                insert.setString(4, hit.account());
                insert.setString(5, hit.customerClass());
                insert.setInt(6, hit.bills());
                insert.setLong(7, hit.before().minorUnits());
                insert.setLong(8, hit.after().minorUnits());
            });
        }
    }

    /// The newest first.
    public static List<StoredShadow> newest(Database database, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(HEAD + " order by s.id desc limit ?")) {
            query.setInt(1, most);
            return Rows.list(query, row -> shadow(connection, row));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<StoredShadow> of(Database database, long number) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(HEAD + " where s.id = ?")) {
            query.setLong(1, number);
            return Rows.list(query, row -> shadow(connection, row)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static StoredShadow shadow(Connection connection, ResultSet row) throws SQLException {
        long number = row.getLong("id");
        return new StoredShadow(
                number,
                Rows.date(row, "bill_to"),
                Rows.date(row, "billed_on"),
                row.getLong("accounts"),
                row.getLong("failed"),
                list(
                        connection,
                        "select * from shadow_book where shadow = ? order by tariff",
                        number,
                        of -> new Book(of.getString("tariff"), of.getString("named"), of.getString("digest"))),
                list(
                        connection,
                        "select * from shadow_sum where shadow = ? order by part, name, block",
                        number,
                        Shadows::sum),
                list(connection, "select * from shadow_bin where shadow = ? order by ordinal", number, Shadows::bin),
                hits(connection, number, true),
                hits(connection, number, false),
                list(
                        connection,
                        "select * from shadow_withheld where shadow = ? order by is_caused desc, reason",
                        number,
                        of -> new Left(of.getBoolean("is_caused"), of.getString("reason"), of.getLong("agreements"))),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static <T> List<T> list(Connection connection, String sql, long number, Rows.Shape<T> shape)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, number);
            return Rows.list(query, shape);
        }
    }

    private static List<Hit> hits(Connection connection, long number, boolean isMore) throws SQLException {
        return list(
                connection,
                "select * from shadow_account where shadow = ? and pays_more = " + isMore + " order by place",
                number,
                of -> new Hit(
                        of.getString("account"),
                        of.getString("customer_class"),
                        of.getInt("bills"),
                        money(of, "before"),
                        money(of, "after")));
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                Part.ofCode(row.getString("part")),
                row.getString("name"),
                row.getInt("block"),
                row.getString("service"),
                row.getLong("bills"),
                money(row, "before"),
                money(row, "after"),
                row.getLong("more"),
                money(row, "more_by"),
                row.getLong("less"),
                money(row, "less_by"));
    }

    private static Bin bin(ResultSet row) throws SQLException {
        @Nullable Money upTo = Rows.moneyOrNull(row, "up_to");
        return new Bin(
                row.getInt("direction"), money(row, "above"), upTo, row.getLong("bills"), money(row, "difference"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column));
    }
}
