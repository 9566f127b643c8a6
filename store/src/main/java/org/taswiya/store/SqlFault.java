package org.taswiya.store;

import java.sql.SQLException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.server.EmbeddedServer;

/// What a failure of PostgreSQL means for whoever has to act.
public final class SqlFault {
    private SqlFault() {}

    public static DatabaseException of(Database database, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                new DatabaseException(
                        Fault.NOT_ADMITTED,
                        "The server at " + database + " refuses this user or password. Give them in the URL or in"
                                + " TASWIYA_DATABASE_USER and TASWIYA_DATABASE_PASSWORD.",
                        failure);
            case "3D000" ->
                new DatabaseException(
                        Fault.NOT_REACHABLE,
                        "The server at " + database + " has no such database. Create it: createdb NAME.",
                        failure);
            case "53100" ->
                new DatabaseException(
                        Fault.NO_DISK,
                        "No space left on the disk of " + named(database) + ". Make room, then run again; what"
                                + " was committed is safe.",
                        failure);
            case "42501" ->
                new DatabaseException(
                        Fault.NO_PERMISSION,
                        "The user of the database " + database + " lacks a right: " + failure.getMessage(),
                        failure);
            default ->
                isConnection(state)
                        ? new DatabaseException(
                                Fault.NOT_REACHABLE,
                                unreachable(database, String.valueOf(failure.getMessage())),
                                failure)
                        : new DatabaseException(
                                Fault.FAILED, "The database " + database + " says: " + failure.getMessage(), failure);
        };
    }

    /// Whoever never named a server knows their home, not the port on which its database happened to listen.
    private static String named(Database database) {
        return database.home().map(home -> "the home " + home).orElseGet(() -> "the database " + database);
    }

    private static String unreachable(Database database, String said) {
        return database.home()
                .map(home -> "The database of the home " + home + " stopped while it was in use (log: "
                        + EmbeddedServer.log(home) + "). What was committed is safe: run the same command again.")
                .orElseGet(() -> "The database server at " + database + " cannot be reached or went away (" + said
                        + "). Is it running, and is the address right? What was committed is safe; run again.");
    }

    /// Class 08 is the connection, 57P the server shutting down or crashed.
    private static boolean isConnection(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }
}
