package org.taswiya.core.metering;

import java.util.Locale;

/// How usage is known.
public enum UsageQuality {
    ACTUAL,
    CUSTOMER,
    ESTIMATED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
