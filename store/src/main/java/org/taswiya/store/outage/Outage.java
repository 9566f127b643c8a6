package org.taswiya.store.outage;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;

/// An interruption of a service.
///
/// @param premises how many it is about
/// @param versions what was said of it, from the plan on; at least one
public record Outage(long number, String service, int premises, List<Version> versions) {

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
    }

    public Outage {
        versions = List.copyOf(versions);
    }

    public Version now() {
        return versions.getLast();
    }
}
