package org.taswiya.store.collective;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;

/// A meter behind a main meter.
///
/// @param sub its usage point
/// @param main the usage point of the main meter
/// @param share of the common part, beside those of the others; zero or more
/// @param to the first day on which it is none any more; null while it stands
public record SubMeter(
        String sub,
        String main,
        int share,
        LocalDate from,
        @Nullable LocalDate to) {
    private static final LocalDate FOREVER = LocalDate.of(9999, 1, 1);

    public SubMeter {
        if (share < 0) {
            throw new IllegalArgumentException("share " + share + " of " + sub + " is below zero");
        }
        if (sub.equals(main)) {
            throw new IllegalArgumentException(sub + " cannot stand behind itself");
        }
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(sub + " would end on " + to + ", and begins on " + from);
        }
    }

    DateRange days() {
        return DateRange.of(from, to == null ? FOREVER : to);
    }

    /// The days among others on which it stands.
    Optional<DateRange> within(DateRange others) {
        return days().intersection(others);
    }
}
