package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's rules for deposits gave.
public sealed interface DepositsReading {

    /// The file is in order.
    record Read(DepositRules rules) implements DepositsReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements DepositsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
