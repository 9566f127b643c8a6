package org.taswiya.core.tariff;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What a usage costs with every tax and no rounding at all.
///
/// @param limited the components whose credits do not make a bill one below zero
record UnroundedTotal(ResolvedTariff tariff, Set<String> limited) {

    /// @param due with all credits
    /// @param credits those among it that are not paid out, zero or below
    private record Sums(Fraction due, Fraction credits) {
        Fraction withoutCredits() {
            return due.minus(credits);
        }

        /// Credits take it down to zero; below that it is only by itself.
        Fraction limited() {
            return due.signum() >= 0 ? due : withoutCredits().min(Fraction.ZERO);
        }
    }

    Fraction at(Fraction usage) {
        return sums(usage).limited();
    }

    private Sums sums(Fraction usage) {
        Fraction total = Fraction.ZERO;
        Fraction credits = Fraction.ZERO;
        Fraction left = NettedUsage.of(usage, tariff.runs()).left();
        for (ChargeLine line : tariff.lines(usage, left)) {
            Fraction amount = line.unrounded();
            Fraction withTax = tariff.isTaxIncluded() ? amount : amount.times(Decimal.ONE.plus(line.taxRate()));
            total = total.plus(withTax.reduced());
            if (amount.signum() < 0 && limited.contains(line.component())) {
                credits = credits.plus(withTax.reduced());
            }
        }
        for (LevyRun levy : tariff.levies()) {
            total = total.plus(levy.unrounded(left));
        }
        return new Sums(total, credits);
    }

    /// Adds the usages at which credits begin to be paid in full, given those at which they and what they come off
    /// bend.
    void addBends(List<Fraction> bends) {
        if (!limited.isEmpty()) {
            TreeSet<Fraction> inner = new TreeSet<>(bends);
            ChargedSum.addCrossings(inner, usage -> sums(usage).due(), bends);
            ChargedSum.addCrossings(inner, usage -> sums(usage).withoutCredits(), bends);
        }
    }
}
