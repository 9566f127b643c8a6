package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.intake.yaml.Finding;

/// What reading a utility's rules for budget plans gave.
public sealed interface BudgetReading {

    /// The file is in order.
    record Read(BudgetRules rules) implements BudgetReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements BudgetReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
