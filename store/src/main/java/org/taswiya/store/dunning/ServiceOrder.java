package org.taswiya.store.dunning;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// That the supply of an account be cut, or given back.
///
/// @param number from one on
/// @param overdue on the account when it was proposed
/// @param ends of a reconnection, the disconnection that it ends; null of a disconnection
/// @param proposedBy the author of the run
/// @param decision null while nobody has decided
public record ServiceOrder(
        long number,
        String account,
        Kind kind,
        LocalDate proposedOn,
        Money overdue,
        @Nullable Long ends,
        String proposedBy,
        @Nullable Decision decision) {

    /// Whether a person has to decide it.
    public boolean isWaiting() {
        return kind == Kind.DISCONNECTION && decision == null;
    }

    /// What is ordered.
    public enum Kind {
        /// The supply is cut; only when a person has approved it.
        DISCONNECTION,
        /// It is given back, which nobody has to approve.
        RECONNECTION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A person's word about a disconnection.
    public record Decision(boolean isApproved, LocalDate on, String author, String reason) {}
}
