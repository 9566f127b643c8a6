package org.taswiya.store.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// The indexes by which customers are found, made when somebody first needs them.
final class SearchIndexesTest {
    private static List<SearchIndexes> begun(Database database, int most) {
        List<SearchIndexes> begun = new ArrayList<>();
        SearchIndexes.makeLong(database, most, begun::add);
        return begun;
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whoeverWaitsIsToldOfEachThatIsMade() throws SQLException {
        try (Database database = TestDatabases.fresh()) {
            assertThat(begun(database, 0))
                    .as("nobody is there: it takes no time")
                    .isEmpty();
            execute(database, "insert into change values (1, now(), 'clerk', 'test')");
            execute(
                    database,
                    "insert into customer (reference, arabic_name, latin_name, class, language, change) values"
                            + " ('K1', 'أمينة', 'Amina', 'household', 'ar', 1)");
            assertThat(begun(database, 1)).as("so few take no time").isEmpty();
            assertThat(begun(database, 0))
                    .containsExactly(SearchIndexes.CUSTOMERS, SearchIndexes.PREMISES, SearchIndexes.METERS);
            assertThat(begun(database, 0)).as("they are there").isEmpty();
            execute(database, "drop index premise_searched"); // it was killed meanwhile
            assertThat(begun(database, 0)).containsExactly(SearchIndexes.PREMISES);
        }
    }
}
