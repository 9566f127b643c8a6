package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.message.Backoff;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.MessageState;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.suspension.Suspensions;

/// Gives one sender some messages after the others. Their rows are locked from [#next] until they are settled, and
/// others pass them over; what is begun is written on a second connection, so that it stands while the first is still
/// at work. When the sender dies its connections do, and the messages are there for the next one, begun and without an
/// outcome. Many at once cost what one does: a commit waits for a disk however much is in it.
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
    /// @param givenBack how many attempts before it handed nothing over
    /// @param begun before; null when this is the first attempt. It may have been sent then
    public record Claim(
            StoredMessage message,
            int attempt,
            int givenBack,
            @Nullable StoredAttempt begun) {

        /// How many attempts have an outcome when this one has it; one that is given back is none.
        int attempts(AttemptEvent event) {
            return attempt - givenBack - (event == AttemptEvent.GIVEN_BACK ? 1 : 0);
        }
    }

    /// A message that is about to be handed over.
    ///
    /// @param identification that it goes out with
    public record Begun(Claim claim, String identification) {}

    /// A message and what came of it.
    public record Done(Claim claim, Outcome outcome) {}

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

    private OutboxClaims(Database database, Channel channel, Connection claiming, Connection beginning) {
        this.database = database;
        this.channel = channel;
        this.claiming = claiming;
        this.beginning = beginning;
    }

    public static OutboxClaims open(Database database, Channel channel) {
        try {
            Connection claiming = database.connect();
            try {
                claiming.setAutoCommit(false);
                Connection beginning = database.connect();
                beginning.setAutoCommit(false);
                return new OutboxClaims(database, channel, claiming, beginning);
            } catch (SQLException | RuntimeException e) {
                claiming.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The most urgent messages that may go now and are nobody else's, the oldest of those first. Letters to where an
    /// order stops delivery wait as they are; they are carried to doors, and nothing else is.
    ///
    /// @param most how many at most
    public List<Claim> next(Instant now, int most) {
        try (PreparedStatement query = claiming.prepareStatement("select " + MessageRows.COLUMNS + """
                 from message m where m.state = 'queued' and m.channel = ? and m.not_before <= ?
                    and not exists (
                        select from unnest(?) as stopped(area), service_agreement a
                        join usage_point u on u.reference = a.usage_point join premise p on p.reference = u.premise
                        where a.account = m.account and (stopped.area = '' or stopped.area = p.area))
                order by m.priority, m.id limit ? for no key update skip locked""")) {
            query.setString(1, channel.code());
            query.setObject(2, now.atOffset(ZoneOffset.UTC));
            query.setArray(3, SqlArrays.texts(claiming, stopped(now)));
            query.setInt(4, most);
            List<StoredMessage> found = Rows.list(query, MessageRows::message);
            if (found.isEmpty()) {
                claiming.rollback();
                return List.of();
            }
            Map<Long, List<StoredAttempt>> attempts = Messages.attempts(
                    claiming, found.stream().map(StoredMessage::id).toList());
            return found.stream()
                    .map(message -> claim(message, attempts.getOrDefault(message.id(), List.of())))
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Where nothing is carried to doors on a day; an empty area is everywhere.
    private List<String> stopped(Instant now) throws SQLException {
        return channel == Channel.POST
                ? Suspensions.inForce(claiming, Activity.DELIVERY, LocalDate.ofInstant(now, ZoneOffset.UTC)).stream()
                        .map(one -> Objects.requireNonNullElse(one.area(), ""))
                        .toList()
                : List.of();
    }

    private static Claim claim(StoredMessage message, List<StoredAttempt> attempts) {
        int last = attempts.stream().mapToInt(StoredAttempt::attempt).max().orElse(0);
        long givenBack = attempts.stream()
                .filter(one -> one.event() == AttemptEvent.GIVEN_BACK)
                .count();
        StoredAttempt begun = attempts.stream()
                .filter(one -> one.event() == AttemptEvent.BEGUN)
                .findFirst()
                .orElse(null);
        return new Claim(message, last + 1, (int) givenBack, begun);
    }

    /// Why some are not to be sent any more, by the ids of their messages: what they tell of is no longer so.
    ///
    /// @param zone the utility's own
    public Map<Long, String> withdrawn(List<Claim> claims, Instant at, ZoneId zone) {
        try {
            return Withdrawal.of(claiming, claims.stream().map(Claim::message).toList(), at, zone);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Writes that messages are about to be handed over; committed when this returns.
    public void begin(List<Begun> all, Instant at) {
        try {
            OutcomeRows.attempts(
                    beginning,
                    all.stream()
                            .map(one -> new Done(one.claim(), new Outcome(AttemptEvent.BEGUN, one.identification())))
                            .toList(),
                    at);
            beginning.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Writes what came of messages and what follows, and ends all claims: what has no outcome here is as it was.
    /// Refused for good, or put off too often, a message goes to the next rung of its customer's ladder, as that is on
    /// the day.
    ///
    /// @return what follows, in the same order
    public List<Settled> settle(List<Done> all, Backoff backoff, Instant at) {
        try {
            List<Settled> settled = OutcomeRows.write(claiming, all, backoff, at);
            claiming.commit();
            return settled;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
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
                    SqlArrays.texts(
                            claiming, except.stream().map(Cause.Kind::code).toList()));
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
