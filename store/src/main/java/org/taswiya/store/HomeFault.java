package org.taswiya.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.taswiya.store.DatabaseException.Fault;

/// What a failure on files means for whoever keeps a home there.
public final class HomeFault {
    private HomeFault() {}

    /// The failure in words.
    ///
    /// @param what what was being worked on, for example `the home /srv/taswiya`
    public static DatabaseException of(String what, IOException failure) {
        String found = String.valueOf(failure.getMessage());
        if (found.contains("No space left") || found.contains("Disk quota")) {
            return new DatabaseException(
                    Fault.NO_DISK, "No space left on the disk of " + what + ". Make room, then run again.", failure);
        }
        boolean denied = failure instanceof AccessDeniedException
                || failure instanceof NotDirectoryException
                || failure instanceof FileAlreadyExistsException
                || found.contains("Permission denied")
                || found.contains("Not a directory")
                || found.contains("Read-only");
        if (denied) {
            return new DatabaseException(
                    Fault.NO_PERMISSION,
                    "Cannot write to " + what + " (" + failure + "). Give this user the folder, or name another with"
                            + " --home FOLDER.",
                    failure);
        }
        return new DatabaseException(Fault.FAILED, "Cannot use " + what + ": " + failure, failure);
    }

    /// A folder that is there and keeps this user out, which is not the same as one that is not there.
    public static DatabaseException unreadable(Path folder) {
        return new DatabaseException(
                Fault.NO_PERMISSION,
                folder + " is there and cannot be read: it is owned by " + owner(folder) + ", and this is "
                        + System.getProperty("user.name") + ". Run as its owner, give this user the folder, or name"
                        + " another home with --home FOLDER.",
                null);
    }

    private static String owner(Path folder) {
        try {
            return Files.getOwner(folder).getName();
        } catch (IOException _) {
            return "somebody else";
        }
    }
}
