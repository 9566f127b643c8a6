package org.taswiya.core.validation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;

/// Another register of the same device.
///
/// @param name how the utility tells it apart, such as `night`
/// @param isBandOfThis whether what it counts is a part of what the register read counts
/// @param isRead whether somebody read it on the day
/// @param use what it counted since the reading before, in units after its multiplier; null when it cannot be told
/// @param shown what somebody read on it that day; null when nobody did
public record Sibling(
        String name,
        boolean isBandOfThis,
        boolean isRead,
        @Nullable Decimal use,
        @Nullable Decimal shown) {

    /// @param other what is known of it, with what came in beside
    /// @param since the day of the reading before of the register read; null when there is none
    public static Sibling of(
            String name, boolean isBandOfThis, KnownRegister other, @Nullable LocalDate since, LocalDate day) {
        Decimal use = since == null ? null : other.useBetween(since, day).orElse(null);
        Reading read = other.measuringOn(day).orElse(null);
        return new Sibling(name, isBandOfThis, read != null, use, read == null ? null : read.value());
    }
}
