package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.collector.MessageKind;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.copy.CopyRows;

/// Messages that have their answers.
final class AnswerRows {
    private final Map<Key, Answered> answered = new HashMap<>();
    private final CopyRows rows =
            new CopyRows("collector_message", "collector", "transaction", "kind", "said", "at", "status", "answer");
    private boolean isChanged;

    private record Key(TransactionKey transaction, String kind) {}

    record Answered(String said, GivenAnswer answer) {}

    AnswerRows(Connection connection, Collection<TransactionKey> transactions) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select m.collector, m.transaction, m.kind, m.said, m.status, m.answer
                from unnest(?, ?) as k(collector, number)
                join collector_message m on m.collector = k.collector and m.transaction = k.number""")) {
            bind(connection, query, transactions);
            Rows.each(
                    query,
                    row -> answered.put(
                            new Key(new TransactionKey(row.getString(1), row.getString(2)), row.getString(3)),
                            new Answered(row.getString(4), new GivenAnswer(row.getInt(5), row.getString(6)))));
        }
    }

    static void bind(Connection connection, PreparedStatement query, Collection<TransactionKey> transactions)
            throws SQLException {
        query.setArray(
                1,
                SqlArrays.texts(
                        connection,
                        transactions.stream().map(TransactionKey::collector).toList()));
        query.setArray(
                2,
                SqlArrays.texts(
                        connection,
                        transactions.stream().map(TransactionKey::number).toList()));
    }

    Optional<Answered> of(TransactionKey transaction, MessageKind kind) {
        return Optional.ofNullable(answered.get(new Key(transaction, kind.code())));
    }

    void add(TransactionKey transaction, MessageKind kind, String said, Instant at, GivenAnswer answer) {
        answered.put(new Key(transaction, kind.code()), new Answered(said, answer));
        rows.row()
                .text(transaction.collector())
                .text(transaction.number())
                .text(kind.code())
                .text(said)
                .moment(at)
                .smallint(answer.status())
                .text(answer.text());
        isChanged = true;
    }

    void send(Connection connection) throws SQLException {
        if (isChanged) {
            rows.send(connection);
        }
    }
}
