package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.collector.Channel;
import org.taswiya.core.collector.Known;
import org.taswiya.core.collector.Order;
import org.taswiya.core.collector.TransactionState;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Rows;
import org.taswiya.store.receivables.NamedItems;

/// How far transactions are.
final class TransactionRows {
    private static final String SAVE = """
            insert into collector_transaction values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (collector, number) do update set
                state = excluded.state, utility = excluded.utility, account = excluded.account,
                items = excluded.items, amount = excluded.amount, day = excluded.day, channel = excluded.channel,
                reserved_until = excluded.reserved_until, receipt = excluded.receipt, paid_at = excluded.paid_at,
                fee = excluded.fee""";

    private final Map<TransactionKey, Known> known = new HashMap<>();
    private final Set<TransactionKey> changed = new LinkedHashSet<>();

    TransactionRows(Connection connection, Collection<TransactionKey> transactions) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select t.*, exists (select from remitted_payment r where r.payment = t.receipt) as is_remitted
                from unnest(?, ?) as k(collector, number)
                join collector_transaction t on t.collector = k.collector and t.number = k.number""")) {
            AnswerRows.bind(connection, query, transactions);
            Rows.each(
                    query,
                    row -> known.put(
                            new TransactionKey(row.getString("collector"), row.getString("number")), known(row)));
        }
    }

    static Optional<Known> find(Connection connection, String collector, String number) throws SQLException {
        TransactionKey key = new TransactionKey(collector, number);
        return Optional.ofNullable(new TransactionRows(connection, List.of(key)).of(key));
    }

    @Nullable Known of(TransactionKey transaction) {
        return known.get(transaction);
    }

    void put(TransactionKey transaction, Known now) {
        known.put(transaction, now);
        changed.add(transaction);
    }

    void send(Connection connection) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            for (TransactionKey key : changed) {
                Known now = known.get(key);
                if (now != null) {
                    bind(save, key, now);
                    save.addBatch();
                }
            }
            save.executeBatch();
        }
    }

    private static void bind(PreparedStatement save, TransactionKey key, Known now) throws SQLException {
        Order order = now.order();
        ReceiptNumber receipt = now.receipt();
        save.setString(1, key.collector());
        save.setString(2, key.number());
        save.setString(3, now.state().code());
        save.setString(4, order == null ? null : order.utility());
        save.setString(5, order == null ? null : order.account());
        save.setString(6, order == null ? null : NamedItems.text(order.items()));
        save.setObject(7, order == null ? null : order.amount().minorUnits(), Types.BIGINT);
        save.setObject(8, order == null ? null : order.day());
        save.setString(9, order == null ? null : order.channel().code());
        save.setObject(10, utc(now.reservedUntil()));
        save.setObject(11, receipt == null ? null : receipt.serial(), Types.BIGINT);
        save.setObject(12, utc(now.paidAt()));
        save.setLong(13, now.fee().minorUnits());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static Known known(ResultSet row) throws SQLException {
        long receipt = row.getLong("receipt");
        return new Known(
                row.getString("number"),
                TransactionState.ofCode(row.getString("state")),
                order(row),
                moment(row, "reserved_until"),
                receipt == 0 ? null : new ReceiptNumber(receipt),
                moment(row, "paid_at"),
                Money.ofMinor(row.getLong("fee")),
                row.getBoolean("is_remitted"));
    }

    private static @Nullable Order order(ResultSet row) throws SQLException {
        String account = row.getString("account");
        return account == null
                ? null
                : new Order(
                        row.getString("utility"),
                        account,
                        NamedItems.parse(row.getString("items")),
                        Money.ofMinor(row.getLong("amount")),
                        Rows.date(row, "day"),
                        Channel.ofCode(row.getString("channel")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
