package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of a tariff over a range of days.
///
/// @param from the first day
/// @param to the day after the last; null while it stays in force until replaced
/// @param placeholder whether a figure of it is reasoned rather than sourced
public record TariffVersion(
        LocalDate from,
        @Nullable LocalDate to,
        Proration proration,
        boolean placeholder,
        List<TariffComponent> components) {

    public TariffVersion {
        components = List.copyOf(components);
    }

    /// Whether it is in force on the day before.
    boolean isInForceBefore(LocalDate day) {
        return from.isBefore(day) && (to == null || !to.isBefore(day));
    }

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
