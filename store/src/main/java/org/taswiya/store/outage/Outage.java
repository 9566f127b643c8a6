package org.taswiya.store.outage;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;

/// An interruption of a service.
///
/// @param premises how many it is about
/// @param areas in which they are
/// @param versions what was said of it, from the plan on; at least one
public record Outage(long number, String service, int premises, List<String> areas, List<Version> versions) {
    private static final Duration LONG = Duration.ofDays(7);

    /// What holds of it.
    ///
    /// @param from when it begins, in the utility's own time
    /// @param to when it is over; after `from`
    /// @param reasons in each language, all empty or none
    public record Version(
            int version,
            OutageState state,
            LocalDateTime from,
            LocalDateTime to,
            Map<Language, String> reasons,
            Change why) {
        public Version {
            reasons = Map.copyOf(reasons);
        }

        /// Whether it lasts so long that a day or a year may have been mistyped.
        public boolean isLong() {
            return !state.isOver() && Duration.between(from, to).compareTo(LONG) > 0;
        }

        /// The last day on which it is. What ends at midnight does not reach into the next one.
        public LocalDate lastDay() {
            return to.minusNanos(1).toLocalDate();
        }
    }

    public Outage {
        areas = List.copyOf(areas);
        versions = List.copyOf(versions);
    }

    public Version now() {
        return versions.getLast();
    }
}
