package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's dunning gave.
public sealed interface DunningReading {

    /// The file is in order.
    record Read(DunningRules rules) implements DunningReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements DunningReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
