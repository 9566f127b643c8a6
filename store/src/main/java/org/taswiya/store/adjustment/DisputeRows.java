package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Disputes as rows.
public final class DisputeRows {
    private static final String SELECT = """
            select d.*, c.author, c.reason as why, e.ended_on, e.adjustment, k.author as ended_by,
                   k.reason as ended_why,
                   exists (
                       select from cancellation x where x.change in (e.change, (
                           select a.change from adjustment_decision a where a.adjustment = e.adjustment)))
                       as is_taken_back,
                   exists (
                       select from adjustment_decision a where a.adjustment = e.adjustment and not a.is_approved)
                       as is_refused,
                   case when e.adjustment is null then e.ended_on else (
                       select greatest(a.decided_on, e.ended_on) from adjustment_decision a
                       where a.adjustment = e.adjustment) end as settled_on
            from dispute d
            join change c on c.id = d.change
            left join dispute_end e on e.dispute = d.id
            left join change k on k.id = e.change
            """;

    private DisputeRows() {}

    /// Those of accounts, ended ones too, in their order.
    public static List<StoredDispute> ofAccounts(Connection connection, Collection<String> accounts)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where d.account = any(?) order by d.id")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            return Rows.list(query, DisputeRows::stored);
        }
    }

    static List<StoredDispute> all(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "order by d.id")) {
            return Rows.list(query, DisputeRows::stored);
        }
    }

    static Optional<StoredDispute> byId(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where d.id = ?")) {
            query.setLong(1, id);
            return Rows.list(query, DisputeRows::stored).stream().findFirst();
        }
    }

    /// @return its number
    static long insert(
            Connection connection,
            Disputes.Opened opened,
            Money amount,
            boolean isWhole,
            LocalDate on,
            int days,
            long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into dispute
                select coalesce(max(id), 0) + 1, ?, ?::item_kind, ?, ?, ?, ?, ?, ?, ?, ? from dispute
                returning id""")) {
            insert.setString(1, opened.account());
            insert.setString(2, opened.item().kind().code());
            insert.setString(3, opened.item().number());
            insert.setLong(4, amount.minorUnits());
            insert.setBoolean(5, isWhole);
            insert.setString(6, opened.reason());
            insert.setString(7, opened.evidence());
            insert.setObject(8, on);
            insert.setObject(9, on.plusDays(days));
            insert.setLong(10, change);
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    /// @param adjustment zero where it is rejected, or what it is of was taken back
    static void end(Connection connection, long id, LocalDate on, long adjustment, long change) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into dispute_end values (?, ?, nullif(?, 0), ?)")) {
            insert.setLong(1, id);
            insert.setObject(2, on);
            insert.setLong(3, adjustment);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }

    private static StoredDispute stored(ResultSet row) throws SQLException {
        LocalDate endedOn = Rows.dateOrNull(row, "ended_on");
        return new StoredDispute(
                row.getLong("id"),
                row.getString("account"),
                new ItemKey(ItemKind.ofCode(row.getString("item_kind")), row.getString("item")),
                Money.ofMinor(row.getLong("amount")),
                row.getBoolean("is_whole"),
                row.getString("reason"),
                row.getString("evidence"),
                Rows.date(row, "opened_on"),
                Rows.date(row, "answer_by"),
                row.getString("author"),
                row.getString("why"),
                endedOn == null ? null : end(row, endedOn));
    }

    private static StoredDispute.End end(ResultSet row, LocalDate on) throws SQLException {
        long adjustment = row.getLong("adjustment");
        @Nullable Long asked = row.wasNull() ? null : adjustment;
        return new StoredDispute.End(
                on,
                asked,
                Rows.dateOrNull(row, "settled_on"),
                row.getBoolean("is_taken_back"),
                row.getBoolean("is_refused"),
                row.getString("ended_by"),
                row.getString("ended_why"));
    }
}
