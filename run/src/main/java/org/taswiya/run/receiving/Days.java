package org.taswiya.run.receiving;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Ranges of days that may have no end yet.
final class Days {
    private Days() {}

    /// Whether two ranges have a day in common; the first day is in, the last is not.
    static boolean meet(LocalDate from, @Nullable LocalDate to, LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (otherTo == null || from.isBefore(otherTo)) && (to == null || otherFrom.isBefore(to));
    }
}
