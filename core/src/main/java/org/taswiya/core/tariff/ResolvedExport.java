package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// Energy that was fed in, credited in blocks. A line's price is below zero.
///
/// @param band in which it was; null for the whole period
/// @param isPaidOut whether the bill may be below zero by it
record ResolvedExport(
        String code,
        Unit unit,
        @Nullable String band,
        boolean isPaidOut,
        List<ResolvedStep> steps,
        Decimal taxRate,
        String clause)
        implements ResolvedCharge {

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedExport(code, unit, band, isPaidOut, steps, taxRate, "");
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedExport(code, unit, band, isPaidOut, steps, Decimal.ZERO, clause);
    }

    @Override
    public boolean isLimited() {
        return !isPaidOut;
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return DeterminantGap.of(code, Determinant.EXPORTED_ENERGY, band, use);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction exported = use.find(Determinant.EXPORTED_ENERGY, band).orElseThrow();
        Fraction lower = Fraction.ZERO;
        for (int i = 0; lower.compareTo(exported) < 0; i++) {
            ResolvedStep step = steps.get(i);
            Fraction upper = step.end(exported);
            Fraction quantity = upper.minus(lower);
            Decimal price = step.price().negated();
            Fraction amount = run.share(quantity.times(price));
            lines.add(run.line(code, i + 1, band, quantity, unit, price, taxRate, amount.toMoneyHalfUp(), clause));
            lower = upper;
        }
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        // The same credit at every usage.
    }
}
