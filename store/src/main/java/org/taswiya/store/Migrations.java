package org.taswiya.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.taswiya.store.DatabaseException.Fault;

/// Brings a database to the version of this program: one SQL file in `db/migration` for each change.
final class Migrations {
    /// The number of the newest file in `db/migration`.
    static final int NEWEST = 89;

    /// The major version of PostgreSQL that the SQL is written for.
    private static final int SERVER_LEAST = 18;

    /// Held, because the log would forget an unused logger and what it was told.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrations() {}

    static void bringUp(Database database) {
        int found = version(database);
        if (found > NEWEST) {
            throw new DatabaseException(
                    Fault.NEWER_THAN_PROGRAM,
                    "The database " + database + " is at version " + found + ", this program knows " + NEWEST
                            + ". Run the newer Taswiya that brought it there.",
                    null);
        }
        if (found < NEWEST) {
            migrate(database, NEWEST);
        } else {
            requireSameTables(database);
        }
    }

    /// Makes the tables of a version where there are none yet.
    static void make(Database database, int version) {
        int found = version(database);
        if (found == 0) {
            migrate(database, version);
        } else if (found != version) {
            throw new DatabaseException(
                    Fault.WRONG_VERSION,
                    "The database " + database + " has tables of version " + found + "; expected none, or those of"
                            + " version " + version + ". Name an empty one.",
                    null);
        }
    }

    /// Changes nothing.
    static void requireNewest(Database database) {
        int found = version(database);
        if (found != NEWEST) {
            throw new DatabaseException(
                    Fault.WRONG_VERSION,
                    "The database " + database + " is at version " + found + ", this program is at " + NEWEST
                            + ". Run the Taswiya that works on it.",
                    null);
        }
        requireSameTables(database);
    }

    /// Between releases tables may change under one version number; such a database is told apart, not misread.
    private static void requireSameTables(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet made = statement.executeQuery("select script, checksum from schema_history where success")) {
            while (made.next()) {
                String script = made.getString(1);
                if (checksum(script) != made.getInt(2)) {
                    throw new DatabaseException(
                            Fault.WRONG_VERSION,
                            "The tables of " + database + " were made by another build of Taswiya (" + script
                                    + " has changed since). Run the build that made them, or fill a new home.",
                            null);
                }
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the migrations", e);
        }
    }

    /// As Flyway reckons it: over the lines, whatever ends them.
    static int checksum(String script) throws IOException {
        CRC32 sum = new CRC32();
        InputStream text = Migrations.class.getResourceAsStream("/db/migration/" + script);
        if (text == null) {
            return 0;
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }

    /// Asked directly, because Flyway takes longer to come up than most commands to answer.
    static int version(Database database) {
        try (Connection connection = database.connect()) {
            return version(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select to_regclass('public.schema_history') is not null")) {
                if (!found.next() || !found.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet found =
                    statement.executeQuery("select coalesce(max(version::int), 0) from schema_history where success")) {
                return found.next() ? found.getInt(1) : 0;
            }
        }
    }

    /// An older server fails somewhere within the migrations, in words that help nobody.
    private static void requireServer(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version')")) {
            if (found.next() && found.getInt(1) < SERVER_LEAST * 10_000) {
                throw new DatabaseException(
                        Fault.WRONG_VERSION,
                        "The server of " + database + " is PostgreSQL " + found.getString(2) + "; expected "
                                + SERVER_LEAST
                                + " or later. Name a newer server, or leave --database for the home's own.",
                        null);
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static void migrate(Database database, int version) {
        requireServer(database);
        FLYWAY.setLevel(Level.WARNING);
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(new Source(database))
                    .locations("classpath:db/migration")
                    .table("schema_history")
                    .target(Integer.toString(version))
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException(
                    Fault.FAILED, "The tables of " + database + " cannot be brought up: " + e.getMessage(), e);
        }
    }

    /// What Flyway asks connections of.
    private record Source(Database database) implements DataSource {
        @Override
        public Connection getConnection() {
            return database.connect();
        }

        @Override
        public Connection getConnection(String user, String password) {
            return database.connect();
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(Writer.nullWriter());
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps no " + type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
