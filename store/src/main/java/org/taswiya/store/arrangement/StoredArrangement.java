package org.taswiya.store.arrangement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.arrangement.SettledAmount;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.store.Change;

/// An arrangement as the books have it.
///
/// @param isUnasked whether the rules offered it
/// @param found by which figures
/// @param approvedBy of what is above a clerk's limit; null where nobody had to
/// @param replaces the number of the one that was renegotiated; null where it is the first
/// @param granted who granted it, when and why
/// @param settled of its items since it was signed
public record StoredArrangement(
        Arrangement arrangement,
        RequestChannel channel,
        boolean isUnasked,
        String found,
        @Nullable String approvedBy,
        @Nullable Long replaces,
        Change granted,
        List<SettledAmount> settled) {
    public StoredArrangement {
        settled = List.copyOf(settled);
    }

    public Standing standingOn(LocalDate day) {
        return arrangement.standingOn(day, settled);
    }
}
