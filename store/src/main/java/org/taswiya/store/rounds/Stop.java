package org.taswiya.store.rounds;

import java.time.LocalDate;
import java.util.List;

/// That nobody is to read on days of a round.
///
/// @param suspensions by which, in the order of their references; none where one may read on all days
/// @param laws the legal reference of each
/// @param days in their order
/// @param isWhole whether no day of the round is left: the order is skipped
public record Stop(List<String> suspensions, List<String> laws, List<LocalDate> days, boolean isWhole) {
    public Stop {
        suspensions = List.copyOf(suspensions);
        laws = List.copyOf(laws);
        days = List.copyOf(days);
    }

    /// Whether some days are left, and some are not.
    public boolean isPart() {
        return !isWhole && !days.isEmpty();
    }
}
