package org.taswiya.store.arrangement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.ArrangementRequest;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.InstalmentRequest.State;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Customers who ask for instalments by themselves: what the rules offer unasked is granted at once, what a person may
/// grant waits for a person.
public final class InstalmentRequests {
    private static final String SELECT = """
            select r.*, case
                when exists (select from arrangement a where a.account = r.account and a.change > r.change)
                    then 'granted'
                when exists (select from arrangement_refusal f where f.account = r.account and f.change > r.change)
                    then 'refused'
                when exists (select from instalment_request l where l.account = r.account and l.id > r.id)
                    then 'replaced'
                when not exists (
                    select from open_item o where o.account = r.account and o.open > 0 and o.issued_on <= r.asked_on)
                    then 'settled'
                else 'waits' end as state
            from instalment_request r
            """;

    /// Those that wait for a person.
    public static final String WAITING = "select * from (" + SELECT + ") q where state = 'waits'";

    private InstalmentRequests() {}

    /// One that waits, by its number.
    public static Optional<InstalmentRequest> waitingOf(Database database, long number) {
        try (Connection connection = database.connect()) {
            return waitingOf(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<InstalmentRequest> waitingOf(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WAITING + " and id = ?")) {
            query.setLong(1, number);
            return Rows.list(query, InstalmentRequests::request).stream().findFirst();
        }
    }

    /// Writes down that one is not granted, in a transaction of the caller's.
    ///
    /// @return whether it waited until then
    public static boolean refuse(Connection connection, long number, LocalDate on, long change) throws SQLException {
        InstalmentRequest request = waitingOf(connection, number).orElse(null);
        return request != null
                && ArrangementDecisions.refuse(
                        connection, request.account(), RequestChannel.ONLINE_AGENCY, request.months(), on, change);
    }

    /// Grants it or writes it down. Asked again while it waits, it is the same.
    ///
    /// @param asked by nobody at work; no approver
    /// @param shown the instalments that the customer was shown
    public static AskedInstalments ask(Database database, String account, Asked asked, Schedule shown, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            AskedInstalments answer = ask(connection, account, asked, shown, why, change);
            boolean isWritten = answer instanceof AskedInstalments.Granted
                    || answer instanceof AskedInstalments.Waits(var request) && isOf(connection, request, change);
            return new Done<>(answer, isWritten);
        });
    }

    /// The same in a transaction of the caller's.
    public static AskedInstalments ask(
            Connection connection, String account, Asked asked, Schedule shown, Change why, long change)
            throws SQLException {
        ArrangementRequest known = ArrangementSituation.of(
                        connection, account, asked.rules(), asked.months(), asked.on(), null)
                .orElse(null);
        if (known == null) {
            return new AskedInstalments.Refused(ArrangementReason.UNKNOWN_ACCOUNT, "no account " + account);
        }
        return switch (ArrangementOffer.to(known, asked.days())) {
            case ArrangementOffer.NotOffered(var reason, var found) -> new AskedInstalments.Refused(reason, found);
            case ArrangementOffer.Offered offered
            when !offered.schedule().equals(shown) -> new AskedInstalments.Changed();
            case ArrangementOffer.Offered offered
            when offered.unasked() && !offered.needsApproval() ->
                switch (ArrangementDecisions.grantNow(connection, account, asked, why, change)) {
                    case ArrangementAnswer.Done(var arrangement) -> new AskedInstalments.Granted(arrangement);
                    case ArrangementAnswer.Refused(var reason, var found) ->
                        new AskedInstalments.Refused(reason, found);
                };
            case ArrangementOffer.Offered offered ->
                new AskedInstalments.Waits(waiting(
                        connection, account, offered.schedule().instalments().size(), asked.on(), change));
        };
    }

    private static InstalmentRequest waiting(
            Connection connection, String account, int months, LocalDate on, long change) throws SQLException {
        InstalmentRequest before = last(connection, account).orElse(null);
        if (before != null && before.state() == State.WAITS && before.months() == months) {
            return before;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into instalment_request
                select coalesce(max(id), 0) + 1, ?, ?, ?, ? from instalment_request""")) {
            insert.setString(1, account);
            insert.setInt(2, months);
            insert.setObject(3, on);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
        return last(connection, account).orElseThrow();
    }

    private static boolean isOf(Connection connection, InstalmentRequest request, long change) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from instalment_request where id = ? and change = ?")) {
            query.setLong(1, request.number());
            query.setLong(2, change);
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }

    /// The last one of an account.
    public static Optional<InstalmentRequest> last(Database database, String account) {
        try (Connection connection = database.connect()) {
            return last(connection, account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<InstalmentRequest> last(Connection connection, String account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where r.account = ? order by r.id desc limit 1")) {
            query.setString(1, account);
            return Rows.list(query, InstalmentRequests::request).stream().findFirst();
        }
    }

    /// All that wait for a person, the first ones first.
    public static List<InstalmentRequest> waiting(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(WAITING + " order by id")) {
            return Rows.list(query, InstalmentRequests::request);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static InstalmentRequest request(ResultSet row) throws SQLException {
        return new InstalmentRequest(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("account")),
                row.getInt("months"),
                Rows.date(row, "asked_on"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
