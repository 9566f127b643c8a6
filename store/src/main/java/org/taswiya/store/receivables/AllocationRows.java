package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Rows;
import org.taswiya.store.copy.CopyRows;

/// Allocations as rows. They are sent before the entries that book them.
final class AllocationRows {
    private static final String SELECT =
            "select credit_kind, credit, item_kind, item, amount, stamp, is_direct from allocation"
                    + " where account = ? and ";

    private final CopyRows rows = new CopyRows(
            "allocation",
            "entry",
            "ordinal",
            "account",
            "credit_kind",
            "credit",
            "item_kind",
            "item",
            "amount",
            "stamp",
            "is_direct");

    /// @param entry the number of the entry that books them all
    void add(long entry, String account, List<Allocation> allocations) {
        int ordinal = 0;
        for (Allocation allocation : allocations) {
            rows.row()
                    .bigint(entry)
                    .integer(++ordinal)
                    .text(account)
                    .text(allocation.from().kind().code())
                    .text(allocation.from().number())
                    .text(allocation.to().kind().code())
                    .text(allocation.to().number())
                    .money(allocation.amount())
                    .money(allocation.stamp())
                    .bool(allocation.isDirect());
        }
    }

    void send(Connection connection) throws SQLException {
        rows.send(connection);
    }

    /// All that ever came from a payment or a credit, in the order in which it was booked.
    static List<Allocation> from(Connection connection, String account, CreditKey from) throws SQLException {
        return list(
                connection,
                SELECT + "credit_kind = ?::credit_kind and credit = ? order by entry, ordinal",
                account,
                from.kind().code(),
                from.number());
    }

    /// All that ever went to an item, in the order in which it was booked.
    static List<Allocation> to(Connection connection, String account, ItemKey to) throws SQLException {
        return list(
                connection,
                SELECT + "item_kind = ?::item_kind and item = ? order by entry, ordinal",
                account,
                to.kind().code(),
                to.number());
    }

    private static List<Allocation> list(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            return Rows.list(
                    query,
                    row -> new Allocation(
                            new CreditKey(CreditKind.ofCode(row.getString(1)), row.getString(2)),
                            new ItemKey(ItemKind.ofCode(row.getString(3)), row.getString(4)),
                            Money.ofMinor(row.getLong(5)),
                            Money.ofMinor(row.getLong(6)),
                            row.getBoolean(7)));
        }
    }
}
