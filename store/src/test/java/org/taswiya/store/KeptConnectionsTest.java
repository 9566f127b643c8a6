package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A connection that was used before is as good as new.
final class KeptConnectionsTest {
    private static Database database;

    @BeforeAll
    static void aHome() {
        database = Database.openEmbedded(TestDatabases.home("kept"), 0);
    }

    @AfterAll
    static void itIsClosed() {
        database.close();
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String backend(Connection connection) throws SQLException {
        return ask(connection, "select pg_backend_pid()");
    }

    @Test
    void whatIsClosedIsUsedAgain() throws SQLException {
        Set<String> backends = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            try (Connection connection = database.connect()) {
                backends.add(backend(connection));
            }
        }
        assertThat(backends).hasSize(1);
    }

    /// Whatever somebody did to it and left.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "set time zone 'Africa/Casablanca'",
                "set enable_seqscan = off",
                "set lock_timeout = '1s'",
                "set session characteristics as transaction read only",
                "set session characteristics as transaction isolation level serializable",
                "select pg_advisory_lock(4711)",
                "begin; create table left_behind (id int)",
                "begin; select 1 / 0"
            })
    void nothingOfWhoeverHadItBeforeIsLeft(String sql) throws SQLException {
        String before = state();
        String backend;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            backend = backend(connection);
            connection.setReadOnly(false);
            connection.setAutoCommit(!sql.startsWith("begin"));
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute(sql.replace("begin; ", ""));
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("division by zero");
            backend = "";
        }
        assertThat(state()).isEqualTo(before);
        try (Connection connection = database.connect()) {
            assertThat(backend).isIn("", backend(connection));
        }
    }

    private static String state() throws SQLException {
        try (Connection connection = database.connect()) {
            return connection.getAutoCommit() + " " + connection.isReadOnly() + " "
                    + ask(connection, """
                    select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
                    where name in ('TimeZone', 'enable_seqscan', 'lock_timeout', 'default_transaction_read_only',
                                   'default_transaction_isolation')""")
                    + " " + ask(connection, "select count(*) from pg_locks where locktype = 'advisory'")
                    + " " + ask(connection, "select to_regclass('left_behind') is null");
        }
    }

    @Test
    void twoAtOnceAreTwo() throws SQLException {
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            assertThat(backend(one)).isNotEqualTo(backend(other));
        }
    }

    @Test
    void oneThatTheServerEndedIsNotHandedOut() throws SQLException, InterruptedException {
        String ended;
        try (Connection connection = database.connect()) {
            try (Connection other = database.connect()) {
                ended = backend(other);
            }
            assertThat(ask(connection, "select pg_terminate_backend(" + ended + ", 5000)"))
                    .isEqualTo("t");
        }
        Thread.sleep(600); // for so long what was closed is trusted
        for (int i = 0; i < 2; i++) {
            try (Connection connection = database.connect()) {
                assertThat(backend(connection)).isNotEqualTo(ended);
            }
        }
    }

    @Test
    void whoeverUsedManyLeavesFew() throws SQLException {
        List<Connection> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(database.connect());
        }
        for (Connection connection : many) {
            connection.close();
            connection.close(); // twice is once
        }
        try (Connection connection = database.connect()) {
            assertThat(Integer.parseInt(ask(
                            connection, "select count(*) from pg_stat_activity where application_name = 'taswiya'")))
                    .isLessThanOrEqualTo(17);
        }
    }

    @Test
    void aCopyIsMadeThoughConnectionsAreKept() throws SQLException {
        try (Connection connection = database.connect()) {
            backend(connection);
        }
        try (Database copy = database.copyBeside("copied");
                Connection connection = copy.connect()) {
            assertThat(ask(connection, "select count(*) from bill")).isEqualTo("0");
        }
    }
}
