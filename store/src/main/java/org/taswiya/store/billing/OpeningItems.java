package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.copy.CopyRows;

/// What was open in the old system, each item with the entry that books it.
public final class OpeningItems {
    private OpeningItems() {}

    /// What tells items apart.
    public record Key(String customerAccount, String reference) {
        public static Key of(OpeningItem item) {
            return new Key(item.customerAccount(), item.reference());
        }
    }

    /// The items of some accounts.
    public static Map<Key, OpeningItem> of(Connection connection, Collection<String> accounts) throws SQLException {
        Map<Key, OpeningItem> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select account, reference, amount, issued_on, due_on from opening_item where account = any(?)""")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            Rows.each(query, row -> {
                OpeningItem item = new OpeningItem(
                        row.getString(1),
                        row.getString(2),
                        Money.ofMinor(row.getLong(3)),
                        Rows.dateOrNull(row, "issued_on"),
                        Rows.dateOrNull(row, "due_on"));
                found.put(Key.of(item), item);
            });
        }
        return found;
    }

    /// Writes items that are not there yet and books them.
    public static void add(Connection connection, long change, LocalDate bookedOn, List<OpeningItem> items)
            throws SQLException {
        CopyRows rows = new CopyRows("opening_item", "account", "reference", "amount", "issued_on", "due_on", "change");
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        for (OpeningItem item : items) {
            rows.row()
                    .text(item.customerAccount())
                    .text(item.reference())
                    .money(item.amount())
                    .date(item.issuedOn())
                    .date(item.dueOn())
                    .bigint(change);
            entries.add(item.entry(bookedOn));
        }
        rows.send(connection);
        entries.send(connection);
    }
}
