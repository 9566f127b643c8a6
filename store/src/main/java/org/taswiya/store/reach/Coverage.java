package org.taswiya.store.reach;

import java.time.LocalDate;
import java.util.List;

/// How many accounts each channel reached on a day.
///
/// @param parts all first, then by class, then by area
public record Coverage(long number, LocalDate on, List<Part> parts) {
    public Coverage {
        parts = List.copyOf(parts);
    }

    /// Accounts with an agreement in force, of which one is counted by each channel that reaches it.
    ///
    /// @param of `all`, `class` or `area`
    /// @param name of the class or the area; empty for all
    /// @param cameBack those of whom at least one address came back
    /// @param unreached by no channel
    public record Part(
            String of,
            String name,
            long accounts,
            long smsConfirmed,
            long smsUnconfirmed,
            long emailConfirmed,
            long emailUnconfirmed,
            long push,
            long cameBack,
            long postOnly,
            long unreached) {

        /// Accounts that a message to a screen reaches.
        public long onScreen() {
            return accounts - postOnly - unreached;
        }
    }

    public Part all() {
        return parts.getFirst();
    }
}
