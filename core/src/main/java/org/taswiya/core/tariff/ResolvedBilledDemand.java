package org.taswiya.core.tariff;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// The highest demand as it is billed: raised where the power factor is poor, and no less than its floors.
///
/// @param ladder what it costs
/// @param powerFactor below which demand is multiplied by it over the one that was told; null where none is asked for
/// @param current the month in which the period begins
record ResolvedBilledDemand(
        ResolvedDemand ladder, @Nullable Decimal powerFactor, List<DemandFloor> floors, YearMonth current)
        implements ResolvedCharge {

    @Override
    public String code() {
        return ladder.code();
    }

    @Override
    public Decimal taxRate() {
        return ladder.taxRate();
    }

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedBilledDemand(ladder.withoutClauses(), powerFactor, floors, current);
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedBilledDemand(ladder.untaxed(), powerFactor, floors, current);
    }

    @Override
    public boolean isDemandNeeded() {
        return true;
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        if (powerFactor != null) {
            Optional<DeterminantGap> gap = DeterminantGap.ofPowerFactor(code(), use);
            if (gap.isPresent()) {
                return gap;
            }
        }
        return floors.stream()
                .flatMap(floor -> floor.gap(code(), use, current).stream())
                .findFirst();
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction billed = use.peak();
        if (powerFactor != null) {
            billed = billed.times(raise(use, Fraction.of(powerFactor)));
        }
        for (DemandFloor floor : floors) {
            billed = billed.max(floor.least(use, current));
        }
        ladder.addLines(billed.reduced(), run, lines);
    }

    /// By registers the power factor is rounded first.
    private static Fraction raise(BillDeterminants use, Fraction threshold) {
        Fraction told = use.others().get(Determinant.POWER_FACTOR);
        Optional<Fraction> factor = told != null
                ? Optional.of(told)
                : PowerFactor.of(use).map(PowerFactor::rounded).map(Fraction::of);
        return factor.filter(one -> one.signum() > 0)
                .map(one -> threshold.dividedBy(one).max(Fraction.ONE))
                .orElse(Fraction.ONE);
    }

    /// Where demand grows with the usage, that at which it passes a floor or the end of a block.
    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        BillDeterminants unit = run.told().of(Fraction.ONE);
        Fraction raised = powerFactor == null ? Fraction.ONE : raise(unit, Fraction.of(powerFactor));
        floors.forEach(
                floor -> run.told().addReached(floor.least(unit, current).dividedBy(raised), DemandBands.WHOLE, bends));
        ladder.addBends(raised, run, bends);
    }
}
