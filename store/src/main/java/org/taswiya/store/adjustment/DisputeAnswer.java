package org.taswiya.store.adjustment;

import org.taswiya.core.adjustment.AdjustmentRefusal;

/// What became of what somebody wanted of a dispute.
public sealed interface DisputeAnswer {

    /// It is so.
    record Done(StoredDispute dispute) implements DisputeAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(AdjustmentRefusal reason, String found) implements DisputeAnswer {}
}
