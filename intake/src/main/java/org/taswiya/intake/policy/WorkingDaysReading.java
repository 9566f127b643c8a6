package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.intake.yaml.Finding;

/// What reading the holidays of a utility gave.
public sealed interface WorkingDaysReading {

    /// The file is in order.
    record Read(WorkingDays days) implements WorkingDaysReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements WorkingDaysReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
