package org.taswiya.store.work;

import org.jspecify.annotations.Nullable;

/// What came of it that somebody was to have an item.
public sealed interface AssignmentAnswer {
    /// It is so.
    ///
    /// @param staff who has it now; null where it is free
    record Done(@Nullable String staff) implements AssignmentAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param said what was found and what to do
    /// @param staff who has it; null where it is free, or waits no more
    record Refused(Reason reason, String said, @Nullable String staff) implements AssignmentAnswer {}

    /// Why not.
    enum Reason {
        /// It waits for nobody any more.
        NOT_WAITING,
        /// Somebody else has it.
        TAKEN,
        /// Nobody of the name is enabled, or they may not see the lists.
        NO_SUCH_STAFF
    }
}
