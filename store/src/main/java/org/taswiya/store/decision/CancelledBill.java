package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// That a bill was taken back.
///
/// @param author who decided it, and why
public record CancelledBill(LocalDate cancelledOn, String author, String reason) {

    /// Whether that bill was; empty when it stands.
    public static Optional<CancelledBill> of(Database database, BillNumber number) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                select x.cancelled_on, c.author, c.reason from cancellation x join change c on c.id = x.change
                where x.bill = ?""")) {
            query.setLong(1, number.serial());
            return Rows.list(
                            query,
                            row -> new CancelledBill(
                                    Rows.date(row, "cancelled_on"), row.getString("author"), row.getString("reason")))
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
