package org.taswiya.intake.lighting;

import java.util.List;
import org.taswiya.intake.yaml.Finding;

/// What reading a file of public lighting gave.
public sealed interface LightingReading<T> {

    /// The file is in order.
    record Read<T>(T content) implements LightingReading<T> {}

    /// The file has faults, at least one.
    record Faulty<T>(List<Finding> findings) implements LightingReading<T> {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
