package org.taswiya.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.taswiya.store.Database;

/// Accounts x lines x bytes, as the books show it: what a bill comes to in rows and bytes on disk, keys and indexes
/// included.
///
/// @param bills in the books
/// @param rowsPerBill bills, segments, lines, entries and postings
/// @param bytesPerBill of those tables with their indexes
/// @param readings in the books
/// @param bytesPerReading with its unique key
public record Shape(long bills, double rowsPerBill, double bytesPerBill, long readings, double bytesPerReading) {

    static Shape of(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            long bills = number(statement, "select count(*) from bill");
            long rows = bills
                    + number(statement, "select count(*) from bill_segment")
                    + number(statement, "select count(*) from charge_line")
                    + number(statement, "select count(*) from estimate")
                    + number(statement, "select count(*) from settlement")
                    + number(statement, "select count(*) from journal_entry")
                    + number(statement, "select count(*) from posting");
            long bytes = number(statement, """
                    select sum(pg_total_relation_size(t::regclass)) from unnest(array['bill', 'bill_segment',
                        'charge_line', 'estimate', 'settlement', 'journal_entry', 'posting']) t""");
            long readings = number(statement, "select count(*) from reading");
            long readingBytes = number(statement, "select pg_total_relation_size('reading'::regclass)");
            return new Shape(
                    bills, (double) rows / bills, (double) bytes / bills, readings, (double) readingBytes / readings);
        }
    }

    private static long number(Statement statement, String select) throws SQLException {
        try (ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }
}
