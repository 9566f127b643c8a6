package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.intake.yaml.Finding;

/// What reading a file of time bands gave.
public sealed interface TimeBandsReading {

    /// The file is in order.
    record Read(TimeBands bands) implements TimeBandsReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements TimeBandsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
