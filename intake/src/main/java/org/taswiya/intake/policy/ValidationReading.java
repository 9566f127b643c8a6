package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.yaml.Finding;

/// What reading the limits of a utility's validation gave.
public sealed interface ValidationReading {

    /// The file is in order.
    record Read(ReadingChecks checks) implements ValidationReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements ValidationReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
