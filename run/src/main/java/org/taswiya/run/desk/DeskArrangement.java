package org.taswiya.run.desk;

import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.store.arrangement.ArrangementProposal;
import org.taswiya.store.arrangement.StoredArrangement;

/// What became of instalments that somebody would grant.
public sealed interface DeskArrangement {

    /// They are granted.
    record Granted(StoredArrangement arrangement) implements DeskArrangement {}

    /// Somebody else has to let them through.
    record Waits(ArrangementProposal proposal) implements DeskArrangement {}

    /// The proposal is refused.
    record NotLetThrough() implements DeskArrangement {}

    /// It is no longer what was shown. Nothing was written.
    record Changed() implements DeskArrangement {}

    /// Nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(ArrangementReason reason, String found) implements DeskArrangement {}
}
