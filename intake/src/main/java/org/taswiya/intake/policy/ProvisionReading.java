package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's rules for bad debts gave.
public sealed interface ProvisionReading {

    /// The file is in order.
    record Read(ProvisionRules rules) implements ProvisionReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements ProvisionReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
