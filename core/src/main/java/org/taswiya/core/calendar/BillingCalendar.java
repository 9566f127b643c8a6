package org.taswiya.core.calendar;

import java.util.List;
import java.util.Optional;

/// The named cycles of a utility, in the order in which it names them.
public record BillingCalendar(List<CycleRule> cycles) {

    public BillingCalendar {
        cycles = List.copyOf(cycles);
    }

    public Optional<CycleRule> cycle(String name) {
        return cycles.stream().filter(cycle -> cycle.name().equals(name)).findFirst();
    }
}
