package org.taswiya.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.Home;
import org.taswiya.store.HomeFault;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which home folder and which database a command works on.
public final class HomeOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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
                    + " TASWIYA_DATABASE_PASSWORD, or the file that TASWIYA_DATABASE_PASSWORD_FILE names.")
    private @Nullable String url;

    public Home home() {
        Home home = Home.inUse(folder);
        if (Files.exists(home.folder()) && !Files.isDirectory(home.folder())) {
            throw new ParameterException(
                    spec.commandLine(),
                    home.folder() + " is a file, and a home is a folder; name another with --home FOLDER");
        }
        return home;
    }

    /// Opens the database of a home that is there.
    ///
    /// @throws DatabaseException when there is no home, or its database cannot be used
    public Database open() {
        Home home = home();
        if (server().isEmpty()) {
            requireThere(home);
            if (home.isHalfRestored()) {
                throw new DatabaseException(
                        Fault.FAILED,
                        "The restore into the home " + home + " was cut off, so that nothing is in it. Run ./taswiya"
                                + " restore again.",
                        null);
            }
            if (home.isUnfinished()) {
                spec.commandLine()
                        .getErr()
                        .println("taswiya: this home's demo was not played to its end; run ./taswiya demo again");
            }
        }
        try {
            return Database.open(home, url);
        } catch (DatabaseException e) {
            if (e.fault() == Fault.NO_ADDRESS) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    /// Opens the database of a home that is there to read it, changing nothing, also while another program works on it.
    public Database openAsItIs() {
        Home home = home();
        if (server().isEmpty()) {
            requireThere(home);
        }
        return Database.openAsItIs(home, url);
    }

    /// Opens the database of a home that is there, also while its pages are served, beside them: as when both work on a
    /// server named.
    ///
    /// @throws DatabaseException as [#open]; also when whoever works on the home is of another version
    public Database openBeside() {
        try {
            return open();
        } catch (DatabaseException e) {
            if (e.fault() != Fault.HOME_IN_USE) {
                throw e;
            }
            return Database.openAsItIs(home(), url);
        }
    }

    /// The server named; empty for the home's own database.
    public Optional<String> server() {
        String server = url != null ? url : System.getenv("TASWIYA_DATABASE");
        return Optional.ofNullable(server).filter(named -> !named.isEmpty());
    }

    private static void requireThere(Home home) {
        if (home.exists()) {
            return;
        }
        if (Files.exists(home.folder()) && !Files.isExecutable(home.folder())) {
            throw HomeFault.unreadable(home.folder());
        }
        String found = Files.exists(home.database())
                ? home + " holds a database, but its file taswiya-home is gone, which says what made the home. Bring it"
                        + " back; it holds one word, such as utility."
                : home
                        + " is no home of Taswiya: nothing is kept there yet. `./taswiya demo` fills one with a made-up"
                        + " town; `./taswiya import FILE --mapping NAME --new-home` begins one with your own files.";
        throw new DatabaseException(Fault.FAILED, found + " Another home is named with --home FOLDER.", null);
    }
}
