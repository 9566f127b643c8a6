package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.receivables.NamedItems;

/// Items that transactions keep others from paying.
final class HoldRows {
    private final Map<Item, Hold> holds = new HashMap<>();
    private final Set<Item> changed = new LinkedHashSet<>();

    private record Item(String account, ItemKey key) {}

    private record Hold(TransactionKey by, Instant until) {}

    HoldRows(Connection connection, Collection<String> accounts) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select account, item, collector, transaction, until from collector_hold where account = any(?)")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            Rows.each(
                    query,
                    row -> holds.put(
                            new Item(
                                    row.getString(1),
                                    NamedItems.parse(row.getString(2)).getFirst()),
                            new Hold(
                                    new TransactionKey(row.getString(3), row.getString(4)),
                                    row.getObject(5, OffsetDateTime.class).toInstant())));
        }
    }

    /// Of an account, by others.
    Set<ItemKey> heldFrom(TransactionKey asking, String account, Instant now) {
        Set<ItemKey> held = new HashSet<>();
        holds.forEach((item, hold) -> {
            if (item.account().equals(account) && !hold.by().equals(asking) && now.isBefore(hold.until())) {
                held.add(item.key());
            }
        });
        return held;
    }

    void hold(TransactionKey by, String account, List<ItemKey> items, Instant until) {
        for (ItemKey key : items) {
            Item item = new Item(account, key);
            holds.put(item, new Hold(by, until));
            changed.add(item);
        }
    }

    void free(TransactionKey by) {
        holds.forEach((item, hold) -> {
            if (hold.by().equals(by)) {
                holds.put(item, new Hold(by, Instant.EPOCH));
                changed.add(item);
            }
        });
    }

    void send(Connection connection) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement("""
                insert into collector_hold values (?, ?, ?, ?, ?) on conflict (account, item) do update set
                    collector = excluded.collector, transaction = excluded.transaction, until = excluded.until""")) {
            for (Item item : changed) {
                Hold hold = holds.get(item);
                if (hold != null) {
                    save.setString(1, item.account());
                    save.setString(2, NamedItems.text(List.of(item.key())));
                    save.setString(3, hold.by().collector());
                    save.setString(4, hold.by().number());
                    save.setObject(5, hold.until().atOffset(ZoneOffset.UTC));
                    save.addBatch();
                }
            }
            save.executeBatch();
        }
    }
}
