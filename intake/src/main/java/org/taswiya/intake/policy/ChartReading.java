package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.ledger.ChartOfAccounts;
import org.taswiya.intake.yaml.Finding;

/// What came of reading a chart of accounts.
public sealed interface ChartReading {

    record Read(ChartOfAccounts chart) implements ChartReading {}

    /// @param findings in the order of the file; at least one
    record Faulty(List<Finding> findings) implements ChartReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
