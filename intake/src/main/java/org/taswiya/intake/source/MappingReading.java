package org.taswiya.intake.source;

import java.util.List;
import org.taswiya.intake.yaml.Finding;

/// What reading a mapping file gave.
public sealed interface MappingReading {

    /// The file is in order.
    record Read(SourceMapping mapping) implements MappingReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements MappingReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
