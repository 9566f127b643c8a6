package org.taswiya.store.arrangement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.ArrangementRequest;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.arrangement.ArrangementState;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.arrangement.ArrangementAnswer.Done;
import org.taswiya.store.arrangement.ArrangementAnswer.Refused;
import org.taswiya.store.ledger.NumberSeries;
import org.taswiya.store.receivables.BooksTransaction;

/// What people decide about payment facilities. Killed at any moment, all of a decision stands or nothing.
public final class ArrangementDecisions {
    private ArrangementDecisions() {}

    /// What is asked for.
    ///
    /// @param months how many instalments; null for what the rules offer
    /// @param on the day of signing
    /// @param approver who lets through what is above a clerk's limit; null for nobody
    /// @param down what is paid on the day of signing before the instalments; zero for nothing
    /// @param first when the first instalment falls due; null for the rules' own day
    public record Asked(
            ArrangementRules rules,
            WorkingDays days,
            @Nullable Integer months,
            LocalDate on,
            RequestChannel channel,
            @Nullable String approver,
            Money down,
            @Nullable LocalDate first) {

        /// Equal instalments from the rules' own day on, and nothing before them.
        public Asked(
                ArrangementRules rules,
                WorkingDays days,
                @Nullable Integer months,
                LocalDate on,
                RequestChannel channel,
                @Nullable String approver) {
            this(rules, days, months, on, channel, approver, Money.ZERO, null);
        }

        /// The same with somebody who lets it through.
        public Asked approvedBy(String name) {
            return new Asked(rules, days, months, on, channel, name, down, first);
        }
    }

    /// What an account would be offered; nothing is written.
    public static ArrangementOffer offer(
            Database database,
            String account,
            ArrangementRules rules,
            WorkingDays days,
            @Nullable Integer months,
            LocalDate on) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ArrangementRequest request = ArrangementSituation.of(connection, account, rules, months, on, null)
                    .orElse(null);
            return request == null
                    ? new ArrangementOffer.NotOffered(ArrangementReason.UNKNOWN_ACCOUNT, noAccount(account))
                    : ArrangementOffer.to(request, days);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What an account would be offered for what is asked; nothing is written.
    public static ArrangementOffer offer(Database database, String account, Asked asked) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return offer(connection, account, asked);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static ArrangementOffer offer(Connection connection, String account, Asked asked) throws SQLException {
        ArrangementRequest request = ArrangementSituation.of(
                        connection, account, asked.rules(), asked.months(), asked.on(), null)
                .orElse(null);
        return request == null
                ? new ArrangementOffer.NotOffered(ArrangementReason.UNKNOWN_ACCOUNT, noAccount(account))
                : ArrangementOffer.to(request.with(asked.down(), asked.first()), asked.days());
    }

    /// Grants what somebody was shown, in a transaction of the caller, on the day of signing.
    ///
    /// @return empty where it is no longer what they were shown
    public static Optional<ArrangementAnswer> grantShown(
            Connection connection, String account, Asked asked, Schedule shown, Change why, long change)
            throws SQLException {
        long last = NumberSeries.ENTRY.lock(connection);
        return offer(connection, account, asked) instanceof ArrangementOffer.Offered offered
                        && !offered.schedule().equals(shown)
                ? Optional.empty()
                : Optional.of(grant(connection, account, asked, asked.on(), why, change, last, null));
    }

    /// Grants one, or says why not.
    ///
    /// @param isTrial whether nothing is stored; the number is then the one that the next arrangement gets
    public static ArrangementAnswer grant(
            Database database, String account, Asked asked, LocalDate today, Change why, boolean isTrial) {
        return make(
                database,
                why,
                isTrial,
                (connection, change, last) -> grant(connection, account, asked, today, why, change, last, null));
    }

    /// Puts another one in the place of one that is not settled: it arranges what is open now.
    public static ArrangementAnswer renegotiate(
            Database database, long number, Asked asked, LocalDate today, Change why, boolean isTrial) {
        return make(database, why, isTrial, (connection, change, last) -> {
            StoredArrangement before = Arrangements.of(connection, number).orElse(null);
            Optional<Refused> refused = notEndable(before, number, asked.on(), today);
            if (before == null || refused.isPresent()) {
                return refused.orElseThrow();
            }
            ArrangementAnswer answer =
                    grant(connection, before.arrangement().account(), asked, today, why, change, last, number);
            if (answer instanceof Done) {
                insertEnd(connection, number, asked.on(), true, change);
            }
            return answer;
        });
    }

    /// Ends one: all that it arranged is due as it was.
    public static ArrangementAnswer end(
            Database database, long number, LocalDate on, LocalDate today, Change why, boolean isTrial) {
        return make(database, why, isTrial, (connection, change, _) -> {
            StoredArrangement before = Arrangements.of(connection, number).orElse(null);
            Optional<Refused> refused = notEndable(before, number, on, today);
            if (refused.isPresent()) {
                return refused.get();
            }
            insertEnd(connection, number, on, false, change);
            return new Done(Arrangements.of(connection, number).orElseThrow());
        });
    }

    /// Writes down that none was granted.
    ///
    /// @return false when there is no such account, and nothing was written
    public static boolean refuse(
            Database database,
            String account,
            RequestChannel channel,
            @Nullable Integer months,
            LocalDate on,
            Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            boolean isThere = refuse(connection, account, channel, months, on, change);
            return new BooksTransaction.Done<>(isThere, isThere);
        });
    }

    /// The same in a transaction of the caller's.
    static boolean refuse(
            Connection connection,
            String account,
            RequestChannel channel,
            @Nullable Integer months,
            LocalDate on,
            long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into arrangement_refusal
                select reference, ?, ?::request_channel, ?, ? from customer_account where reference = ?""")) {
            insert.setObject(1, on);
            insert.setString(2, channel.code());
            insert.setObject(3, months, Types.SMALLINT);
            insert.setLong(4, change);
            insert.setString(5, account);
            return insert.executeUpdate() == 1;
        }
    }

    private interface Decision {
        /// @param last the last entry; no other is booked before this transaction ends
        ArrangementAnswer on(Connection connection, long change, long last) throws SQLException;
    }

    private static ArrangementAnswer make(Database database, Change why, boolean isTrial, Decision decision) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            ArrangementAnswer answer = decision.on(connection, change, NumberSeries.ENTRY.lock(connection));
            return new BooksTransaction.Done<>(answer, answer instanceof Done);
        });
    }

    /// In a transaction of the caller, on the day of signing.
    static ArrangementAnswer grantNow(Connection connection, String account, Asked asked, Change why, long change)
            throws SQLException {
        return grant(connection, account, asked, asked.on(), why, change, NumberSeries.ENTRY.lock(connection), null);
    }

    private static ArrangementAnswer grant(
            Connection connection,
            String account,
            Asked asked,
            LocalDate today,
            Change why,
            long change,
            long last,
            @Nullable Long replaces)
            throws SQLException {
        if (asked.on().isAfter(today)) {
            return new Refused(
                    ArrangementReason.WRONG_DAY, "today is " + today + ", before " + asked.on() + "; sign it then");
        }
        ArrangementRequest request = ArrangementSituation.of(
                        connection, account, asked.rules(), asked.months(), asked.on(), replaces)
                .orElse(null);
        if (request == null) {
            return new Refused(ArrangementReason.UNKNOWN_ACCOUNT, noAccount(account));
        }
        return switch (ArrangementOffer.to(request.with(asked.down(), asked.first()), asked.days())) {
            case ArrangementOffer.NotOffered(var reason, var found) -> new Refused(reason, found);
            case ArrangementOffer.Offered offered -> {
                Optional<Refused> refused = notApproved(offered, asked.approver(), why.author());
                if (refused.isPresent()) {
                    yield refused.get();
                }
                int grace = Objects.requireNonNull(request.policy()).graceDays();
                long number =
                        ArrangementRows.insert(connection, account, offered, asked, grace, last, replaces, change);
                yield new Done(Arrangements.of(connection, number).orElseThrow());
            }
        };
    }

    private static Optional<Refused> notApproved(
            ArrangementOffer.Offered offered, @Nullable String approver, String author) {
        if (!offered.needsApproval()) {
            return Optional.empty();
        }
        if (approver == null) {
            return Optional.of(new Refused(
                    ArrangementReason.NEEDS_APPROVAL,
                    offered.schedule().total() + " in "
                            + offered.schedule().instalments().size()
                            + " instalments is above what a clerk grants alone; name an approver"));
        }
        return Change.isSamePerson(approver, author)
                ? Optional.of(new Refused(
                        ArrangementReason.OWN_APPROVAL, author + " cannot approve what " + author + " decides"))
                : Optional.empty();
    }

    private static Optional<Refused> notEndable(
            @Nullable StoredArrangement before, long number, LocalDate on, LocalDate today) {
        if (before == null) {
            return Optional.of(new Refused(
                    ArrangementReason.UNKNOWN_ARRANGEMENT,
                    "there is no arrangement " + number + "; ./taswiya arrange list shows those that there are"));
        }
        LocalDate signedOn = before.arrangement().signedOn();
        if (on.isBefore(signedOn) || on.isAfter(today)) {
            return Optional.of(new Refused(
                    ArrangementReason.WRONG_DAY,
                    "it was signed on " + signedOn + " and today is " + today + "; " + on + " is not between them"));
        }
        ArrangementState state =
                before.arrangement().ending() == null ? before.standingOn(today).state() : ArrangementState.ENDED;
        return state.isRunning() || state == ArrangementState.BROKEN
                ? Optional.empty()
                : Optional.of(new Refused(
                        ArrangementReason.NOT_RUNNING,
                        "arrangement " + number + " is " + state.code() + "; nothing is left to do"));
    }

    private static String noAccount(String account) {
        return "there is no customer account " + account + "; check the number";
    }

    private static void insertEnd(Connection connection, long number, LocalDate on, boolean isRenegotiated, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into arrangement_end values (?, ?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setObject(2, on);
            insert.setBoolean(3, isRenegotiated);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }
}
