package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.care.RequestRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's requests gave.
public sealed interface RequestsReading {

    /// The file is in order.
    record Read(RequestRules rules) implements RequestsReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements RequestsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
