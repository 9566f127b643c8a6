package org.taswiya.core.billing;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.billing.Proof.Division;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ResolvedTariff;

/// Prices every way to divide the volume of a gap over its periods, and shows the two ends.
final class ProofOfDivision {

    private final List<ResolvedTariff> tariffs;
    private final Priced used;
    private final Priced whole;

    /// @param tariffs one for each period of the gap
    ProofOfDivision(Gap gap, List<ResolvedTariff> tariffs) {
        this.tariffs = tariffs;
        this.used = new Priced(gap);
        this.whole = gap.hasReadingsInside() ? new Priced(gap.withoutReadingsInside()) : used;
    }

    /// The cheapest division in which no period moves from its share by days by more than the tolerance.
    long[] favourable(Decimal tolerance) {
        Gap gap = used.gap;
        long[] byDays = gap.byDays();
        List<AllocationSearch.Limit> limits = new ArrayList<>();
        for (int i = 0; i < byDays.length; i++) {
            long move = Fraction.of(byDays[i]).times(tolerance).floor().longValueExact();
            limits.add(gap.limit(i, byDays[i] - move, byDays[i] + move));
        }
        return AllocationSearch.cheapest(used.curves, limits, byDays, gap.totalSteps());
    }

    /// What the division that was used would have cost otherwise, readings inside the gap left aside.
    ///
    /// Those readings may put less than a step of usage into periods before the last, which no other division does.
    /// Should that be cheaper or dearer than all others, the division that was used is itself the end.
    Proof of(long[] steps) {
        long total = whole.gap.totalSteps();
        long[] byDays = whole.gap.byDays();
        List<AllocationSearch.Limit> limits = new ArrayList<>();
        for (int i = 0; i < byDays.length; i++) {
            limits.add(new AllocationSearch.Limit(0, total, 0, total));
        }
        long[] lump = new long[byDays.length];
        lump[lump.length - 1] = total;

        Fraction cost = used.cost(steps);
        long[] cheapest = AllocationSearch.cheapest(whole.curves, limits, byDays, total);
        long[] dearest = AllocationSearch.dearest(whole.curves, limits, byDays, total);
        return new Proof(
                cost.toMoney(RoundingMode.HALF_UP),
                whole.division(lump).total(),
                cost.compareTo(whole.cost(cheapest)) < 0 ? used.division(steps) : whole.division(cheapest),
                cost.compareTo(whole.cost(dearest)) > 0 ? used.division(steps) : whole.division(dearest));
    }

    /// A gap with what its periods cost.
    private final class Priced {
        private final Gap gap;
        private final List<CostCurve> curves = new ArrayList<>();
        private final List<Decimal> kept = new ArrayList<>();
        private Fraction keptCost = Fraction.ZERO;

        Priced(Gap gap) {
            this.gap = gap;
            int measured = gap.measuredPeriods();
            for (int i = 0; i < tariffs.size(); i++) {
                kept.add(gap.kept(i));
                if (i < measured) {
                    curves.add(curve(i));
                } else {
                    keptCost = keptCost.plus(tariffs.get(i).unroundedTotal(Fraction.of(kept.get(i))));
                }
            }
        }

        /// Periods that cost alike share one curve: in most gaps that is all of them.
        private CostCurve curve(int period) {
            for (int i = 0; i < period; i++) {
                if (kept.get(i).equals(kept.get(period)) && tariffs.get(i).costsLike(tariffs.get(period))) {
                    return curves.get(i);
                }
            }
            return CostCurve.of(tariffs.get(period), Fraction.of(kept.get(period)), gap.decimals(), gap.totalSteps());
        }

        Fraction cost(long[] steps) {
            Fraction cost = keptCost;
            for (int i = 0; i < steps.length; i++) {
                cost = cost.plus(curves.get(i).at(steps[i]));
            }
            return cost;
        }

        Division division(long[] steps) {
            List<Decimal> usage = new ArrayList<>();
            for (int i = 0; i < kept.size(); i++) {
                Decimal own = kept.get(i);
                usage.add(i < steps.length ? own.plus(Decimal.ofSteps(steps[i], gap.decimals())) : own);
            }
            return new Division(cost(steps).toMoney(RoundingMode.HALF_UP), usage);
        }
    }
}
