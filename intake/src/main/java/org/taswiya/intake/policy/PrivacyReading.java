package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.privacy.PrivacyRules;
import org.taswiya.intake.yaml.Finding;

/// What reading how long a utility keeps personal data gave.
public sealed interface PrivacyReading {

    /// The file is in order.
    record Read(PrivacyRules rules) implements PrivacyReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements PrivacyReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
