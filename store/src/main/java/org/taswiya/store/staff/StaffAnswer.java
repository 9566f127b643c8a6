package org.taswiya.store.staff;

/// What came of a decision about somebody of the staff.
public sealed interface StaffAnswer {
    /// It is in the books.
    record Done() implements StaffAnswer {}

    /// Nothing was written.
    ///
    /// @param said what was found and what to do
    record Refused(Reason reason, String said) implements StaffAnswer {}

    /// Why not.
    enum Reason {
        MALFORMED_NAME,
        NAME_TAKEN,
        NO_SUCH_STAFF,
        DISABLED_ALREADY,
        KNOWN_AS_TAKEN
    }
}
