package org.taswiya.intake.urdb;

import java.util.List;

/// In which period of a structure each hour is, as the schedules of a record say.
///
/// @param weekdays 12 months, January first, of 24 hours each, from midnight: the number of the period
/// @param weekends the same of Saturdays and Sundays
public record RateHours(List<List<Integer>> weekdays, List<List<Integer>> weekends) {
    /// Of a structure that is not there.
    public static final RateHours NONE = new RateHours(List.of(), List.of());

    public RateHours {
        weekdays = weekdays.stream().map(List::copyOf).toList();
        weekends = weekends.stream().map(List::copyOf).toList();
    }
}
