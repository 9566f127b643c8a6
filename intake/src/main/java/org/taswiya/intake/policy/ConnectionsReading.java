package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's rules for new connections gave.
public sealed interface ConnectionsReading {

    /// The file is in order.
    record Read(ConnectionRules rules) implements ConnectionsReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements ConnectionsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
