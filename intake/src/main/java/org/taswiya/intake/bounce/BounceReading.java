package org.taswiya.intake.bounce;

import java.util.List;
import org.taswiya.core.message.DeliveryStatus;

/// What was found in an e-mail that came back.
public sealed interface BounceReading {
    /// It is a delivery status notification: a line for each recipient, at least one.
    record Report(List<DeliveryStatus> lines) implements BounceReading {
        public Report {
            lines = List.copyOf(lines);
        }
    }

    /// It is some other e-mail, for a person: an answer, an absence, a complaint.
    ///
    /// @param found a sentence with what it is
    record Other(String found) implements BounceReading {}

    /// It is a notification that cannot be taken.
    ///
    /// @param found what was found, and what was expected
    record Refused(BounceFault fault, String found) implements BounceReading {}
}
