package org.taswiya.core.metering;

import org.jspecify.annotations.Nullable;

/// Which of the registers of a device of several a dial is.
///
/// @param name how the utility tells it apart: `night`
/// @param partOf name of the register that counts what this one counts, and more; null when none does
public record DeviceRegister(String name, @Nullable String partOf) {

    public DeviceRegister {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A register of a device of several has a name");
        }
        if (name.equals(partOf)) {
            throw new IllegalArgumentException("Register " + name + " cannot be a part of itself");
        }
    }
}
