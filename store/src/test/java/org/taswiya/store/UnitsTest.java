package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.taswiya.core.quantity.Unit;

/// A line may count in any unit that there is.
final class UnitsTest {
    @Test
    void theBooksKnowEveryUnit() throws SQLException {
        Database database = TestDatabases.fresh();
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select unnest(enum_range(null::unit))::text")) {
            assertThat(Rows.list(query, row -> row.getString(1)))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Unit.values()).map(Unit::symbol).toList());
        }
    }
}
