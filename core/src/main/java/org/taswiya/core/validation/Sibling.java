package org.taswiya.core.validation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// Another register of the same device.
///
/// @param name how the utility tells it apart, such as `night`
/// @param isBandOfThis whether what it counts is a part of what the register read counts
/// @param isRead whether somebody read it on the day
/// @param use what it counted since the reading before, in units after its multiplier; null when it cannot be told
public record Sibling(
        String name,
        boolean isBandOfThis,
        boolean isRead,
        @Nullable Decimal use) {

    /// @param other what is known of it, with what came in beside
    /// @param since the day of the reading before of the register read; null when there is none
    public static Sibling of(
            String name, boolean isBandOfThis, KnownRegister other, @Nullable LocalDate since, LocalDate day) {
        Decimal use = since == null ? null : other.useBetween(since, day).orElse(null);
        return new Sibling(name, isBandOfThis, other.isRead(day), use);
    }
}
