package org.taswiya.run.desk;

import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.store.arrangement.Proposal;
import org.taswiya.store.arrangement.StoredArrangement;

/// What became of instalments that somebody would grant.
public sealed interface PlanAnswer {

    /// They are granted.
    record Granted(StoredArrangement arrangement) implements PlanAnswer {}

    /// Somebody else has to let them through.
    record Waits(Proposal proposal) implements PlanAnswer {}

    /// The proposal is refused.
    record NotLetThrough() implements PlanAnswer {}

    /// It is no longer what was shown. Nothing was written.
    record Changed() implements PlanAnswer {}

    /// Nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(ArrangementReason reason, String found) implements PlanAnswer {}
}
