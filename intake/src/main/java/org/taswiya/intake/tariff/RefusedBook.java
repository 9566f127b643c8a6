package org.taswiya.intake.tariff;

import java.util.List;
import org.taswiya.intake.yaml.Finding;

/// A file that gives no tariff.
///
/// @param findings at least one, in the order of the file
public record RefusedBook(String file, List<Finding> findings) implements ParsedBook {
    public RefusedBook {
        findings = List.copyOf(findings);
    }
}
