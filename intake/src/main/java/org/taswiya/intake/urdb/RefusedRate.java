package org.taswiya.intake.urdb;

import java.util.List;

/// A record that gives no tariff.
///
/// @param faults at least one, in the order in which they were found
public record RefusedRate(String name, List<RateFault> faults) implements ParsedRate {
    public RefusedRate {
        faults = List.copyOf(faults);
    }
}
