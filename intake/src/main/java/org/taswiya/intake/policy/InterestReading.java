package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's rules for late interest gave.
public sealed interface InterestReading {

    /// The file is in order.
    record Read(InterestRules rules) implements InterestReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements InterestReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
