package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.intake.yaml.Finding;

/// What reading who a utility is gave.
public sealed interface UtilityProfileReading {

    /// The file is in order.
    record Read(UtilityProfile profile) implements UtilityProfileReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements UtilityProfileReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
