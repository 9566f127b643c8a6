package org.taswiya.store.bill;

import org.taswiya.core.quantity.Money;

/// What accounts owe from before. The books hold no payments yet, so nothing tells what of earlier bills is unpaid:
/// bills and notices alike show none.
public final class Arrears {
    public static final Money NONE_KNOWN = Money.ZERO;

    private Arrears() {}
}
