package org.taswiya.store.connection;

import org.taswiya.core.connection.ApplicationReason;

/// What became of a step that a person wrote down.
public sealed interface ApplicationAnswer {

    /// It is in the books.
    ///
    /// @param application as it is now
    record Done(StoredApplication application) implements ApplicationAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(ApplicationReason reason, String found) implements ApplicationAnswer {}
}
