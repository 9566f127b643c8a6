package org.taswiya.core.tariff;

import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// One use of one period, priced by two books.
public record PricedTwice(Rating before, Rating after) {

    public Fraction usage() {
        return before.usage();
    }

    /// Above zero where the second asks for more.
    public Money difference() {
        return after.total().minus(before.total());
    }
}
