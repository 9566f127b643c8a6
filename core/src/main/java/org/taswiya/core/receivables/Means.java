package org.taswiya.core.receivables;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.core.ledger.LedgerAccount;

/// By what money is paid. It decides who has the money, and whether stamp duty arises.
public enum Means {
    CASH("cash"),
    CHEQUE("bank"),
    CARD("bank"),
    TRANSFER("bank"),
    DIRECT_DEBIT("bank"),
    /// A network that takes money for the utility: collected, not remitted yet.
    COLLECTOR("collector");

    private final String holder;

    Means(String holder) {
        this.holder = holder;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Means> ofCode(String code) {
        return Arrays.stream(values())
                .filter(means -> means.code().equals(code))
                .findFirst();
    }

    /// Stamp duty arises with a receipt for cash alone.
    public boolean bearsStamp() {
        return this == CASH;
    }

    /// Where the money is.
    ///
    /// @param place the till, the bank or the collector
    LedgerAccount account(String place) {
        return new LedgerAccount("assets:" + holder + ":" + place);
    }
}
