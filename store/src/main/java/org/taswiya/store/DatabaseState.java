package org.taswiya.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Whether a database that was opened once can still be worked with.
public enum DatabaseState {
    GOOD,

    /// It does not answer.
    AWAY,

    /// A program of another version has changed its tables since, or other tables were put in their place.
    OTHER_TABLES;

    /// Asks it now. It may take as long as the network lets it.
    public static DatabaseState of(Database database) {
        try (Connection connection = database.connectBeyondLimit()) {
            return Migrations.version(connection) == Migrations.NEWEST ? GOOD : OTHER_TABLES;
        } catch (SQLException _) {
            return AWAY;
        }
    }
}
