package org.taswiya.store.adjustment;

import org.taswiya.core.adjustment.AdjustmentRefusal;

/// What became of what somebody wanted of an adjustment.
public sealed interface AdjustmentAnswer {

    /// It is so.
    ///
    /// @param isNew false where the same was done before, and nothing was written
    record Done(StoredAdjustment adjustment, boolean isNew) implements AdjustmentAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(AdjustmentRefusal reason, String found) implements AdjustmentAnswer {}
}
