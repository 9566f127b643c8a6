package org.taswiya.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.Home;
import picocli.CommandLine.Option;

/// Which home folder and which database a command works on.
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Folder with the database, documents and logs. Default: TASWIYA_HOME, else .taswiya here.")
    private @Nullable Path folder;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "A PostgreSQL server instead of the home's own database: postgresql://USER@HOST:PORT/NAME."
                    + " Default: TASWIYA_DATABASE. User and password may come from TASWIYA_DATABASE_USER and"
                    + " TASWIYA_DATABASE_PASSWORD.")
    private @Nullable String url;

    Home home() {
        return Home.inUse(folder);
    }

    /// Opens the database of a home that is there.
    ///
    /// @throws DatabaseException when there is no home, or its database cannot be used
    Database open() {
        Home home = home();
        String server = url != null ? url : System.getenv("TASWIYA_DATABASE");
        if (!home.exists() && (server == null || server.isEmpty())) {
            throw new DatabaseException(
                    DatabaseException.Fault.FAILED,
                    home + " is no home of Taswiya: nothing is kept there yet. `./taswiya demo` fills one; another is"
                            + " named with --home FOLDER.",
                    null);
        }
        return Database.open(home, url);
    }
}
