package org.taswiya.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The second wall before what is known of customers: pages read as a role that is neither owner nor superuser, on
/// connections that name the accounts which may be seen, and the database shows no row of others (`V56`). A query that
/// forgets to ask whose something is then finds nothing.
///
/// It stands behind a mistake of ours, not behind somebody who can run SQL of their own: who can, can take the role
/// off.
public final class CustomerWall {
    /// It cannot sign in; the program's own user puts it on.
    static final String ROLE = "taswiya_customer";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private CustomerWall() {}

    /// Whether it stands.
    public sealed interface State {
        /// Pages read from behind it.
        record Up() implements State {}

        /// Pages read as the program does.
        ///
        /// @param because what was found and what to do
        record Down(String because) implements State {}
    }

    /// Makes the role, which belongs to the whole server, and lets it read what is behind a policy or about nobody.
    static State raise(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'taswiya_customer') then
                            create role taswiya_customer nologin;
                        end if;
                    exception when duplicate_object or unique_violation then null; -- another program was quicker
                    end $$""");
            statement.execute("""
                    do $$ begin
                        if not pg_has_role(current_user, 'taswiya_customer', 'set') then
                            execute format('grant taswiya_customer to %I with set true, inherit false', current_user);
                        end if;
                    end $$""");
            letRead(connection);
            return found(connection);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return new State.Down("The user of " + database + " may not make the role " + ROLE
                        + ". Have its administrator run: create role " + ROLE + " nologin; grant " + ROLE
                        + " to that user with set true, inherit false.");
            }
            throw SqlFault.of(database, e);
        }
    }

    /// Of a table with a policy all columns. What it may read already is left alone: a start beside a server that runs
    /// waits for nobody.
    private static void letRead(Connection connection) throws SQLException {
        List<String> missing;
        try (PreparedStatement query = connection.prepareStatement("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
                    and not has_table_privilege('taswiya_customer', oid, 'select')""")) {
            missing = new ArrayList<>(Rows.list(query, row -> row.getString(1)));
        }
        try (Statement grant = connection.createStatement()) {
            for (String table : missing) {
                grant.execute("grant select on " + table + " to " + ROLE);
            }
            for (Map.Entry<String, String> open : WallTables.OPEN.entrySet()) {
                if (!mayRead(connection, open.getKey(), open.getValue())) {
                    String columns = open.getValue().equals("*") ? "" : " (" + open.getValue() + ")";
                    grant.execute("grant select" + columns + " on " + open.getKey() + " to " + ROLE);
                }
            }
        }
    }

    private static boolean mayRead(Connection connection, String table, String columns) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select case when ? = '*' then has_table_privilege('taswiya_customer', ?, 'select')
                    else (select bool_and(has_column_privilege('taswiya_customer', ?, c, 'select'))
                          from unnest(string_to_array(?, ', ')) c) end""")) {
            query.setString(1, columns);
            query.setString(2, table);
            query.setString(3, table);
            query.setString(4, columns);
            return Rows.list(query, row -> row.getBoolean(1)).getFirst();
        }
    }

    /// A role of that name which others have made may be one that no policy holds.
    private static State found(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select r.rolsuper or r.rolbypassrls or r.rolname = any (
                           select pg_get_userbyid(c.relowner) from pg_class c
                           where c.relnamespace = 'public'::regnamespace and c.relkind = 'r') as is_above
                from pg_roles r where r.rolname = ?""")) {
            query.setString(1, ROLE);
            List<Boolean> above = Rows.list(query, row -> row.getBoolean("is_above"));
            return above.equals(List.of(false))
                    ? new State.Up()
                    : new State.Down("The role " + ROLE + " is a superuser, owns tables or bypasses row-level security."
                            + " Have it dropped; it is made anew at the next start.");
        }
    }

    /// Puts the role on until the connection is given back.
    ///
    /// @param accounts by their references, which may be seen
    /// @param held those of them that are their own: of others nothing is seen of how their holders are reached
    static void enter(Connection connection, List<String> accounts, List<String> held) throws SQLException {
        try (PreparedStatement settings = connection.prepareStatement("""
                select set_config('row_security', 'on', false), set_config('taswiya.accounts', ?::text, false),
                       set_config('taswiya.held', ?::text, false), set_config('role', 'taswiya_customer', false)""")) {
            settings.setArray(1, SqlArrays.texts(connection, accounts));
            settings.setArray(2, SqlArrays.texts(connection, held));
            settings.execute();
        }
    }
}
