package org.taswiya.intake.policy;

import java.util.List;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.intake.yaml.Finding;

/// What reading a calendar file gave.
public sealed interface CalendarReading {

    /// The file is in order.
    record Read(BillingCalendar calendar) implements CalendarReading {}

    /// The file has faults, at least one.
    record Faulty(List<Finding> findings) implements CalendarReading {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
