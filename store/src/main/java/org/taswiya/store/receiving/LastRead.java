package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The last days on which readings count.
public final class LastRead {
    private static final String LAST =
            "select usage_point, max(at) from counting_reading where usage_point = any({keys}) group by usage_point";

    private LastRead() {}

    /// By usage point; one that was never read is not among them.
    public static Map<String, LocalDate> of(Connection connection, Collection<String> points) throws SQLException {
        Map<String, LocalDate> last = new HashMap<>();
        if (!points.isEmpty()) {
            CopiedRows.each(
                    connection,
                    LAST.replace("{keys}", Literals.texts(points)),
                    row -> last.put(row.text(), row.date()));
        }
        return last;
    }
}
