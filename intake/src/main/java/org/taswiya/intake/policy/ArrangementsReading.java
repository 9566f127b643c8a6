package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's rules for payment facilities gave.
public sealed interface ArrangementsReading {

    /// The file is in order.
    record Read(ArrangementRules rules) implements ArrangementsReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements ArrangementsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
