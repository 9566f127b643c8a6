package org.taswiya.spark;

import java.nio.file.Path;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.taswiya.spark.billing.RunInput.FromBooks;
import org.taswiya.spark.billing.RunRefused;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.billing.AccountRange;
import org.taswiya.store.billing.BillNumbering;
import org.taswiya.store.billing.RunTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which database the accounts are read from.
final class BooksOption {
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

    @Option(
            names = "--range",
            paramLabel = "ACCOUNTS",
            description = "Accounts of one range, which is one task and one file. Default: ${DEFAULT-VALUE}.")
    private int accountsPerRange = 20_000;

    /// What is done with the accounts of a database.
    interface Use<T> {
        T with(FromBooks books, long lastNumber) throws Exception;
    }

    /// Opens the database, in which nobody bills until this is done: all ranges are of one state of the books.
    ///
    /// @throws RunRefused when somebody is billing there
    <T> T use(Use<T> use) throws Exception {
        if (accountsPerRange < 1) {
            throw new ParameterException(spec.commandLine(), "--range is " + accountsPerRange + "; expected 1 or more");
        }
        try (Database database = open();
                Connection connection = database.connect()) {
            if (!RunTable.lock(connection)) {
                throw new RunRefused("Another billing run is at work on the database " + database
                        + ". Wait until it ends, then start again.");
            }
            long last = BillNumbering.lastIssued(connection);
            return use.with(
                    new FromBooks(database.url(), shown(database), AccountRange.cut(connection, accountsPerRange)),
                    last);
        }
    }

    /// The database by a name that is the same the next time; the home's own takes any port that is free.
    private String shown(Database database) {
        return isServer() ? database.toString() : "home " + Home.inUse(folder);
    }

    private boolean isServer() {
        String server = url != null ? url : System.getenv("TASWIYA_DATABASE");
        return server != null && !server.isEmpty();
    }

    private Database open() {
        Home home = Home.inUse(folder);
        if (!home.exists() && !isServer()) {
            throw new ParameterException(
                    spec.commandLine(),
                    home + " is no home of Taswiya; name one with --home FOLDER, a server with --database URL, or"
                            + " exported accounts with --input FOLDER");
        }
        return Database.open(home, url);
    }
}
