package org.taswiya.run.desk;

import java.util.List;
import org.taswiya.core.billing.BillNumber;

/// What became of a reading that is put right, or a bill that is taken back.
public sealed interface RebillAnswer {

    /// It would be so; nothing was written.
    record Looked(RebillLook look) implements RebillAnswer {}

    /// It is so, now or before.
    ///
    /// @param bills that were made at once; none where nothing was, or was before
    record Done(List<BillNumber> bills) implements RebillAnswer {
        public Done {
            bills = List.copyOf(bills);
        }
    }

    /// It is no longer what was shown; nothing was written.
    ///
    /// @param look what it is now
    record Changed(RebillLook look) implements RebillAnswer {}

    /// Nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(Reason reason, String found) implements RebillAnswer {}

    /// Why not.
    enum Reason {
        /// The meter cannot show this on that day, or is not there.
        NOT_SHOWN,
        /// The day reads so already.
        READS_SO,
        /// The bill was taken back before.
        TAKEN_BACK,
        /// The bill is of a later day.
        WRONG_DAY,
        /// It cannot be billed at once: a run has to be finished first, or it cannot be of this day.
        NOT_NOW
    }
}
