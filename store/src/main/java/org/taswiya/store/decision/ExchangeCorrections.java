package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Puts right what was written down when a meter was exchanged or set back. What the books had stays in them.
public final class ExchangeCorrections {
    private ExchangeCorrections() {}

    /// An exchange as it stood from some change on.
    ///
    /// @param revision 1 for the first, the highest of a day is in force
    /// @param author who brought it
    /// @param reason why it was brought
    public record RecordedExchange(MeterExchange exchange, int revision, String author, String reason) {}

    /// What a correction came to.
    ///
    /// @param before as it stood
    /// @param now as it stands
    /// @param isReopened whether bills rest on it, so that the next one settles them anew
    public record CorrectedExchange(MeterExchange before, MeterExchange now, boolean isReopened) {
        /// Whether something was written; false when it stood so before.
        public boolean isNew() {
            return !before.equals(now);
        }
    }

    /// All exchanges of a usage point with all their revisions, in the order of their days.
    public static List<RecordedExchange> list(Database database, String usagePoint) {
        try (Connection connection = database.connect()) {
            return list(connection, usagePoint);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<RecordedExchange> list(Connection connection, String usagePoint) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select e.at, e.removed, e.installed, e.revision, c.author, c.reason
                from meter_exchange e join change c on c.id = e.change
                where e.usage_point = ? order by e.at, e.revision""")) {
            query.setString(1, usagePoint);
            return Rows.list(
                    query,
                    row -> new RecordedExchange(
                            new MeterExchange(
                                    Rows.date(row, "at"), Rows.decimal(row, "removed"), Rows.decimal(row, "installed")),
                            row.getInt("revision"),
                            row.getString("author"),
                            row.getString("reason")));
        }
    }

    /// Says anew what the dials showed, and bills off the cycle whoever is served there; in a transaction of the
    /// caller's.
    ///
    /// @param removed what the dial taken away showed; null for as it stands
    /// @param installed what the dial put in its place showed; null for as it stands
    /// @param why who decided it, when and for what reason
    /// @throws IllegalArgumentException when no exchange of that day is recorded, or a dial cannot show its value
    public static CorrectedExchange correct(
            Connection connection,
            String usagePoint,
            LocalDate day,
            @Nullable Decimal removed,
            @Nullable Decimal installed,
            Change why)
            throws SQLException {
        RecordedExchange there = inForce(connection, usagePoint, day);
        MeterExchange before = there.exchange();
        MeterExchange now = new MeterExchange(
                day, removed == null ? before.removed() : removed, installed == null ? before.installed() : installed);
        requireShown(connection, usagePoint, "<", day, now.removed());
        requireShown(connection, usagePoint, "<=", day, now.installed());
        boolean isReopened = !now.equals(before)
                && write(connection, Changes.record(connection, why), usagePoint, now, there.revision() + 1);
        return new CorrectedExchange(before, now, isReopened);
    }

    private static RecordedExchange inForce(Connection connection, String usagePoint, LocalDate day)
            throws SQLException {
        return list(connection, usagePoint).stream()
                .filter(recorded -> recorded.exchange().at().equals(day))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("no exchange at " + usagePoint + " on " + day
                        + " is recorded; `exchange list " + usagePoint + "` shows those that are"));
    }

    private static boolean write(
            Connection connection, long change, String usagePoint, MeterExchange exchange, int revision)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into meter_exchange (usage_point, at, removed, installed, change, revision)
                values (?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, usagePoint);
            insert.setObject(2, exchange.at());
            insert.setBigDecimal(3, exchange.removed().toBigDecimal());
            insert.setBigDecimal(4, exchange.installed().toBigDecimal());
            insert.setLong(5, change);
            insert.setInt(6, revision);
            insert.executeUpdate();
        }
        List<String> served = served(connection, usagePoint, exchange.at());
        BillRequests.add(connection, change, served);
        BillRequests.addWaitingBeside(connection, change, served);
        return Reopenings.openForReading(connection, change, usagePoint, exchange.at());
    }

    private static List<String> served(Connection connection, String usagePoint, LocalDate day) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select reference from service_agreement
                where usage_point = ? and from_day <= ? and (to_day is null or to_day >= ?) order by reference""")) {
            query.setString(1, usagePoint);
            query.setObject(2, day);
            query.setObject(3, day);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// @param before `<` for the meter taken away on the day, `<=` for the one put in its place
    private static void requireShown(
            Connection connection, String usagePoint, String before, LocalDate day, Decimal value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select serial, digits, decimals from meter where usage_point = ? and installed_at %s ?
                order by installed_at desc limit 1""".formatted(before))) {
            query.setString(1, usagePoint);
            query.setObject(2, day);
            Rows.each(
                    query,
                    row -> new Dial("Meter " + row.getString(1), row.getObject(2, Integer.class), row.getInt(3))
                            .require(value));
        }
    }
}
