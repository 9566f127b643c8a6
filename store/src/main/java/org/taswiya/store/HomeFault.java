package org.taswiya.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
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
}
