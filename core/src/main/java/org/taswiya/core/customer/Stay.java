package org.taswiya.core.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days of a usage point on which one occupant takes the service, or nobody.
public sealed interface Stay {
    LocalDate from();

    /// The day after the last; null for no end.
    @Nullable LocalDate to();

    /// Somebody does, and is billed.
    record Occupied(Occupant by) implements Stay {
        @Override
        public LocalDate from() {
            return by.from();
        }

        @Override
        public @Nullable LocalDate to() {
            return by.to();
        }
    }

    /// Nobody does: what the meter counts is nobody's bill.
    record Vacant(LocalDate from, @Nullable LocalDate to) implements Stay {}
}
