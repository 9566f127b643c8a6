package org.taswiya.intake.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults found so far in one file, the first thousand of them.
public final class Findings {

    /// Who has mended so many reads the file again.
    private static final int MOST = 1_000;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    public Findings(String file) {
        this.file = file;
    }

    public void add(YamlNode at, String found, String expected) {
        add(at.line(), at.column(), found, expected);
    }

    public void add(int line, int column, String found, String expected) {
        if (findings.size() < MOST) {
            findings.add(new Finding(file, line, column, found, expected));
        }
    }

    public boolean isEmpty() {
        return findings.isEmpty();
    }

    /// In the order of the file.
    public List<Finding> inOrder() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }
}
