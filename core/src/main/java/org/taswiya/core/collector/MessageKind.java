package org.taswiya.core.collector;

import java.util.Locale;

/// What a collector can tell of a transaction. Of each kind the first one counts.
public enum MessageKind {
    RESERVE,
    PAY,
    CONFIRM,
    CANCEL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
