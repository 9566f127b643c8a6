package org.taswiya.core.validation;

import java.util.Comparator;
import java.util.List;
import org.taswiya.core.quantity.Fraction;

/// What looking at a reading came to.
public sealed interface ValidationOutcome {

    /// In the order of their reasons.
    List<ReadingFinding> findings();

    /// It counts.
    ///
    /// @param findings notes alone
    record Accepted(List<ReadingFinding> findings) implements ValidationOutcome {
        public Accepted {
            findings = inOrder(findings);
        }
    }

    /// It waits for a person.
    ///
    /// @param findings at least one that is more than a note
    /// @param atRisk units that are billed too many or too few when it is wrong: how far what it shows lies from what
    ///     is likely; zero or more
    record Doubtful(List<ReadingFinding> findings, Fraction atRisk) implements ValidationOutcome {
        public Doubtful {
            findings = inOrder(findings);
        }

        /// The gravest of its findings.
        public Severity severity() {
            return findings.stream()
                    .map(ReadingFinding::severity)
                    .max(Comparator.naturalOrder())
                    .orElse(Severity.SUSPECT);
        }
    }

    private static List<ReadingFinding> inOrder(List<ReadingFinding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(ReadingFinding::reason))
                .toList();
    }
}
