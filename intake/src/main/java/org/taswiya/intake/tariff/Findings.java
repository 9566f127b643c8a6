package org.taswiya.intake.tariff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults found so far in one file.
final class Findings {

    private final String file;
    private final List<TariffFinding> findings = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(YamlNode at, String found, String expected) {
        add(at.line(), at.column(), found, expected);
    }

    void add(int line, int column, String found, String expected) {
        findings.add(new TariffFinding(file, line, column, found, expected));
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    /// In the order of the file.
    List<TariffFinding> inOrder() {
        return findings.stream()
                .sorted(Comparator.comparingInt(TariffFinding::line).thenComparingInt(TariffFinding::column))
                .toList();
    }
}
