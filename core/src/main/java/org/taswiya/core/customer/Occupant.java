package org.taswiya.core.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who takes the service at a usage point, over which days.
///
/// @param agreement under which
/// @param account that is billed
/// @param to the day after the last; null while it runs
public record Occupant(
        String agreement,
        String account,
        LocalDate from,
        @Nullable LocalDate to) {

    public Occupant {
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("Agreement " + agreement + " ends on " + to + ", not after " + from);
        }
    }

    /// Whether both share a day.
    ///
    /// @param until the day after the last; null for no end
    public boolean meets(LocalDate since, @Nullable LocalDate until) {
        return (until == null || from.isBefore(until)) && (to == null || since.isBefore(to));
    }
}
