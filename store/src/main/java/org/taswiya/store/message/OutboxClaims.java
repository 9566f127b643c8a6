package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Backoff;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.MessageState;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Gives one sender one message after the other. Its row is locked from [#next] until it is settled, and others pass
/// it over; what is begun is written on a second connection, so that it stands while the first is still at work. When
/// the sender dies its connections do, and the message is there for the next one, begun and without an outcome.
///
/// Used by one thread.
public final class OutboxClaims implements AutoCloseable {
    private final Database database;
    private final Channel channel;
    private final Connection claiming;
    private final Connection beginning;

    /// A message that is this sender's to hand over.
    ///
    /// @param attempt its number, from one
    /// @param begun before; null when this is the first attempt. It may have been sent then
    public record Claim(
            StoredMessage message, int attempt, @Nullable StoredAttempt begun) {}

    /// What came of an attempt.
    ///
    /// @param event any but the beginning
    /// @param said word for word
    /// @param handles under which a gateway knows what it accepted, in the order of its parts
    /// @param atLeast how long it is to wait when it is put off; longer where it has waited longer before
    /// @param isNobodyThere whether it was refused because nobody is at the address
    public record Outcome(
            AttemptEvent event, String said, @Nullable Handles handles, Duration atLeast, boolean isNobodyThere) {

        public Outcome(AttemptEvent event, String said, @Nullable Handles handles) {
            this(event, said, handles, Duration.ZERO, false);
        }

        /// One that was refused for good.
        ///
        /// @param isNobodyThere whether because nobody is at the address
        public static Outcome refused(String said, boolean isNobodyThere) {
            return new Outcome(AttemptEvent.REFUSED, said, null, Duration.ZERO, isNobodyThere);
        }

        /// One that whoever carries it wants to see later.
        public static Outcome putOff(String said, Duration atLeast) {
            return new Outcome(AttemptEvent.PUT_OFF, said, null, atLeast, false);
        }

        /// One of which nothing is reported later.
        public Outcome(AttemptEvent event, String said) {
            this(event, said, null);
        }
    }

    /// Names of what was accepted.
    ///
    /// @param gateway whose names they are
    /// @param parts one for each part
    public record Handles(String gateway, List<String> parts) {
        public Handles {
            parts = List.copyOf(parts);
        }
    }

    /// What follows of an outcome.
    ///
    /// @param state of the message now
    /// @param notBefore when it is tried again; null when it is not
    /// @param next where it goes in its place; null when nowhere else
    /// @param isUnreachable whether the address is used no more
    public record Settled(
            MessageState state,
            @Nullable Instant notBefore,
            @Nullable Contact next,
            boolean isUnreachable) {
        Settled(MessageState state, @Nullable Instant notBefore, @Nullable Contact next) {
            this(state, notBefore, next, false);
        }
    }

    private OutboxClaims(Database database, Channel channel) throws SQLException {
        this.database = database;
        this.channel = channel;
        this.claiming = database.connect();
        this.beginning = database.connect();
        claiming.setAutoCommit(false);
    }

    public static OutboxClaims open(Database database, Channel channel) {
        try {
            return new OutboxClaims(database, channel);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The most urgent message that may go now and is nobody else's; the oldest of those.
    public Optional<Claim> next(Instant now) {
        try (PreparedStatement query = claiming.prepareStatement("select " + MessageRows.COLUMNS + """
                 from message m where m.state = 'queued' and m.channel = ? and m.not_before <= ?
                order by m.priority, m.id limit 1 for no key update skip locked""")) {
            query.setString(1, channel.code());
            query.setObject(2, now.atOffset(ZoneOffset.UTC));
            List<StoredMessage> found = Rows.list(query, MessageRows::message);
            if (found.isEmpty()) {
                claiming.rollback();
                return Optional.empty();
            }
            StoredMessage message = found.getFirst();
            List<StoredAttempt> attempts = Messages.attempts(claiming, message.id());
            int last = attempts.stream().mapToInt(StoredAttempt::attempt).max().orElse(0);
            return Optional.of(new Claim(
                    message,
                    last + 1,
                    attempts.stream()
                            .filter(one -> one.event() == AttemptEvent.BEGUN)
                            .findFirst()
                            .orElse(null)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Why a message is not to be sent any more: what it tells of is no longer so. Empty when it is.
    ///
    /// @param zone the utility's own
    public Optional<String> withdrawn(Claim claim, Instant at, ZoneId zone) {
        try {
            return Withdrawal.of(claiming, claim.message(), at, zone);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Writes that the message is about to be handed over; committed when this returns.
    ///
    /// @param identification that it goes out with
    public void begin(Claim claim, String identification, Instant at) {
        try {
            insert(beginning, claim, new Outcome(AttemptEvent.BEGUN, identification), at);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Writes what came of it and what follows, and ends the claim. Refused for good, or put off too often, the message
    /// goes to the next rung of its customer's ladder, as that is on the day.
    public Settled settle(Claim claim, Outcome outcome, Backoff backoff, Instant at) {
        try {
            insert(claiming, claim, outcome, at);
            Settled settled = switch (outcome.event()) {
                case ACCEPTED ->
                    isReportedFailed(claim, outcome)
                            ? new Settled(MessageState.FAILED, null, nextRung(claim, at))
                            : new Settled(MessageState.SENT, null, null);
                case PUT_OFF -> {
                    Optional<Duration> wait = backoff.after(claim.attempt());
                    yield wait.isPresent()
                            ? new Settled(MessageState.QUEUED, at.plus(longer(wait.get(), outcome.atLeast())), null)
                            : new Settled(MessageState.FAILED, null, nextRung(claim, at));
                }
                case REFUSED -> {
                    boolean isUnreachable = outcome.isNobodyThere()
                            && Bounces.refused(claiming, claim.message(), claim.attempt(), outcome.said(), at);
                    yield new Settled(MessageState.FAILED, null, nextRung(claim, at), isUnreachable);
                }
                case NOT_MADE, WITHDRAWN -> new Settled(MessageState.FAILED, null, null);
                case BEGUN -> throw new IllegalArgumentException("begun is no outcome of " + claim);
            };
            update(claim, settled, at);
            claiming.commit();
            return settled;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /// A gateway may report before it is written down that it accepted.
    private boolean isReportedFailed(Claim claim, Outcome outcome) throws SQLException {
        Handles handles = outcome.handles();
        if (handles == null) {
            return false;
        }
        for (String handle : handles.parts().stream().sorted().toList()) {
            Receipts.lock(claiming, handles.gateway(), handle);
        }
        try (PreparedStatement insert =
                claiming.prepareStatement("insert into message_handle values (?, ?, ?, ?, ?)")) {
            int part = 0;
            for (String handle : handles.parts()) {
                insert.setLong(1, claim.message().id());
                insert.setInt(2, claim.attempt());
                insert.setInt(3, ++part);
                insert.setString(4, handles.gateway());
                insert.setString(5, handle);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return Receipts.isFailed(claiming, claim.message().id());
    }

    private @Nullable Contact nextRung(Claim claim, Instant at) throws SQLException {
        return NextRung.queue(claiming, claim.message(), at);
    }

    private static void insert(Connection connection, Claim claim, Outcome outcome, Instant at) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into message_attempt values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, claim.message().id());
            insert.setInt(2, claim.attempt());
            insert.setString(3, outcome.event().code());
            insert.setString(4, outcome.said());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private void update(Claim claim, Settled settled, Instant at) throws SQLException {
        try (PreparedStatement update = claiming.prepareStatement("""
                update message set state = ?, not_before = coalesce(?, not_before), attempts = ?, sent_at = ?
                where id = ?""")) {
            update.setString(1, settled.state().code());
            update.setObject(
                    2, settled.notBefore() == null ? null : settled.notBefore().atOffset(ZoneOffset.UTC));
            update.setInt(3, claim.attempt());
            update.setObject(4, settled.state() == MessageState.SENT ? at.atOffset(ZoneOffset.UTC) : null);
            update.setLong(5, claim.message().id());
            update.executeUpdate();
        }
    }

    /// Lets no message of the channel that is nobody's go before a moment.
    ///
    /// @param except kinds that may go
    /// @return how many wait that did not
    public int defer(Instant until, Set<Cause.Kind> except) {
        try (PreparedStatement update = claiming.prepareStatement("""
                update message set not_before = ?
                where id in (select id from message where state = 'queued' and channel = ? and not_before < ?
                             and cause_kind <> all (?) for no key update skip locked)""")) {
            update.setObject(1, until.atOffset(ZoneOffset.UTC));
            update.setString(2, channel.code());
            update.setObject(3, until.atOffset(ZoneOffset.UTC));
            update.setArray(
                    4,
                    claiming.createArrayOf(
                            "text", except.stream().map(Cause.Kind::code).toArray()));
            int deferred = update.executeUpdate();
            claiming.commit();
            return deferred;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Lets messages go that were put off for quiet hours alone: they wait and nobody has tried them. Those that wait
    /// for another attempt wait on.
    public void recall(Instant now) {
        try (PreparedStatement update = claiming.prepareStatement("""
                update message set not_before = ?
                where id in (select id from message where state = 'queued' and channel = ? and attempts = 0
                             and not_before > ? for no key update skip locked)""")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, channel.code());
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
            claiming.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Gives the message back as it was.
    public void release() {
        try {
            claiming.rollback();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Gives up what is claimed and not settled.
    @Override
    public void close() {
        try (claiming;
                beginning) {
            claiming.rollback();
        } catch (SQLException _) {
            // it is gone, and so is the claim
        }
    }
}
