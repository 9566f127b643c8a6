package org.taswiya.core.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a delegate may do for an account that is not theirs.
public enum DelegateKind {
    /// See bills, use and notices; pay; read the meter.
    PAY,
    /// All that the holder may, but for how the holder is reached, who else is let in, and moving out.
    MANAGE;

    /// How tables and forms write it: `pay`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DelegateKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
