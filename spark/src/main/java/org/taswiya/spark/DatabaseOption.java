package org.taswiya.spark;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which database.
final class DatabaseOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Folder with the database. Default: TASWIYA_HOME, else .taswiya here.")
    private @Nullable Path folder;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "A PostgreSQL server instead of the home's own database: postgresql://USER@HOST:PORT/NAME."
                    + " Default: TASWIYA_DATABASE. User and password may come from TASWIYA_DATABASE_USER and"
                    + " TASWIYA_DATABASE_PASSWORD. On a cluster all its machines must reach it.")
    private @Nullable String url;

    Database open() {
        Home home = Home.inUse(folder);
        if (!home.exists() && !isServer()) {
            throw new ParameterException(
                    spec.commandLine(),
                    home + " is no home of Taswiya; name one with --home FOLDER, or a server with --database URL");
        }
        return Database.open(home, url);
    }

    /// The database by a name that is the same the next time; the home's own takes any port that is free.
    String shown(Database database) {
        return isServer() ? database.toString() : "home " + Home.inUse(folder);
    }

    private boolean isServer() {
        String server = url != null ? url : System.getenv("TASWIYA_DATABASE");
        return server != null && !server.isEmpty();
    }
}
