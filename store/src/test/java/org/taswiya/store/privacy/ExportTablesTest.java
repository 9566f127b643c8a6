package org.taswiya.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;

/// Nothing that the books have about a customer is forgotten: every table is exported or left out for a reason.
final class ExportTablesTest {
    private final Database database = TestDatabases.fresh();

    private Set<String> texts(String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return new TreeSet<>(Rows.list(query, row -> row.getString(1)));
        }
    }

    private static List<String> exported() {
        return ExportTables.ALL.stream().map(ExportedTable::table).toList();
    }

    /// Whoever adds a table says in `ExportTables` which of its rows are whose, or in `LeftOutTables` why none are.
    @Test
    void everyTableIsExportedOrLeftOutForAReason() throws SQLException {
        Set<String> known = new TreeSet<>(exported());
        known.addAll(LeftOutTables.WHY.keySet());
        assertThat(texts("select tablename from pg_tables where schemaname = 'public'"))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void noTableIsBoth() {
        assertThat(exported()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(LeftOutTables.WHY.keySet());
    }

    /// Of those that name an account or a customer only these tell nothing more.
    @Test
    void whatNamesAnAccountIsLeftOutOnlyHere() throws SQLException {
        Set<String> naming = texts("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name in ('account', 'customer')
                    and table_name in (select tablename from pg_tables where schemaname = 'public')""");
        naming.removeAll(exported());
        assertThat(naming).containsExactly("journal_entry", "made_page", "posting", "run_account");
    }
}
