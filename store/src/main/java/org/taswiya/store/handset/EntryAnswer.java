package org.taswiya.store.handset;

import java.time.Instant;

/// What a handset is told of an entry; the same for the same entry, however often it comes.
public sealed interface EntryAnswer {
    /// It is in the books.
    ///
    /// @param at when it was, as it is believed
    /// @param isClockPutRight whether the clock of the handset was not believed
    record Kept(EntryOutcome outcome, Instant at, boolean isClockPutRight) implements EntryAnswer {}

    /// Another entry of that id is in the books. Nothing was written.
    record OtherContents() implements EntryAnswer {}

    /// The meter is not one of a round that its reader walks or has walked. Nothing was written.
    record NotOfRound() implements EntryAnswer {}
}
