package org.taswiya.core.tariff;

import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// The taxes on sums of amounts by class: a class for each rate of value added tax above zero, lowest first, one for
/// lines without, one for levies.
final class TotalsTaxes {
    private final int rates;
    private final boolean isIncluded;
    private final long[] numerators;
    private final long[] denominators;

    TotalsTaxes(ResolvedTariff tariff) {
        List<Decimal> vatRates = tariff.vatRates();
        rates = vatRates.size();
        isIncluded = tariff.isTaxIncluded();
        numerators = new long[rates];
        denominators = new long[rates];
        for (int i = 0; i < rates; i++) {
            Fraction share = tariff.vatShare(vatRates.get(i));
            denominators[i] = share.reducedDenominator().longValueExact();
            numerators[i] = share.numeratorOver(share.reducedDenominator()).longValueExact();
        }
    }

    static int classes(ResolvedTariff tariff) {
        return tariff.vatRates().size() + 2;
    }

    static int ofClass(ResolvedTariff tariff, Decimal taxRate) {
        int index = tariff.vatRates().indexOf(taxRate);
        return index < 0 ? tariff.vatRates().size() : index;
    }

    /// One for each class.
    long[] newSums() {
        return new long[rates + 2];
    }

    /// The amounts with their taxes, each tax rounded.
    ///
    /// @throws ArithmeticException when a step of the reckoning does not fit 64 bits
    long total(long[] sums) {
        long total = 0;
        for (long sum : sums) {
            total = Math.addExact(total, sum);
        }
        if (!isIncluded) {
            for (int i = 0; i < rates; i++) {
                long tax = LinearTerm.halfUp(Math.multiplyExact(sums[i], numerators[i]), denominators[i]);
                total = Math.addExact(total, tax);
            }
        }
        return total;
    }
}
