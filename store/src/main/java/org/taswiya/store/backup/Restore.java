package org.taswiya.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.Home;
import org.taswiya.store.SqlFault;
import org.taswiya.store.backup.RestoreAnswer.Reason;
import org.taswiya.store.backup.RestoreAnswer.Refused;
import org.taswiya.store.backup.RestoreAnswer.Restored;

/// Makes a database of a backup.
public final class Restore {
    private Restore() {}

    /// Whether a file can be restored: all of it is read, and compared with what it says of itself.
    public static RestoreAnswer check(Path path) throws IOException {
        BackupFile.Opened opened = BackupFile.open(path);
        if (opened.file() == null) {
            return Objects.requireNonNull(opened.refused());
        }
        try (BackupFile file = opened.file()) {
            Optional<String> fault = file.fault();
            return fault.isPresent() ? BackupFile.damaged(path, fault.get()) : new Restored(file.manifest());
        }
    }

    /// Into a new home with a database of its own. Killed in the middle it leaves a home that says so, and that the
    /// next restore begins anew.
    public static RestoreAnswer intoHome(Path path, Home home) throws IOException {
        BackupFile.Opened opened = BackupFile.open(path);
        if (opened.file() == null) {
            return Objects.requireNonNull(opened.refused());
        }
        try (BackupFile file = opened.file()) {
            if (!home.isFree() && !home.isHalfRestored()) {
                return new Refused(
                        Reason.NOT_EMPTY,
                        home + " is not empty, and a backup is restored into a new home only. Name another with --home"
                                + " FOLDER.");
            }
            home.begin(Home.RESTORING);
            Optional<byte[]> settings = file.settings();
            if (settings.isPresent()) {
                Files.write(home.serverSettings(), settings.get());
            }
            RestoreAnswer answer = into(path, file, home, null);
            switch (answer) {
                case Restored(Manifest manifest) ->
                    home.finish(manifest.madeBy().isEmpty() ? "utility" : manifest.madeBy());
                case Refused _ -> home.remove(Home.RESTORING);
            }
            return answer;
        }
    }

    /// Into the database of a server, in which nothing is yet.
    public static RestoreAnswer intoServer(Path path, Home home, String url) throws IOException {
        BackupFile.Opened opened = BackupFile.open(path);
        if (opened.file() == null) {
            return Objects.requireNonNull(opened.refused());
        }
        try (BackupFile file = opened.file()) {
            return into(path, file, home, url);
        }
    }

    private static RestoreAnswer into(Path path, BackupFile file, Home home, @Nullable String url) throws IOException {
        int version = file.manifest().version().number();
        try (Database database = Database.openNew(home, url, version)) {
            Optional<Refused> refused = fill(path, file, database);
            if (refused.isPresent()) {
                return refused.get();
            }
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum (analyze)"); // or the first questions would be answered in odd ways
            } catch (SQLException e) {
                throw SqlFault.of(database, e);
            }
            database.bringUp();
            return new Restored(file.manifest());
        } catch (DatabaseException e) {
            if (e.fault() == Fault.WRONG_VERSION) {
                return new Refused(Reason.NOT_EMPTY, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static Optional<Refused> fill(Path path, BackupFile file, Database database) throws IOException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            TableCopy.settle(connection);
            if (Filling.isUsed(connection)) {
                return Optional.of(new Refused(
                        Reason.NOT_EMPTY,
                        "The database " + database + " is in use already, and a backup is restored into an empty one"
                                + " only. Name another."));
            }
            Optional<String> fault = new Filling(connection, file.manifest()).fill(file::rows);
            if (fault.isPresent()) {
                connection.rollback();
                return Optional.of(BackupFile.damaged(path, fault.get()));
            }
            connection.commit();
            return Optional.empty();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Opens the rows of a table.
    interface TableRows {
        InputStream of(Manifest.Table table) throws IOException;
    }
}
