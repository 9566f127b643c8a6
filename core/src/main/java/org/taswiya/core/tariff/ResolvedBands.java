package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// Usage by time band, in blocks that all bands share.
record ResolvedBands(String code, Unit unit, List<Ladder> ladders, Decimal taxRate, String clause)
        implements ResolvedCharge {

    /// @param isOfDemand whether the bounds are still to be multiplied by the highest demand of the period
    record Ladder(String band, boolean isOfDemand, List<ResolvedStep> steps) {

        /// Up to where each block but the last reaches.
        List<Fraction> upTo(Fraction peak) {
            List<Fraction> upTo = new ArrayList<>();
            for (ResolvedStep step : steps) {
                if (step.bound() != null) {
                    upTo.add(isOfDemand ? step.bound().times(peak) : step.bound());
                }
            }
            return upTo;
        }
    }

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedBands(code, unit, ladders, taxRate, "");
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedBands(code, unit, ladders, Decimal.ZERO, clause);
    }

    @Override
    public boolean isOfShares() {
        return true;
    }

    @Override
    public boolean isDemandNeeded() {
        return ladders.stream().anyMatch(Ladder::isOfDemand);
    }

    /// Usage that is not known by time band is all in the one that there is.
    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        if (use.byBand().isEmpty() && ladders.size() > 1) {
            throw new IllegalArgumentException("Charge " + code + " needs the usage of each time band");
        }
        if (use.usage().signum() > 0) {
            for (Ladder ladder : ladders) {
                Fraction inBand = use.byBand().isEmpty() ? use.usage() : use.inBand(ladder.band());
                if (inBand.signum() > 0) {
                    addLines(ladder, inBand.dividedBy(use.usage()), use, run, lines);
                }
            }
        }
    }

    private void addLines(Ladder ladder, Fraction share, BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction usage = use.usage();
        Fraction lower = Fraction.ZERO;
        for (int i = 0; lower.compareTo(usage) < 0; i++) {
            ResolvedStep step = ladder.steps().get(i);
            Fraction bound = step.bound();
            Fraction upper = bound == null ? usage : min(usage, ladder.isOfDemand() ? bound.times(use.peak()) : bound);
            if (upper.compareTo(lower) > 0) {
                Fraction quantity = upper.minus(lower).times(share).reduced();
                lines.add(run.line(
                        code,
                        i + 1,
                        ladder.band(),
                        quantity,
                        unit,
                        step.price(),
                        taxRate,
                        run.share(quantity.times(step.price())).toMoneyHalfUp(),
                        clause));
                lower = upper;
            }
        }
    }

    private static Fraction min(Fraction one, Fraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// The bounds are of the usage of all bands, so they hold for any usage whose bands keep their shares.
    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        Fraction peak = run.told().of(Fraction.ZERO).peak();
        ladders.forEach(ladder -> bends.addAll(ladder.upTo(peak)));
    }
}
