package org.taswiya.core.customer;

import java.util.Locale;

/// What kind of customer someone is, as far as tariffs and policies ask.
public enum CustomerClass {
    HOUSEHOLD,
    PROFESSIONAL,
    MUNICIPALITY;

    /// How files and tables write it: `household`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CustomerClass ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
