package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

    /// Each needs a second one while it has its first: none may wait for another that waits.
    @Test
    void whereThereIsALimitOthersWait() throws SQLException, InterruptedException {
        try (Database limited = Database.open(Home.at(Path.of("none")), database.url())) {
            limited.limitConnections(2);
            AtomicInteger most = new AtomicInteger();
            AtomicInteger answered = new AtomicInteger();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    try (Connection one = limited.connect();
                            Connection other = limited.connect()) {
                        most.accumulateAndGet(limited.connectionsInUse(), Math::max);
                        ask(one, "select pg_sleep(0.02)::text");
                        answered.addAndGet(Integer.parseInt(ask(other, "select 1::text")));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(answered).hasValue(12);
            assertThat(most.get()).isBetween(2, 4);
            assertThat(limited.connectionsInUse()).isZero();
        }
    }

    /// One that died is given back as any other.
    @Test
    void whatTheServerEndedCountsNoMore() throws SQLException {
        try (Database limited = Database.open(Home.at(Path.of("none")), database.url())) {
            limited.limitConnections(1);
            for (int i = 0; i < 3; i++) {
                try (Connection one = limited.connect();
                        Connection killer = database.connect()) {
                    ask(killer, "select pg_terminate_backend(" + backend(one) + ")::text");
                    assertThatThrownBy(() -> ask(one, "select 1::text")).isInstanceOf(SQLException.class);
                }
            }
            assertThat(limited.connectionsInUse()).isZero();
            assertThat(DatabaseState.of(limited)).isEqualTo(DatabaseState.GOOD);
        }
    }
}
