package org.taswiya.core.lighting;

import java.time.LocalTime;
import java.time.Month;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// When the lamps of a kind of street burn.
public sealed interface Regime {

    /// From dusk to dawn.
    ///
    /// @param off the hours of the night in which they are off all the same; null where they burn all night
    record Switched(SwitchRule rule, @Nullable OffHours off) implements Regime {}

    /// As a table tells it.
    ///
    /// @param hours of every month, a February of 28 days
    /// @param leapFebruary of a February of 29 days; null where its last day burns as long as the others do on average
    record Published(Map<Month, Decimal> hours, @Nullable Decimal leapFebruary) implements Regime {
        public Published {
            hours = Map.copyOf(hours);
            if (hours.size() != Month.values().length) {
                throw new IllegalArgumentException("Hours of " + hours.keySet() + " are not those of a year");
            }
        }
    }

    /// Hours of the wall clock, such as 23:00 to 05:00.
    ///
    /// @param to the end of them, after midnight where it is not after the beginning
    record OffHours(LocalTime from, LocalTime to) {
        public OffHours {
            if (from.equals(to)) {
                throw new IllegalArgumentException("From " + from + " to " + to + " is no part of a night");
            }
        }
    }
}
