package org.taswiya.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Indexes of ranges (BRIN): of each range of pages of a table, which numbers lie there.
///
/// Pages that are in no range yet are read whole by whoever asks for anything. The server ranges them by itself a
/// moment after they were filled, unless so many come at once that it forgets some: then they wait until it next tidies
/// the table up, which of a large table is a fifth of its rows later.
public final class RangeIndexes {
    private RangeIndexes() {}

    /// Ranges what is not yet, for whoever has added much. In a transaction of the caller's; what it does not come to
    /// is done the next time.
    public static void bringUpToDate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    select brin_summarize_new_values(c.oid)
                    from pg_class c join pg_am m on m.oid = c.relam
                    where m.amname = 'brin' and c.relnamespace = 'public'::regnamespace""");
        }
    }
}
