package org.taswiya.core.metering;

import java.util.List;

/// The usage between the measuring readings of a register, or why it cannot be told.
public sealed interface MeasurementOutcome {

    /// Usage is known between every two readings.
    ///
    /// @param intervals following each other without gap, earliest first
    record Measured(List<MeasuredUsage> intervals) implements MeasurementOutcome {
        public Measured {
            intervals = List.copyOf(intervals);
        }
    }

    /// A value stands unexplained.
    record HeldMeasurement(Hold hold) implements MeasurementOutcome {}
}
