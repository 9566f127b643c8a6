package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// Demand above the subscribed power. A line's quantity is what is above it times the months that the period counts
/// as, or how many times demand was above it.
///
/// @param unit of the demand; [Unit#EXCEEDANCE] where every exceedance has its price
/// @param band in which both are counted; null for the whole period
/// @param months that the period counts as
/// @param allowed how many times the subscribed power is let pass
record ResolvedOverrun(
        String code,
        Unit unit,
        @Nullable String band,
        Fraction months,
        Decimal allowed,
        Decimal price,
        Decimal taxRate,
        String clause)
        implements ResolvedCharge {

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedOverrun(code, unit, band, months, allowed, price, taxRate, "");
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedOverrun(code, unit, band, months, allowed, price, Decimal.ZERO, clause);
    }

    private boolean isByExceedance() {
        return unit == Unit.EXCEEDANCE;
    }

    @Override
    public boolean isDemandNeeded() {
        return !isByExceedance();
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return DeterminantGap.of(
                code, isByExceedance() ? Determinant.EXCEEDANCES : Determinant.SUBSCRIBED_POWER, band, use);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction quantity = isByExceedance()
                ? use.find(Determinant.EXCEEDANCES, band).orElseThrow()
                : above(use).times(months);
        if (quantity.signum() > 0) {
            Fraction amount = run.share(quantity.times(price));
            lines.add(run.line(code, 0, band, quantity, unit, price, taxRate, amount.toMoneyHalfUp(), clause));
        }
    }

    private Fraction above(BillDeterminants use) {
        Fraction subscribed = use.find(Determinant.SUBSCRIBED_POWER, band).orElseThrow();
        return use.highestIn(band).minus(subscribed.times(allowed)).max(Fraction.ZERO);
    }

    /// Where demand grows with the usage, that at which it passes what is allowed.
    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        if (!isByExceedance()) {
            run.told()
                    .of(Fraction.ZERO)
                    .find(Determinant.SUBSCRIBED_POWER, band)
                    .ifPresent(subscribed ->
                            run.told().addReached(subscribed.times(allowed), DemandBands.of(band), bends));
        }
    }
}
