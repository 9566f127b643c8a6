package org.taswiya.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;

/// What somebody may have typed about a customer is erased, or kept for a reason.
final class FreeTextsTest {
    private final Database database = TestDatabases.fresh();

    private Set<String> columns(String where) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        join pg_tables t on t.tablename = c.table_name and t.schemaname = c.table_schema
                        where c.table_schema = 'public' and c.data_type = 'text' and\s""" + where)) {
            return new TreeSet<>(Rows.list(query, row -> row.getString(1)));
        }
    }

    /// References and codes are kept in the order of their bytes (collate "C"); whatever else is text is for people.
    @Test
    void everyTextIsErasedOrKeptForAReason() throws SQLException {
        Set<String> known = new TreeSet<>(FreeTexts.ERASED);
        known.addAll(FreeTexts.KEPT.keySet());
        Set<String> inWords = columns("c.collation_name is null");
        inWords.removeAll(known);
        assertThat(inWords).isEmpty();
        known.removeAll(columns("true"));
        assertThat(known).as("none that is gone").isEmpty();
    }

    @Test
    void noneIsBoth() {
        assertThat(FreeTexts.KEPT).doesNotContainKeys(FreeTexts.ERASED.toArray(String[]::new));
    }
}
