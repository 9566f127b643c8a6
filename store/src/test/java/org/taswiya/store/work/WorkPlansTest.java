package org.taswiya.store.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;

/// No list of the console needs to read a table whole that grows with the accounts: PostgreSQL is forbidden to do so
/// where there is any other way, and looked at for where it still does.
final class WorkPlansTest {
    private static final String WHOLE = "Seq Scan on (public[.])?(bill|bill_segment|message|message_attempt|contact"
            + "|contact_set|customer|customer_account|premise|usage_point|service_agreement|meter|reading|change)\\b";

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = TestDatabases.fresh().connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    private static String plan(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("explain (costs off) " + sql)) {
            return String.join("\n", Rows.list(query, row -> row.getString(1)));
        }
    }

    private static String counts(WorkKind kind) {
        return WorkSql.counts(kind)
                .replace("i.staff = ?", "i.staff = 'somebody'")
                .replace("?", "current_date");
    }

    @ParameterizedTest
    @EnumSource(WorkKind.class)
    void aListIsCountedByWhatWaits(WorkKind kind) throws SQLException {
        assertThat(plan(counts(kind))).doesNotContainPattern(WHOLE);
    }

    @ParameterizedTest
    @EnumSource(WorkKind.class)
    void aPageOfIt(WorkKind kind) throws SQLException {
        assertThat(plan("select * from (" + WorkSql.items(kind) + ") i order by i.rank desc, i.key limit 51"))
                .doesNotContainPattern(WHOLE);
    }

    /// What withdrawn messages there are, is asked of one message, never of all.
    @Test
    void noListIsMadeOfAllAttempts() throws SQLException {
        assertThat(plan(counts(WorkKind.UNDELIVERED)))
                .contains("message_attempt")
                .doesNotContain("SubPlan");
    }
}
