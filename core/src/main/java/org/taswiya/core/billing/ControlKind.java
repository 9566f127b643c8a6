package org.taswiya.core.billing;

import java.util.Locale;

/// What a control total counts or sums of what came from the old system.
public enum ControlKind {
    CUSTOMERS("customers", false),
    ACCOUNTS("accounts", false),
    PREMISES("premises", false),
    USAGE_POINTS("usage points", false),
    /// Meters of all times, those taken away too.
    METERS("meters", false),
    EXCHANGES("exchanges", false),
    AGREEMENTS("agreements", false),
    /// Days with a reading at a usage point, however often it came or was corrected.
    READINGS("readings", false),
    /// The last reading of every usage point of one service, summed.
    LAST_READINGS("last readings", false),
    FORMER_BILLS("former bills, number", false),
    FORMER_BILLS_TOTAL("former bills, total", true),
    OPEN_ITEMS("open items, number", false),
    OPEN_ITEMS_SUM("open items, sum", true),
    CREDITS("credits, number", false),
    CREDITS_SUM("credits, sum", true);

    private final String words;
    private final boolean isMoney;

    ControlKind(String words, boolean isMoney) {
        this.words = words;
        this.isMoney = isMoney;
    }

    /// For a person.
    public String words() {
        return words;
    }

    public boolean isMoney() {
        return isMoney;
    }

    /// For a program: `last-readings`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
