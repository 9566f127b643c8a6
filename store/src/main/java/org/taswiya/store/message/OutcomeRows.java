package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.message.Backoff;
import org.taswiya.core.message.MessageState;
import org.taswiya.store.message.OutboxClaims.Claim;
import org.taswiya.store.message.OutboxClaims.Done;
import org.taswiya.store.message.OutboxClaims.Handles;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;

/// Writes what came of messages that this transaction has locked, and what follows of it.
final class OutcomeRows {
    private final Connection connection;
    private final Backoff backoff;
    private final Instant at;

    private OutcomeRows(Connection connection, Backoff backoff, Instant at) {
        this.connection = connection;
        this.backoff = backoff;
        this.at = at;
    }

    /// @return what follows, in the same order
    static List<Settled> write(Connection connection, List<Done> all, Backoff backoff, Instant at) throws SQLException {
        OutcomeRows rows = new OutcomeRows(connection, backoff, at);
        attempts(connection, all, at);
        rows.handles(all);
        Set<Long> reported = rows.reported(all);
        List<Settled> settled = new ArrayList<>();
        for (Done one : all) {
            settled.add(rows.settled(one, reported));
        }
        rows.update(all, settled);
        return settled;
    }

    static void attempts(Connection connection, List<Done> all, Instant at) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into message_attempt values (?, ?, ?, ?, ?)")) {
            for (Done one : all) {
                insert.setLong(1, one.claim().message().id());
                insert.setInt(2, one.claim().attempt());
                insert.setString(3, one.outcome().event().code());
                insert.setString(4, one.outcome().said());
                insert.setObject(5, at.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void handles(List<Done> all) throws SQLException {
        Map<String, List<String>> byGateway = all.stream()
                .map(one -> one.outcome().handles())
                .filter(handles -> handles != null)
                .collect(Collectors.groupingBy(
                        Handles::gateway,
                        Collectors.flatMapping(handles -> handles.parts().stream(), Collectors.toList())));
        for (Map.Entry<String, List<String>> one : byGateway.entrySet()) {
            Receipts.lock(connection, one.getKey(), one.getValue());
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into message_handle values (?, ?, ?, ?, ?)")) {
            for (Done one : all) {
                Handles handles = one.outcome().handles();
                if (handles != null) {
                    add(insert, one.claim(), handles);
                }
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, Claim claim, Handles handles) throws SQLException {
        int part = 0;
        for (String handle : handles.parts()) {
            insert.setLong(1, claim.message().id());
            insert.setInt(2, claim.attempt());
            insert.setInt(3, ++part);
            insert.setString(4, handles.gateway());
            insert.setString(5, handle);
            insert.addBatch();
        }
    }

    /// A gateway may report before it is written down that it accepted.
    private Set<Long> reported(List<Done> all) throws SQLException {
        List<Long> named = all.stream()
                .filter(one -> one.outcome().handles() != null)
                .map(one -> one.claim().message().id())
                .toList();
        return named.isEmpty() ? Set.of() : Receipts.reported(connection, named);
    }

    private Settled settled(Done done, Set<Long> reported) throws SQLException {
        StoredMessage message = done.claim().message();
        Outcome outcome = done.outcome();
        return switch (outcome.event()) {
            case ACCEPTED ->
                reported.contains(message.id()) && Receipts.isFailed(connection, message.id())
                        ? failed(message)
                        : new Settled(MessageState.SENT, null, null);
            case PUT_OFF -> putOff(done.claim(), outcome);
            case REFUSED -> {
                boolean isUnreachable = outcome.isNobodyThere()
                        && Bounces.refused(connection, message, done.claim().attempt(), outcome.said(), at);
                yield new Settled(MessageState.FAILED, null, NextRung.queue(connection, message, at), isUnreachable);
            }
            case NOT_MADE, WITHDRAWN -> new Settled(MessageState.FAILED, null, null);
            case GIVEN_BACK -> new Settled(MessageState.QUEUED, null, null);
            case BEGUN -> throw new IllegalArgumentException("begun is no outcome of " + done.claim());
        };
    }

    private Settled failed(StoredMessage message) throws SQLException {
        return new Settled(MessageState.FAILED, null, NextRung.queue(connection, message, at));
    }

    private Settled putOff(Claim claim, Outcome outcome) throws SQLException {
        Optional<Duration> wait = backoff.after(claim.attempts(outcome.event()));
        return wait.isPresent()
                ? new Settled(MessageState.QUEUED, at.plus(longer(wait.get(), outcome.atLeast())), null)
                : failed(claim.message());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private void update(List<Done> all, List<Settled> settled) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update message set state = ?, not_before = coalesce(?, not_before), attempts = ?, sent_at = ?
                where id = ?""")) {
            for (int i = 0; i < all.size(); i++) {
                Done done = all.get(i);
                Settled now = settled.get(i);
                update.setString(1, now.state().code());
                update.setObject(
                        2, now.notBefore() == null ? null : now.notBefore().atOffset(ZoneOffset.UTC));
                update.setInt(3, done.claim().attempts(done.outcome().event()));
                update.setObject(4, now.state() == MessageState.SENT ? at.atOffset(ZoneOffset.UTC) : null);
                update.setLong(5, done.claim().message().id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
