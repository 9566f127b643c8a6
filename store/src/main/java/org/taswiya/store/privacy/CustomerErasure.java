package org.taswiya.store.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.privacy.Erasable;
import org.taswiya.core.privacy.ErasureObstacle;
import org.taswiya.core.privacy.PrivacyRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.privacy.ErasureSituation.Reason;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Forgets a customer who asks for it, as far as nothing stands in the way.
public final class CustomerErasure {
    static final String ON_REQUEST = "request";

    private CustomerErasure() {}

    /// What a request came to.
    public sealed interface Answer {

        /// Nothing was erased.
        record Refused(List<Reason> reasons) implements Answer {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }

        /// @param erased empty when it was all erased before
        /// @param namesUntil the first day on which `privacy sweep` erases names; null when they are erased
        record Done(List<Erased> erased, @Nullable LocalDate namesUntil) implements Answer {
            public Done {
                erased = List.copyOf(erased);
            }
        }
    }

    /// Erases all that the law does not have kept; that is noted, and erased by the sweep of the day on which it may
    /// be.
    ///
    /// @param customer one that is there
    public static Answer execute(
            Database database, String customer, PrivacyRules rules, LocalDate on, Change why, boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            ErasureSituation situation = ErasureSituation.of(connection, customer, on);
            List<Reason> reasons = new ArrayList<>(situation.reasons());
            List<Long> waiting = waiting(connection, customer, reasons);
            if (!reasons.isEmpty()) {
                return new Done<>(new Answer.Refused(reasons), false);
            }
            withdraw(connection, waiting, why.at());
            Erasures erasures = new Erasures(connection, change);
            allBesideNames(erasures, customer, ON_REQUEST);
            LocalDate until = namesUntil(situation, rules, on);
            boolean isNoted = false;
            if (until == null) {
                nameOnce(connection, erasures, customer, ON_REQUEST);
            } else {
                isNoted = note(connection, customer, until, change);
            }
            return new Done<>(
                    new Answer.Done(erasures.all(), until),
                    isNoted || !erasures.all().isEmpty());
        });
    }

    /// The first day on which names may go; null when that is over.
    static @Nullable LocalDate namesUntil(ErasureSituation situation, PrivacyRules rules, LocalDate on) {
        LocalDate last = situation.lastDocument();
        LocalDate until = last == null ? on : rules.namesUntil(last);
        return until.isAfter(on) ? until : null;
    }

    /// What is not needed for any tax document.
    static void allBesideNames(Erasures erasures, String customer, String rule) throws SQLException {
        for (Erasable what : List.of(
                Erasable.CODE,
                Erasable.CONTACT,
                Erasable.PREFERENCE,
                Erasable.ADDRESS,
                Erasable.FACTS,
                Erasable.IDENTITY)) {
            erasures.of(customer, what, rule);
        }
    }

    static void nameOnce(Connection connection, Erasures erasures, String customer, String rule) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select from customer where reference = ? and latin_name = erased_mark()")) {
            query.setString(1, customer);
            if (Rows.list(query, _ -> true).isEmpty()) {
                erasures.of(customer, Erasable.NAME, rule);
            }
        }
    }

    /// Messages of theirs that are not sent yet, locked: whoever waits for a sender keeps nobody else waiting, so one
    /// that is being sent is a reason to come again.
    private static List<Long> waiting(Connection connection, String customer, List<Reason> reasons)
            throws SQLException {
        String which = """
                from message m where m.state in ('queued', 'paused')
                    and m.account in (select reference from customer_account where customer = ?)""";
        try (PreparedStatement locked =
                        connection.prepareStatement("select m.id " + which + " for no key update skip locked");
                PreparedStatement all = connection.prepareStatement("select m.id " + which)) {
            locked.setString(1, customer);
            all.setString(1, customer);
            List<Long> ours = Rows.list(locked, row -> row.getLong(1));
            for (long id : Rows.list(all, row -> row.getLong(1))) {
                if (!ours.contains(id)) {
                    reasons.add(new Reason(ErasureObstacle.SENDING, "message " + id));
                }
            }
            return ours;
        }
    }

    private static void withdraw(Connection connection, List<Long> messages, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with over as (
                    update message set state = 'failed', paused_by = null where id = any(?) returning id)
                insert into message_attempt
                select o.id, coalesce((select max(a.attempt) from message_attempt a where a.message = o.id), 0) + 1,
                       'withdrawn', 'the customer is forgotten', ?
                from over o""")) {
            update.setArray(1, SqlArrays.numbers(connection, messages));
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    /// @return false when it was noted before
    private static boolean note(Connection connection, String customer, LocalDate until, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into erasure_due values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, customer);
            insert.setObject(2, until);
            insert.setLong(3, change);
            return insert.executeUpdate() > 0;
        }
    }
}
