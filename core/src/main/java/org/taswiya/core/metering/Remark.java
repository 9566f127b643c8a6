package org.taswiya.core.metering;

import java.util.Locale;
import java.util.Optional;

/// What a reader found at a meter besides its value, or instead of it.
public enum Remark {
    NO_ACCESS,
    BROKEN,
    FLOODED,
    VACANT,
    /// The meter is not where it should be.
    NOT_FOUND,
    OTHER;

    /// How files and tables write it: `no-access`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Remark> ofCode(String code) {
        for (Remark remark : values()) {
            if (remark.code().equals(code)) {
                return Optional.of(remark);
            }
        }
        return Optional.empty();
    }
}
