package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's limits of payments gave.
public sealed interface PaymentLimitsReading {

    /// The file is in order.
    record Read(PaymentLimits limits) implements PaymentLimitsReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements PaymentLimitsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
