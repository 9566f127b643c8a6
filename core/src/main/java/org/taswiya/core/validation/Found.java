package org.taswiya.core.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Fraction;

/// What has been found about one reading so far.
final class Found {
    private final List<ReadingFinding> findings = new ArrayList<>();

    void note(FindingReason reason, Map<String, Fraction> values, String found) {
        findings.add(new ReadingFinding(reason, Severity.NOTE, values, found));
    }

    void suspect(FindingReason reason, Map<String, Fraction> values, String found) {
        findings.add(new ReadingFinding(reason, Severity.SUSPECT, values, found));
    }

    void refuse(FindingReason reason, Map<String, Fraction> values, String found) {
        findings.add(new ReadingFinding(reason, Severity.REFUSE, values, found));
    }

    List<ReadingFinding> all() {
        return List.copyOf(findings);
    }

    boolean isAny(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }

    /// Named numbers in the order in which they are told.
    static Map<String, Fraction> values(String name, Fraction value) {
        Map<String, Fraction> values = new LinkedHashMap<>();
        values.put(name, value);
        return values;
    }

    static Map<String, Fraction> values(String first, Fraction value, String second, Fraction other) {
        Map<String, Fraction> values = values(first, value);
        values.put(second, other);
        return values;
    }

    static Map<String, Fraction> values(
            String first, Fraction value, String second, Fraction other, String third, Fraction last) {
        Map<String, Fraction> values = values(first, value, second, other);
        values.put(third, last);
        return values;
    }
}
