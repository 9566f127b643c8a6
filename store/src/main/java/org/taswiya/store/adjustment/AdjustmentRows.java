package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.adjustment.BilledParts;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Adjustments as rows.
final class AdjustmentRows {
    private static final String SELECT = """
            select a.*, c.author, c.reason as why, d.is_approved, d.decided_on, d.due_on, d.entry,
                   e.author as decided_by, e.reason as decided_why, r.reversed_on,
                   (select coalesce(sum(t.tax), 0) from adjustment_tax t where t.adjustment = a.id)::bigint as tax
            from adjustment a
            join change c on c.id = a.change
            left join adjustment_decision d on d.adjustment = a.id
            left join change e on e.id = d.change
            left join adjustment_reversal r on r.adjustment = a.id
            """;

    private AdjustmentRows() {}

    static Optional<StoredAdjustment> byId(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where a.id = ?")) {
            query.setLong(1, id);
            return Rows.list(query, AdjustmentRows::stored).stream().findFirst();
        }
    }

    static Optional<StoredAdjustment> byKey(Connection connection, String key) throws SQLException {
        return list(connection, "where a.key = ?", key).stream().findFirst();
    }

    /// Those of an account, or of all accounts, in the order in which they were asked for.
    static List<StoredAdjustment> list(Connection connection, @Nullable String account) throws SQLException {
        return account == null
                ? list(connection, "", null)
                : list(connection, "where a.account = ? order by a.id", account);
    }

    static List<StoredAdjustment> waiting(Connection connection, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                SELECT + "where a.needs_second and d.adjustment is null order by a.id limit ?")) {
            query.setInt(1, most);
            return Rows.list(query, AdjustmentRows::stored);
        }
    }

    /// Those in force on an item, the latest first.
    static List<StoredAdjustment> inForceOn(Connection connection, String account, ItemKey item) throws SQLException {
        return list(connection, "where a.account = ? order by a.id desc", account).stream()
                .filter(one -> item.equals(one.adjustment().item()))
                .filter(one -> one.state() == StoredAdjustment.State.BOOKED)
                .toList();
    }

    /// The sizes of what people decided alone on an account, by the clock and not by the day they gave: a day can be
    /// typed. What the program books by itself, and what was taken back, counts for nothing.
    static Money aloneSince(Connection connection, String account, AdjustmentRules rules, Instant now)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(sum(abs(a.amount)), 0)::bigint
                from adjustment a join change c on c.id = a.change
                where a.account = ? and not a.needs_second and a.reason = any(?) and c.made_at > ?
                  and not exists (select from adjustment_reversal r where r.adjustment = a.id)""")) {
            query.setString(1, account);
            query.setArray(2, SqlArrays.texts(connection, rules.reasons().keySet()));
            query.setObject(3, now.minus(Duration.ofDays(rules.aloneDays())).atOffset(ZoneOffset.UTC));
            return Rows.list(query, row -> Money.ofMinor(row.getLong(1))).getFirst();
        }
    }

    private static List<StoredAdjustment> list(Connection connection, String rest, @Nullable String value)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + (rest.isEmpty() ? "order by a.id" : rest))) {
            if (value != null) {
                query.setString(1, value);
            }
            return Rows.list(query, AdjustmentRows::stored);
        }
    }

    /// @return its number
    static long insert(Connection connection, Adjustment adjustment, LocalDate on, boolean needsSecond, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into adjustment
                select coalesce(max(id), 0) + 1, ?, ?, ?::item_kind, ?, ?, ?, ?, ?, ?, ? from adjustment
                returning id""")) {
            ItemKey item = adjustment.item();
            insert.setString(1, adjustment.account());
            insert.setString(2, adjustment.key());
            insert.setString(3, item == null ? null : item.kind().code());
            insert.setString(4, item == null ? null : item.number());
            insert.setLong(5, adjustment.amount().minorUnits());
            insert.setString(6, adjustment.reason());
            insert.setString(7, adjustment.evidence());
            insert.setObject(8, on);
            insert.setBoolean(9, needsSecond);
            insert.setLong(10, change);
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    /// @param entry that books it; zero where it is refused
    static void decide(Connection connection, long id, LocalDate on, @Nullable LocalDate dueOn, long entry, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into adjustment_decision values (?, ?, ?, ?, nullif(?, 0), ?)")) {
            insert.setLong(1, id);
            insert.setBoolean(2, entry > 0);
            insert.setObject(3, on);
            insert.setObject(4, dueOn);
            insert.setLong(5, entry);
            insert.setLong(6, change);
            insert.executeUpdate();
        }
    }

    static void addTaxes(Connection connection, long id, List<BilledParts.AtRate> taxes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into adjustment_tax values (?, ?, ?, ?)")) {
            for (BilledParts.AtRate tax : taxes) {
                insert.setLong(1, id);
                insert.setBigDecimal(2, tax.rate().toBigDecimal());
                insert.setLong(3, tax.base().minorUnits());
                insert.setLong(4, tax.tax().minorUnits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void reverse(Connection connection, long id, LocalDate on, long entry, long change) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into adjustment_reversal values (?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setObject(2, on);
            insert.setLong(3, entry);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }

    private static StoredAdjustment stored(ResultSet row) throws SQLException {
        String kind = row.getString("item_kind");
        LocalDate decidedOn = Rows.dateOrNull(row, "decided_on");
        return new StoredAdjustment(
                row.getLong("id"),
                new Adjustment(
                        row.getString("account"),
                        row.getString("key"),
                        kind == null ? null : new ItemKey(ItemKind.ofCode(kind), row.getString("item")),
                        Money.ofMinor(row.getLong("amount")),
                        row.getString("reason"),
                        row.getString("evidence")),
                Rows.date(row, "asked_on"),
                row.getBoolean("needs_second"),
                row.getString("author"),
                row.getString("why"),
                decidedOn == null
                        ? null
                        : new StoredAdjustment.Decision(
                                row.getBoolean("is_approved"),
                                decidedOn,
                                Rows.dateOrNull(row, "due_on"),
                                row.getLong("entry"),
                                row.getString("decided_by"),
                                row.getString("decided_why")),
                Rows.dateOrNull(row, "reversed_on"),
                Money.ofMinor(row.getLong("tax")));
    }
}
