package org.taswiya.store.arrangement;

import org.taswiya.core.arrangement.ArrangementReason;

/// What became of something that a person decided about an arrangement.
public sealed interface ArrangementAnswer {

    /// It is done; the arrangement as it is now.
    record Done(StoredArrangement arrangement) implements ArrangementAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(ArrangementReason reason, String found) implements ArrangementAnswer {}
}
