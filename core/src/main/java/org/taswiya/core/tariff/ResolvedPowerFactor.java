package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.PowerComponent.PowerFactorBonus;

/// A percentage of other charges for each hundredth of the power factor. A line's quantity is what they come to, once
/// for each hundredth; its price the rate of one, below zero for a bonus.
record ResolvedPowerFactor(
        String code,
        ChargedSum of,
        Decimal below,
        Decimal rate,
        @Nullable PowerFactorBonus bonus,
        Decimal taxRate,
        String clause)
        implements ResolvedCharge {
    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedPowerFactor(code, of.withoutClauses(), below, rate, bonus, taxRate, "");
    }

    @Override
    public boolean isOfShares() {
        return of.isOfShares();
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedPowerFactor(code, of, below, rate, bonus, Decimal.ZERO, clause);
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return DeterminantGap.ofPowerFactor(code, use).or(() -> of.gap(use));
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Optional<PowerFactor> found = PowerFactor.of(use);
        if (found.isEmpty()) {
            return;
        }
        PowerFactor factor = found.get();
        addLine(factor.hundredthsBelow(below), rate, use, run, lines);
        if (bonus != null) {
            addLine(factor.hundredthsAbove(bonus.above()), bonus.rate().negated(), use, run, lines);
        }
    }

    /// @param hundredths whole ones; one that is only begun does not count
    private void addLine(int hundredths, Decimal price, BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        if (hundredths > 0) {
            Fraction quantity = of.of(use, run).times(Fraction.of(hundredths)).reduced();
            Fraction amount = run.share(quantity.times(price));
            lines.add(run.line(code, 0, quantity, Unit.MONEY, price, taxRate, amount.toMoneyHalfUp(), clause));
        }
    }

    /// Told as a number it bends where its charges do, and they say so themselves. By registers it is no straight line
    /// over the usage, and no usage is looked for.
    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {}
}
