package org.taswiya.store.dunning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.dunning.DunningStop;
import org.taswiya.core.dunning.PersonsStop;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;

/// What people have stopped.
public final class DunningStops {
    private static final String SELECT = """
            select s.id, s.account, s.stop_kind, s.kind, s.number, s.from_day, c.author, c.reason, (
                select e.to_day from dunning_stop_end e where e.stop = s.id order by e.change desc limit 1) as to_day
            from dunning_stop s join change c on c.id = s.change
            """;

    private DunningStops() {}

    /// A stop as the books have it.
    ///
    /// @param number from one on
    /// @param author who set it
    public record Stored(long number, String account, PersonsStop stop, String author) {}

    /// Sets one.
    ///
    /// @param item only for this item; null for all of the account
    /// @param to the first day on which it counts no more; null until somebody says
    /// @return empty when there is no such account, and nothing was written
    public static Optional<Stored> begin(
            Database database,
            String account,
            DunningStop kind,
            @Nullable ItemKey item,
            LocalDate from,
            @Nullable LocalDate to,
            Change why) {
        PersonsStop stop = new PersonsStop(kind, item, from, to, why.reason());
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            long number;
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into dunning_stop
                    select (select coalesce(max(id), 0) + 1 from dunning_stop), reference, ?::dunning_stop_kind,
                           ?::item_kind, ?, ?, ?
                    from customer_account where reference = ? returning id""")) {
                insert.setString(1, kind.code());
                insert.setString(2, item == null ? null : item.kind().code());
                insert.setString(3, item == null ? null : item.number());
                insert.setObject(4, from);
                insert.setLong(5, change);
                insert.setString(6, account);
                List<Long> numbers = Rows.list(insert, row -> row.getLong(1));
                if (numbers.isEmpty()) {
                    return new BooksTransaction.Done<>(Optional.empty(), false);
                }
                number = numbers.getFirst();
            }
            if (to != null) {
                insertEnd(connection, number, to, change);
            }
            return new BooksTransaction.Done<>(Optional.of(new Stored(number, account, stop, why.author())), true);
        });
    }

    /// Says when one ends, or says it anew.
    ///
    /// @return as it is now; empty when there is no such stop, or it begins later
    public static Optional<Stored> end(Database database, long number, LocalDate to, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Stored before = one(connection, number).orElse(null);
            if (before == null || to.isBefore(before.stop().from())) {
                return new BooksTransaction.Done<>(Optional.empty(), false);
            }
            insertEnd(connection, number, to, change);
            return new BooksTransaction.Done<>(one(connection, number), true);
        });
    }

    /// Those of an account, or of all accounts, ended ones too.
    public static List<Stored> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        SELECT + (account == null ? "" : "where s.account = ? ") + "order by s.id")) {
            if (account != null) {
                query.setString(1, account);
            }
            return Rows.list(query, DunningStops::stored);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those of accounts, ended ones too.
    public static List<Stored> ofAccounts(Connection connection, List<String> accounts) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where s.account = any(?) order by s.id")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            return Rows.list(query, DunningStops::stored);
        }
    }

    private static Optional<Stored> one(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where s.id = ?")) {
            query.setLong(1, number);
            return Rows.list(query, DunningStops::stored).stream().findFirst();
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Stored(
                row.getLong("id"),
                row.getString("account"),
                new PersonsStop(
                        DunningStop.valueOf(row.getString("stop_kind").toUpperCase(Locale.ROOT)),
                        kind == null ? null : new ItemKey(ItemKind.ofCode(kind), row.getString("number")),
                        Rows.date(row, "from_day"),
                        Rows.dateOrNull(row, "to_day"),
                        row.getString("reason")),
                row.getString("author"));
    }

    private static void insertEnd(Connection connection, long number, LocalDate to, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into dunning_stop_end values (?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setObject(2, to);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
    }
}
