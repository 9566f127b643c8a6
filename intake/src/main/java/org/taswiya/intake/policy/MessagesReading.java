package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.message.MessageRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's rules for messages gave.
public sealed interface MessagesReading {

    /// The file is in order.
    record Read(MessageRules rules) implements MessagesReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements MessagesReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
