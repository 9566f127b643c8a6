package org.taswiya.intake.policy;

import java.util.List;
import java.util.Map;
import org.taswiya.core.collector.Collector;
import org.taswiya.intake.yaml.Finding;

/// What came of reading the collectors of a utility.
public sealed interface CollectorsReading {

    /// @param collectors by name
    record Read(Map<String, Collector> collectors) implements CollectorsReading {
        public Read {
            collectors = Map.copyOf(collectors);
        }
    }

    /// @param findings in the order of the file; at least one
    record Faulty(List<Finding> findings) implements CollectorsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
