package org.taswiya.core.ledger;

import java.util.Locale;
import java.util.Optional;

/// What an account of a chart is of.
public enum AccountKind {
    ASSET,
    LIABILITY,
    EQUITY,
    REVENUE,
    EXPENSE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AccountKind> ofCode(String code) {
        for (AccountKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
