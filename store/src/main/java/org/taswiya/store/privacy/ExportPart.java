package org.taswiya.store.privacy;

import java.util.Locale;

/// The parts of an export, in their order.
public enum ExportPart {
    WHO,
    AGREEMENTS,
    PREMISES,
    BILLS,
    PAYMENTS,
    ARRANGEMENTS,
    DUNNING,
    DISPUTES,
    TOLD;

    /// As the document names it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
