package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.core.message.Announcement;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.access.Delegates.LetIn;
import org.taswiya.store.message.EveryAddress;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// A holder lets somebody in, who accepts; either ends it. Each in one transaction, with what the holder is told of it.
public final class DelegateDecisions {
    /// How long somebody has to accept.
    public static final int DAYS_TO_ACCEPT = 14;

    /// So many may be let into an account, or be asked.
    public static final int MOST = 10;

    private static final int SHOWN_DIGITS = 3;

    private DelegateDecisions() {}

    /// What came of asking somebody.
    public enum Asked {
        /// It waits to be accepted, now or from before; also where nobody is there who could.
        WAITS,
        /// They are a delegate of that kind already.
        RUNS,
        /// As many as may be are let in or asked.
        FULL
    }

    /// One that somebody has a say in, as it stands.
    private record Found(LetIn letIn, boolean isHolder) {}

    /// Asks somebody. Whether the reference is an account's is not asked: the answer is the same, in the same time.
    /// What the same one was asked before and has not accepted counts no more.
    public static Asked ask(
            Database database, String account, String invited, DelegateKind kind, LocalDate today, Change why) {
        return BooksTransaction.make(
                database, why, false, (connection, change) -> ask(connection, account, invited, kind, today, change));
    }

    /// The same in a transaction that does more.
    public static Done<Asked> ask(
            Connection connection, String account, String invited, DelegateKind kind, LocalDate today, long change)
            throws SQLException {
        List<LetIn> all = Delegates.letInto(connection, List.of(account), today);
        List<LetIn> same =
                all.stream().filter(one -> one.invited().equals(invited)).toList();
        Optional<LetIn> asItIs = same.stream().filter(one -> one.kind() == kind).findFirst();
        if (asItIs.isPresent()) {
            return new Done<>(asItIs.get().since() == null ? Asked.WAITS : Asked.RUNS, false);
        }
        if (all.size() - same.size() >= MOST) {
            return new Done<>(Asked.FULL, false);
        }
        for (LetIn before : same) {
            if (before.since() == null) {
                end(connection, before.id(), true, today, change);
            }
        }
        insert(connection, account, invited, kind, today, change);
        return new Done<>(Asked.WAITS, true);
    }

    /// The invited accepts: it holds from now on, in place of what they might do for that account before.
    ///
    /// @param own all accounts of the invited
    /// @return false, and nothing is written, when they are not asked that, or no more
    public static boolean accept(Database database, long id, Collection<String> own, LocalDate today, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Found found = found(connection, id, own).orElse(null);
            if (found == null || found.isHolder() || !isWaiting(found.letIn(), today)) {
                return new Done<>(false, false);
            }
            start(connection, id, today, change);
            for (LetIn before :
                    Delegates.letInto(connection, List.of(found.letIn().account()), today)) {
                if (before.id() != id && before.since() != null && own.contains(before.invited())) {
                    end(connection, before.id(), false, today, change);
                }
            }
            tell(connection, found.letIn(), true, today, why.at(), change);
            return new Done<>(true, true);
        });
    }

    /// Either side ends what holds, takes back what was asked, or says no to it. The holder is told of the end of what
    /// held, and of nothing else.
    ///
    /// @param own all accounts of whoever ends it
    /// @return false, and nothing is written, when there is nothing of theirs to end
    public static boolean end(Database database, long id, Collection<String> own, LocalDate today, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Found found = found(connection, id, own).orElse(null);
            if (found == null) {
                return new Done<>(false, false);
            }
            end(connection, id, found.isHolder(), today, change);
            if (found.letIn().since() != null) {
                tell(connection, found.letIn(), false, today, why.at(), change);
            }
            return new Done<>(true, true);
        });
    }

    /// Whether it is one in which somebody has, or had, a say.
    public static boolean isOf(Database database, long id, Collection<String> own) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select from delegate where id = ? and (account = any(?) or invited = any(?))")) {
            query.setLong(1, id);
            query.setArray(2, SqlArrays.texts(connection, own));
            query.setArray(3, SqlArrays.texts(connection, own));
            return !Rows.list(query, _ -> true).isEmpty();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static boolean isWaiting(LetIn one, LocalDate today) {
        return one.since() == null && one.until().isAfter(today);
    }

    /// What neither of those who have a say has ended.
    private static Optional<Found> found(Connection connection, long id, Collection<String> own) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select d.*, s.since, d.account = any(?) as is_holder
                from delegate d left join delegate_start s on s.delegate = d.id
                where d.id = ? and (d.account = any(?) or d.invited = any(?)) and not exists (
                    select from delegate_end e
                    where e.delegate = d.id and (s.delegate is not null or e.by_holder or d.account <> all(?)))""")) {
            for (int parameter : new int[] {1, 3, 4, 5}) {
                query.setArray(parameter, SqlArrays.texts(connection, own));
            }
            query.setLong(2, id);
            return Rows.list(
                            query,
                            row -> new Found(
                                    new LetIn(
                                            row.getLong("id"),
                                            row.getString("account"),
                                            row.getString("invited"),
                                            DelegateKind.ofCode(row.getString("kind"))
                                                    .orElseThrow(),
                                            Rows.date(row, "invited_on"),
                                            Rows.date(row, "until"),
                                            Rows.dateOrNull(row, "since")),
                                    row.getBoolean("is_holder")))
                    .stream()
                    .findFirst();
        }
    }

    private static void tell(Connection connection, LetIn one, boolean isLetIn, LocalDate on, Instant at, long change)
            throws SQLException {
        String shown = "***" + one.invited().substring(one.invited().length() - SHOWN_DIGITS);
        Announcement.DelegateChange told = new Announcement.DelegateChange(on, isLetIn, one.kind(), shown);
        EveryAddress.tell(connection, one.account(), "D" + change, told, at, change);
    }

    private static void insert(
            Connection connection, String account, String invited, DelegateKind kind, LocalDate today, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into delegate select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? from delegate""")) {
            insert.setString(1, account);
            insert.setString(2, invited);
            insert.setString(3, kind.code());
            insert.setObject(4, today);
            insert.setObject(5, today.plusDays(DAYS_TO_ACCEPT));
            insert.setLong(6, change);
            insert.executeUpdate();
        }
    }

    private static void start(Connection connection, long id, LocalDate since, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into delegate_start values (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setObject(2, since);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
    }

    private static void end(Connection connection, long id, boolean byHolder, LocalDate on, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into delegate_end values (?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setBoolean(2, byHolder);
            insert.setObject(3, on);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }
}
