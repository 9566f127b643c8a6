package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.message.Outbox.Told;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Queues a message for each bill of a run that stands, by the first rung of its customer's ladder for bills.
///
/// The database finds and writes them in one statement, so that memory stays
/// flat however many there are.
public final class BillMessages {
    private BillMessages() {}

    /// Is told what came of it, bill by bill in the order of their numbers.
    public interface Listener {
        /// It has a message now.
        void queued(Told told);

        /// Its customer is reached by no channel: the agency tells them.
        void unreached(BillNumber bill, String account);
    }

    /// What came of it.
    ///
    /// @param queued now, or with nothing stored what would be, by channel
    /// @param before how many bills have their message already
    /// @param unreached how many customers the agency has to tell
    public record Queued(SortedMap<Channel, Long> queued, long before, long unreached) {
        public Queued {
            queued = Collections.unmodifiableSortedMap(new TreeMap<>(queued));
        }

        public long all() {
            return queued.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final String STANDING = """
            from bill b
            left join lateral (
                select * from rungs_on(b.account, 'bill', ?) order by ordinal limit 1) c on true
            where b.run = ? and b.serial between ? and ?
                and not exists (select from cancellation x where x.bill = b.serial)""";

    private static final String UNTOLD = """
                and not exists (
                    select from message m
                    where m.cause_kind = 'bill' and m.cause = bill_number(b.serial) and m.account = b.account)""";

    private static final String INSERT = """
            insert into message (cause_kind, cause, account, channel, language, address, priority, key, state,
                                 not_before, attempts, queued_at, change)
            select 'bill', bill_number(b.serial), b.account, c.channel, c.language, c.address, ?,
                   'bill.' || bill_number(b.serial) || '.' || c.channel, 'queued', ?, 0, ?, ?
            """ + STANDING + " and c.channel is not null " + UNTOLD + " order by b.serial";

    private static final String UNREACHED =
            "select b.serial, b.account " + STANDING + " and c.channel is null " + UNTOLD + " order by b.serial";

    private static final String QUEUED = """
            select m.cause, m.account, m.channel, m.address, m.language::text
            from message m where m.id > ? and m.change = ? and m.cause_kind = 'bill' order by m.id""";

    private static final String BEFORE = """
            select count(*) from bill b
            where b.run = ? and b.serial between ? and ?
                and not exists (select from cancellation x where x.bill = b.serial)
                and exists (
                    select from message m
                    where m.cause_kind = 'bill' and m.cause = bill_number(b.serial) and m.account = b.account)""";

    /// Queues them: all or none.
    ///
    /// @param run one that made bills
    /// @param on whose contacts of that day count
    /// @param why the moment is when they are queued
    /// @param isTrial whether nothing is stored
    public static Queued queue(
            Database database, long run, LocalDate on, Change why, boolean isTrial, Listener listener) {
        List<BilledRange> ranges = BilledRange.ofRun(database, run);
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            if (ranges.isEmpty()) {
                return new Done<>(new Queued(new TreeMap<>(), 0, 0), false);
            }
            Bills bills =
                    new Bills(run, ranges.getFirst().first(), ranges.getLast().last(), on);
            long before = before(connection, bills);
            long last = lastMessage(connection);
            insert(connection, bills, why.at(), change);
            SortedMap<Channel, Long> queued = tellQueued(connection, last, change, listener);
            long unreached = tellUnreached(connection, bills, listener);
            return new Done<>(new Queued(queued, before, unreached), !queued.isEmpty());
        });
    }

    /// Which bills, and on which day contacts count.
    private record Bills(long run, long first, long last, LocalDate on) {}

    private static long before(Connection connection, Bills bills) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BEFORE)) {
            query.setLong(1, bills.run());
            query.setLong(2, bills.first());
            query.setLong(3, bills.last());
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    private static void insert(Connection connection, Bills bills, Instant at, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, Cause.Kind.BILL.priority());
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setLong(4, change);
            bind(insert, 5, bills);
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int from, Bills bills) throws SQLException {
        statement.setObject(from, bills.on());
        statement.setLong(from + 1, bills.run());
        statement.setLong(from + 2, bills.first());
        statement.setLong(from + 3, bills.last());
    }

    private static long lastMessage(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(id), 0) from message")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    private static SortedMap<Channel, Long> tellQueued(
            Connection connection, long after, long change, Listener listener) throws SQLException {
        SortedMap<Channel, Long> queued = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(QUEUED)) {
            query.setLong(1, after);
            query.setLong(2, change);
            Rows.each(query, row -> {
                Contact contact =
                        new Contact(Channel.ofCode(row.getString("channel")).orElseThrow(), row.getString("address"));
                Cause cause = new Cause(Cause.Kind.BILL, row.getString("cause"));
                queued.merge(contact.channel(), 1L, Long::sum);
                listener.queued(new Told(
                        cause, row.getString("account"), contact, Contacts.language(row.getString("language"))));
            });
        }
        return queued;
    }

    private static long tellUnreached(Connection connection, Bills bills, Listener listener) throws SQLException {
        long[] unreached = {0};
        try (PreparedStatement query = connection.prepareStatement(UNREACHED)) {
            bind(query, 1, bills);
            Rows.each(query, row -> {
                unreached[0]++;
                listener.unreached(new BillNumber(row.getLong("serial")), row.getString("account"));
            });
        }
        return unreached[0];
    }
}
