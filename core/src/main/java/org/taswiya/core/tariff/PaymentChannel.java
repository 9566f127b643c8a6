package org.taswiya.core.tariff;

import java.util.Locale;

/// A way of paying, as far as a duty depends on it.
public enum PaymentChannel {
    CASH,
    CHEQUE,
    CARD,
    TRANSFER;

    /// How commands and books write it: `cash`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
