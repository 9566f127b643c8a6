package org.taswiya.store.backup;

/// What came of a restore.
public sealed interface RestoreAnswer {
    /// All of it is there, as it was.
    record Restored(Manifest manifest) implements RestoreAnswer {}

    /// Nothing is there.
    record Refused(Reason reason, String because) implements RestoreAnswer {}

    enum Reason {
        /// It is some other file.
        NO_BACKUP,
        /// It was a backup, and a part of it is missing or has changed.
        DAMAGED,
        /// A newer program made it.
        NEWER,
        /// A program made it that had other tables under the same numbers.
        OTHER_TABLES,
        /// There is something already where it should go.
        NOT_EMPTY
    }
}
