package org.taswiya.core.collector;

import java.util.Locale;

/// How a customer pays at a collector; it decides the fee.
public enum Channel {
    /// By an app or a web site.
    DIGITAL,
    /// At a counter.
    PHYSICAL,
    /// By a card of the country, whichever way.
    LOCAL_CARD;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Channel ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
