package org.taswiya.intake.migration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.ControlTotal;
import org.taswiya.intake.yaml.Finding;

/// What reading a file of control totals gave.
public sealed interface ControlTotalsReading {

    /// The file is in order.
    ///
    /// @param source where the totals are from
    /// @param readTo readings after this day are not counted; null where all are
    /// @param totals in the order of their kinds, then of services; at least one
    record Read(String source, @Nullable LocalDate readTo, List<ControlTotal> totals) implements ControlTotalsReading {
        public Read {
            totals = List.copyOf(totals);
        }
    }

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements ControlTotalsReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
