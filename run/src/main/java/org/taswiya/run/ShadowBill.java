package org.taswiya.run;

import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// One bill under the book in use and under the new one.
///
/// @param customerClass of its customer
/// @param tariff the book in use
/// @param block the highest that any of its periods reaches under the book in use; zero where that has no blocks
/// @param usage of all its periods
/// @param before what its periods are due by the book in use
/// @param after what the same periods are due by the new one
public record ShadowBill(
        String account,
        String agreement,
        String customerClass,
        String service,
        String tariff,
        int block,
        Decimal usage,
        Money before,
        Money after) {

    /// Above zero when the new book makes it dearer.
    public Money difference() {
        return after.minus(before);
    }
}
