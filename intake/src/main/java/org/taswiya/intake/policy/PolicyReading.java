package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.intake.yaml.Finding;

/// What reading a policy file gave.
public sealed interface PolicyReading {

    /// The file is in order.
    record Read(BillingPolicy policy, BillChecks checks) implements PolicyReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements PolicyReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
