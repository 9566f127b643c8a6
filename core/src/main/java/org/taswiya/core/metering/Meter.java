package org.taswiya.core.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// A device at a usage point, with its one register; or one register of a device of several, each of which is at a
/// usage point of its own under the serial of the device.
///
/// @param installedAt the day from which it measures
/// @param firstValue what its dial showed then
/// @param removedAt the day to which it measures; null while it is in place
/// @param deviceRegister which of the device's registers it is; null where it has one alone
public record Meter(
        String serial,
        String usagePoint,
        Register register,
        LocalDate installedAt,
        Decimal firstValue,
        @Nullable LocalDate removedAt,
        @Nullable DeviceRegister deviceRegister) {

    /// A device with one register.
    public Meter(
            String serial,
            String usagePoint,
            Register register,
            LocalDate installedAt,
            Decimal firstValue,
            @Nullable LocalDate removedAt) {
        this(serial, usagePoint, register, installedAt, firstValue, removedAt, null);
    }

    /// The same with another end.
    public Meter ending(@Nullable LocalDate at) {
        return new Meter(serial, usagePoint, register, installedAt, firstValue, at, deviceRegister);
    }

    /// The name of its register; null where it has one alone.
    public @Nullable String registerName() {
        return deviceRegister == null ? null : deviceRegister.name();
    }
}
