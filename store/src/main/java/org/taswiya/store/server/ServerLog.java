package org.taswiya.store.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.Home;

/// What the log of a server that did not start says, in words for whoever has to act.
final class ServerLog {
    private static final int LINES_SHOWN = 5;

    private ServerLog() {}

    static boolean saysStillInUse(Path log) throws IOException {
        String text = text(log);
        return text.contains("shared memory block") && text.contains("still in use");
    }

    /// Whether the server that wrote it once took connections.
    static boolean saysHasRun(Path log) throws IOException {
        return text(log).contains("ready to accept connections");
    }

    static DatabaseException fault(Path log, Home home, int port) throws IOException {
        String text = text(log);
        if (text.contains("Address already in use")) {
            return new DatabaseException(
                    Fault.PORT_TAKEN,
                    "Port " + port + " of this machine is taken by another program. Stop that, or let Taswiya choose a"
                            + " free port by not naming one.",
                    null);
        }
        if (text.contains("No space left on device")
                || text.contains("Check free disk space")
                || text.contains("Disk quota exceeded")) {
            return new DatabaseException(
                    Fault.NO_DISK,
                    "No space left on the disk of the home " + home + ". Make room, then run again; what was"
                            + " committed is safe.",
                    null);
        }
        if (text.contains("Permission denied") || text.contains("Read-only file system")) {
            return new DatabaseException(
                    Fault.NO_PERMISSION,
                    "PostgreSQL may not write to " + home.database() + " (log: " + log + "). Give the folder to this"
                            + " user, mode 700, or name another home with --home FOLDER.",
                    null);
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String last = String.join("; ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        return new DatabaseException(
                Fault.FAILED,
                "PostgreSQL did not start on " + home.database() + ". It said: " + last + " (log: " + log + ")",
                null);
    }

    private static String text(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
