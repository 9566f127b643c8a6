package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the second wall lets through, and that nothing of it is left on a connection.
final class CustomerWallTest {
    private static Database database;

    @BeforeAll
    static void twoCustomers() throws SQLException {
        database = Database.openEmbedded(TestDatabases.home("wall"), 0); // one that keeps connections
        assertThat(database.raiseWall()).isInstanceOf(CustomerWall.State.Up.class);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into change values (1, '2020-01-01', 'test', 'test')");
            for (int i = 1; i <= 2; i++) {
                statement.execute("insert into customer values ('K" + i + "', 'household', 'ن', 'N', 'ar', 1)");
                statement.execute("insert into customer_account values ('000000000" + i + "', 'K" + i + "', 1)");
            }
        }
    }

    private static Set<String> texts(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return new TreeSet<>(Rows.list(query, row -> row.getString(1)));
        }
    }

    /// Whoever adds a table gives it a policy (and so lets pages read it), or says in `WallTables` why anybody or
    /// nobody may.
    @Test
    void everyTableHasAPolicyOrIsExcusedForAReason() throws SQLException {
        Set<String> known = texts(database, "select tablename from pg_policies where schemaname = 'public'");
        assertThat(known).hasSizeGreaterThan(50);
        for (Set<String> others : List.of(WallTables.OPEN.keySet(), WallTables.CLOSED.keySet())) {
            assertThat(known).doesNotContainAnyElementsOf(others);
            known.addAll(others);
        }
        known.removeAll(List.of("sub_meter_in_force", "counting_reading")); // views
        assertThat(texts(database, "select tablename from pg_tables where schemaname = 'public'"))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    /// A table with a policy that is not enforced would be open, and so is a view that looks as its owner.
    @Test
    void noPolicyIsAsleepAndNoViewLooksThroughIt() throws SQLException {
        assertThat(texts(database, """
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                    and c.relrowsecurity
                        is distinct from exists (select from pg_policy p where p.polrelid = c.oid)""")).isEmpty();
        assertThat(texts(database, """
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
                    and has_table_privilege('taswiya_customer', c.oid, 'select')
                    and not coalesce('security_invoker=true' = any(c.reloptions), false)""")).isEmpty();
    }

    /// `bill in (select …)` is answered by reading every bill there is, with each query; `exists` by one look-up. A
    /// change alone is asked otherwise: the few that pages show come from several tables.
    @Test
    void noPolicyAsksForAllThatMayBeSeen() throws SQLException {
        assertThat(texts(database, "select tablename from pg_policies where qual like '% IN ( SELECT%'"))
                .containsExactly("change");
    }

    @Test
    void fromBehindItNothingIsWritten() throws SQLException {
        assertThat(texts(database, """
                select c.relname from pg_class c, unnest(array['insert', 'update', 'delete', 'truncate']) what
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p')
                    and has_table_privilege('taswiya_customer', c.oid, what)""")).isEmpty();
    }

    @Test
    void whoIsNamedIsSeenAndNobodyElse() throws SQLException {
        String all = "select reference from customer_account";
        assertThat(texts(database, all)).containsExactly("0000000001", "0000000002");
        assertThat(texts(database.seenBy(List.of("0000000001")), all)).containsExactly("0000000001");
        assertThat(texts(database.seenBy(List.of("0000000001", "0000000002")), all))
                .hasSize(2);
        assertThat(texts(database.seenBy(List.of()), all)).isEmpty();
        assertThat(texts(database.seenBy(List.of("0000000002")), "select reference from customer"))
                .containsExactly("K2");
    }

    /// What a guest types is a name among others, and never a list.
    @ParameterizedTest
    @ValueSource(
            strings = {"0000000001,0000000002", "{0000000001}", "\",0000000001,\"", "%", "NULL", "", "'; reset role"})
    void aNameIsNotTakenApart(String typed) throws SQLException {
        assertThat(texts(database.seenBy(List.of(typed)), "select reference from customer_account"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 from sign_in_code",
                "select 1 from staff_event",
                "select reason from sign_in_code_try",
                "select total from checkpoint",
                "select last_account from checkpoint",
                "insert into change values (9, now(), 'x', 'x')",
                "delete from bill",
                "create table mine (id int)",
                "select pg_read_file('/etc/passwd')",
                "copy bill to program 'true'"
            })
    void whatIsNotForThemIsRefused(String sql) throws SQLException {
        try (Connection connection = database.seenBy(List.of("0000000001")).connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .hasMessageMatching("(?s).*(permission denied|does not exist).*");
        }
    }

    /// Whatever a page did before it gave its connection back, the next one sees all, and the next page its own.
    @ParameterizedTest
    @CsvSource({
        "select 1, true",
        "select 1 / 0, true",
        "select 1 / 0, false",
        "select 1, false",
        "set taswiya.accounts = '{0000000002}', true",
        "set local taswiya.accounts = '{0000000002}', false",
        "set role none, true"
    })
    void nothingLeaksIntoTheNextRequest(String sql, boolean isAutoCommit) throws SQLException {
        String backend;
        try (Connection connection = database.seenBy(List.of("0000000001")).connect();
                Statement statement = connection.createStatement()) {
            backend = ask(connection, "select pg_backend_pid()");
            connection.setAutoCommit(isAutoCommit);
            statement.execute(sql);
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("division by zero");
            backend = "";
        }
        try (Connection connection = database.connect()) {
            assertThat(ask(connection, """
                    select concat_ws(' ', current_user = session_user, current_setting('row_security'),
                                     current_setting('taswiya.accounts', true))""").strip()).isEqualTo("t off");
        }
        try (Connection connection = database.seenBy(List.of("0000000002")).connect()) {
            assertThat(backend).isIn("", ask(connection, "select pg_backend_pid()"));
            assertThat(ask(connection, "select current_setting('taswiya.accounts') || current_user"))
                    .isEqualTo("{0000000002}taswiya_customer");
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1)).getFirst();
        }
    }

    /// Rows that a policy hides from the program itself would be missing from a run: it fails instead.
    @Test
    void theProgramItselfIsNeverShownLess() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role taswiya_customer");
            assertThatThrownBy(() -> statement.execute("select * from bill"))
                    .hasMessageContaining("row-level security");
        }
    }

    /// A server that others look after may not let us make the role, or have one of that name that no policy holds.
    @Test
    void whereItCannotStandItSaysSo() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role taswiya_customer bypassrls");
            assertThat(database.raiseWall())
                    .isInstanceOfSatisfying(
                            CustomerWall.State.Down.class,
                            down -> assertThat(down.because()).contains("bypasses row-level security"));
            assertThat(database.seenBy(List.of("0000000001"))).isSameAs(database);
            statement.execute("alter role taswiya_customer nobypassrls");
        } finally {
            assertThat(database.raiseWall()).isInstanceOf(CustomerWall.State.Up.class);
        }
    }
}
