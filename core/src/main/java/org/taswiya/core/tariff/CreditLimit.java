package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// Keeps credits that are not paid out from making a bill one below zero: of the last of them as much is left out as it
/// takes, then of the one before.
///
/// @param codes of the components whose credits are not paid out
/// @param total what lines come to with their taxes, in minor units
record CreditLimit(Set<String> codes, ToLongFunction<List<ChargeLine>> total) {

    List<ChargeLine> limited(List<ChargeLine> lines) {
        List<ChargeLine> limited = new ArrayList<>(lines);
        for (int i = limited.size() - 1; i >= 0 && total.applyAsLong(limited) < 0; i--) {
            ChargeLine line = limited.get(i);
            if (codes.contains(line.component()) && line.amount().signum() < 0) {
                limited.set(i, withAmount(line, most(limited, i)));
            }
        }
        return limited;
    }

    /// The largest credit that does not leave the total below zero; none where even that does.
    private Money most(List<ChargeLine> lines, int place) {
        long credit = lines.get(place).amount().minorUnits();
        long low = credit; // below zero with it
        long high = 0;
        List<ChargeLine> tried = new ArrayList<>(lines);
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            tried.set(place, withAmount(lines.get(place), Money.ofMinor(middle)));
            if (total.applyAsLong(tried) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Money.ofMinor(high);
    }

    /// The same line with less of its quantity, so that it stays quantity x price.
    private static ChargeLine withAmount(ChargeLine line, Money amount) {
        Fraction quantity = amount.toFraction()
                .dividedBy(line.shareOf(Fraction.of(line.price())))
                .reduced();
        return new ChargeLine(
                line.component(),
                line.block(),
                line.band(),
                line.range(),
                quantity,
                line.unit(),
                line.price(),
                line.share(),
                line.taxRate(),
                amount,
                line.clause());
    }
}
