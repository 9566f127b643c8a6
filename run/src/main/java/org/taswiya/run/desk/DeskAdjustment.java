package org.taswiya.run.desk;

import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.store.adjustment.StoredAdjustment;

/// What became of an adjustment that staff look at, ask for or decide.
public sealed interface DeskAdjustment {

    /// It would be so; nothing was written.
    record Looked(AdjustmentLook look) implements DeskAdjustment {}

    /// It is so: booked, waiting for somebody else, or refused by them.
    record Done(StoredAdjustment adjustment) implements DeskAdjustment {}

    /// It is no longer what was shown; nothing was written.
    ///
    /// @param look what it is now
    record Changed(AdjustmentLook look) implements DeskAdjustment {}

    /// Nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(AdjustmentRefusal reason, String found) implements DeskAdjustment {}
}
