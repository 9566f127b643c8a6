package org.taswiya.store.handset;

/// What came of a decision about handsets and who walks with them.
public sealed interface HandsetAnswer {
    /// It is in the books.
    record Done() implements HandsetAnswer {}

    /// Nothing was written.
    ///
    /// @param said what was found and what to do
    record Refused(Reason reason, String said) implements HandsetAnswer {}

    /// Why not.
    enum Reason {
        NO_SUCH_HANDSET,
        LOCKED_ALREADY,
        NO_SUCH_ROUND,
        NO_READER
    }
}
