package org.taswiya.store.arrangement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.arrangement.Arrangement.ArrangedItem;
import org.taswiya.core.arrangement.SettledAmount;
import org.taswiya.core.arrangement.SettledItems;
import org.taswiya.core.arrangement.SettledItems.Booked;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// What was settled of arranged items. An item that was cancelled since is owed no more: all that was arranged of it
/// counts as settled on that day, and what had been paid on it is a credit again and settles the others.
final class SettledRows {
    private record OfItem(long arrangement, ItemKey key) {}

    private final Map<OfItem, List<Booked>> booked = new HashMap<>();
    private final Map<OfItem, LocalDate> cancelled = new HashMap<>();

    private SettledRows() {}

    /// @param numbers of arrangements
    static SettledRows of(Connection connection, List<Long> numbers) throws SQLException {
        SettledRows rows = new SettledRows();
        try (PreparedStatement query = connection.prepareStatement("""
                select g.arrangement, g.kind, g.number, a.entry, e.booked_on, a.credit_kind, a.credit, a.amount
                from arranged_item g
                join arrangement r on r.id = g.arrangement
                join allocation a on a.account = r.account and a.item_kind = g.kind and a.item = g.number
                join journal_entry e on e.id = a.entry
                where g.arrangement = any(?) order by a.entry, a.ordinal""")) {
            query.setArray(1, SqlArrays.numbers(connection, numbers));
            Rows.each(query, row -> {
                ItemKey key = new ItemKey(ItemKind.ofCode(row.getString(2)), row.getString(3));
                CreditKey from = new CreditKey(CreditKind.ofCode(row.getString(6)), row.getString(7));
                Allocation allocation = new Allocation(from, key, Money.ofMinor(row.getLong(8)), Money.ZERO, false);
                rows.booked
                        .computeIfAbsent(new OfItem(row.getLong(1), key), _ -> new ArrayList<>())
                        .add(new Booked(row.getLong(4), Rows.date(row, "booked_on"), allocation));
            });
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select g.arrangement, g.kind, g.number, c.cancelled_on as gone_on
                from arranged_item g join cancellation c on c.bill = substr(g.number, 1, 10)::bigint
                where g.arrangement = any(?) and g.kind = 'bill'
                union all
                select g.arrangement, g.kind, g.number, t.taken_back_on
                from arranged_item g
                join arrangement r on r.id = g.arrangement
                join opening_item_taken_back t on t.account = r.account and t.reference = g.number
                where g.arrangement = any(?) and g.kind = 'opening'""")) {
            query.setArray(1, SqlArrays.numbers(connection, numbers));
            query.setArray(2, SqlArrays.numbers(connection, numbers));
            Rows.each(query, row -> {
                ItemKey key = new ItemKey(ItemKind.ofCode(row.getString(2)), row.getString(3));
                rows.cancelled.put(new OfItem(row.getLong(1), key), Rows.date(row, "gone_on"));
            });
        }
        return rows;
    }

    /// @param after the last entry when it was signed
    List<SettledAmount> since(long arrangement, List<ArrangedItem> items, long after) {
        List<SettledAmount> settled = new ArrayList<>();
        for (ArrangedItem item : items) {
            OfItem of = new OfItem(arrangement, item.key());
            LocalDate gone = cancelled.get(of);
            if (gone == null) {
                settled.addAll(SettledItems.since(booked.getOrDefault(of, List.of()), after));
            } else {
                settled.add(new SettledAmount(gone, item.amount()));
            }
        }
        return settled;
    }
}
