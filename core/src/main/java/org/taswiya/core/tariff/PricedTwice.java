package org.taswiya.core.tariff;

import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// One use of one period, priced by two books.
///
/// @param usage all that was used, before energy that was fed in comes off it
public record PricedTwice(Fraction usage, Rating before, Rating after) {

    /// Whether one of them prices less than was used, because energy was fed in.
    public boolean isNetted() {
        return isNetted(before) || isNetted(after);
    }

    private boolean isNetted(Rating rating) {
        return rating.usage().compareTo(usage) != 0;
    }

    /// Above zero where the second asks for more.
    public Money difference() {
        return after.total().minus(before.total());
    }
}
