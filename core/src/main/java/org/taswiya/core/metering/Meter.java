package org.taswiya.core.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// A device at a usage point, with its one register.
///
/// @param installedAt the day from which it measures
/// @param firstValue what its dial showed then
/// @param removedAt the day to which it measures; null while it is in place
public record Meter(
        String serial,
        String usagePoint,
        Register register,
        LocalDate installedAt,
        Decimal firstValue,
        @Nullable LocalDate removedAt) {}
