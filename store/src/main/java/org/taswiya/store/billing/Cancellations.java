package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Takes bills back: the bill stays, an entry reverses its own, and its periods are open again for the next run.
public final class Cancellations {
    private Cancellations() {}

    /// Cancels a bill.
    ///
    /// @param why who decided it, when and for what reason
    /// @throws IllegalArgumentException when there is no such bill or it is cancelled already
    public static void cancel(Database database, BillNumber number, LocalDate cancelledOn, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            cancel(connection, number, cancelledOn, why);
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private record Cancelled(String agreement, LocalDate gapFrom, boolean already) {}

    private static void cancel(Connection connection, BillNumber number, LocalDate cancelledOn, Change why)
            throws SQLException {
        EntryRows entries = new EntryRows();
        NumberSeries.BILL.lock(connection);
        entries.begin(connection);
        Cancelled bill = bill(connection, number);
        long change = Changes.record(connection, why);
        try (PreparedStatement insert = connection.prepareStatement("insert into cancellation values (?, ?, ?)")) {
            insert.setLong(1, number.serial());
            insert.setObject(2, cancelledOn);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
        Reopenings.open(connection, change, bill.agreement(), bill.gapFrom());
        JournalEntry entry = Ledger.entryOf(connection, number).orElse(null);
        if (entry != null) {
            entries.add(entry.reversed(cancelledOn, "cancels bill " + number + ": " + why.reason()));
            entries.send(connection);
        }
    }

    private static Cancelled bill(Connection connection, BillNumber number) throws SQLException {
        List<Cancelled> found;
        try (PreparedStatement query = connection.prepareStatement("""
                select b.agreement, b.gap_from, c.bill is not null as already
                from bill b left join cancellation c on c.bill = b.serial where b.serial = ?""")) {
            query.setLong(1, number.serial());
            found = Rows.list(
                    query,
                    row -> new Cancelled(row.getString(1), Rows.date(row, "gap_from"), row.getBoolean("already")));
        }
        if (found.isEmpty() || found.getFirst().already()) {
            throw new IllegalArgumentException(
                    "Bill " + number + (found.isEmpty() ? " is not there" : " is cancelled already"));
        }
        return found.getFirst();
    }
}
