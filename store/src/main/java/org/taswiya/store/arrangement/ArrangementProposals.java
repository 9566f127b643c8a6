package org.taswiya.store.arrangement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;

/// Instalments that wait for a second person. What has become of one is found from what was done since.
public final class ArrangementProposals {
    private static final String SELECT = """
            select p.*, c.made_at, c.author, c.reason,
                not exists (select from arrangement a where a.account = p.account and a.change > p.change)
                and not exists (select from arrangement_refusal f where f.account = p.account and f.change > p.change)
                and not exists (select from arrangement_proposal l where l.account = p.account and l.id > p.id)
                as is_waiting
            from arrangement_proposal p join change c on c.id = p.change
            """;

    private ArrangementProposals() {}

    /// All that wait, the first ones first.
    public static List<ArrangementProposal> waiting(Database database, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select * from (" + SELECT + ") q where is_waiting order by id limit ?")) {
            query.setInt(1, most);
            return Rows.list(query, ArrangementProposals::proposal);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One by its number.
    public static Optional<ArrangementProposal> of(Database database, long number) {
        try (Connection connection = database.connect()) {
            return of(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One by its number.
    public static Optional<ArrangementProposal> of(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where p.id = ?")) {
            query.setLong(1, number);
            return Rows.list(query, ArrangementProposals::proposal).stream().findFirst();
        }
    }

    /// The one of an account that waits.
    public static Optional<ArrangementProposal> waitingOf(Database database, String account) {
        try (Connection connection = database.connect()) {
            return last(connection, account).filter(ArrangementProposal::isWaiting);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<ArrangementProposal> last(Connection connection, String account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where p.account = ? order by p.id desc limit 1")) {
            query.setString(1, account);
            return Rows.list(query, ArrangementProposals::proposal).stream().findFirst();
        }
    }

    /// Writes one down in a transaction of the caller's. The same by the same person while it waits is the same.
    ///
    /// @param change written down already
    public static ArrangementProposal add(Connection connection, String account, Asked asked, Change why, long change)
            throws SQLException {
        int months = Objects.requireNonNull(asked.months());
        ArrangementProposal before = last(connection, account).orElse(null);
        if (before != null
                && before.isWaiting()
                && before.months() == months
                && before.down().equals(asked.down())
                && Objects.equals(before.firstOn(), asked.first())
                && why.isBy(before.proposed().author())) {
            return before;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into arrangement_proposal
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?::request_channel, ?, ? from arrangement_proposal""")) {
            insert.setString(1, account);
            insert.setInt(2, months);
            insert.setLong(3, asked.down().minorUnits());
            insert.setObject(4, asked.first());
            insert.setString(5, asked.channel().code());
            insert.setObject(6, asked.on());
            insert.setLong(7, change);
            insert.executeUpdate();
        }
        return last(connection, account).orElseThrow();
    }

    /// What is asked for when a proposal is let through.
    ///
    /// @param by the rules and days, and the day on which it is signed
    public static Asked asked(ArrangementProposal proposal, Asked by) {
        return new Asked(
                by.rules(),
                by.days(),
                proposal.months(),
                by.on(),
                proposal.channel(),
                by.approver(),
                proposal.down(),
                proposal.firstOn());
    }

    /// Lets one through as it was shown, in a transaction of the caller's: who proposed it is the author of the
    /// arrangement, who lets it through its approver.
    ///
    /// @param asked of [#asked]
    /// @param why of the author of the proposal
    /// @return empty where it is no longer what was shown
    public static Optional<ArrangementAnswer> approve(
            Connection connection, long number, Asked asked, Schedule shown, Change why, long change)
            throws SQLException {
        ArrangementProposal proposal = of(connection, number).orElse(null);
        if (proposal == null || !proposal.isWaiting()) {
            return Optional.of(decided(number));
        }
        return ArrangementDecisions.grantShown(connection, proposal.account(), asked, shown, why, change);
    }

    /// Writes down that one is not granted, in a transaction of the caller's.
    ///
    /// @return why not; empty where it is done
    public static Optional<ArrangementAnswer.Refused> refuse(
            Connection connection, long number, LocalDate on, long change) throws SQLException {
        ArrangementProposal proposal = of(connection, number).orElse(null);
        if (proposal == null || !proposal.isWaiting()) {
            return Optional.of(decided(number));
        }
        ArrangementDecisions.refuse(
                connection, proposal.account(), proposal.channel(), proposal.months(), on, change);
        return Optional.empty();
    }

    private static ArrangementAnswer.Refused decided(long number) {
        return new ArrangementAnswer.Refused(
                ArrangementReason.NOT_RUNNING, "proposal " + number + " does not wait: it was decided or replaced");
    }

    private static ArrangementProposal proposal(ResultSet row) throws SQLException {
        return new ArrangementProposal(
                row.getLong("id"),
                row.getString("account"),
                row.getInt("months"),
                Money.ofMinor(row.getLong("down")),
                Rows.dateOrNull(row, "first_on"),
                RequestChannel.ofCode(row.getString("channel")).orElseThrow(),
                Rows.date(row, "asked_on"),
                row.getLong("change"),
                new Change(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("reason")),
                row.getBoolean("is_waiting"));
    }
}
