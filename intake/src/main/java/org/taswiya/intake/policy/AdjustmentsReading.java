package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's adjustments gave.
public sealed interface AdjustmentsReading {

    /// The file is in order.
    record Read(AdjustmentRules rules) implements AdjustmentsReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements AdjustmentsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
