package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.taswiya.core.receivables.ReceiptNumber;

/// What collectors have in the books for a day, which their limits are asked of.
final class CollectedDays {
    private CollectedDays() {}

    /// A payment that a collector's message brought and that somebody else than the collector takes back is the day's
    /// no more. One that came in a file was never counted.
    static void lower(Connection connection, ReceiptNumber reversed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update collector_day d set collected = d.collected - t.amount
                from collector_transaction t
                where t.receipt = ? and d.collector = t.collector and d.day = t.day""")) {
            update.setLong(1, reversed.serial());
            update.executeUpdate();
        }
    }
}
