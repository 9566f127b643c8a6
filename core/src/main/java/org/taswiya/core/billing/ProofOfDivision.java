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

    private final Gap gap;
    private final int measured;
    private final long total;
    private final List<CostCurve> curves = new ArrayList<>();
    private final List<Decimal> kept = new ArrayList<>();
    private Fraction keptCost = Fraction.ZERO;

    /// @param tariffs one for each period of the gap
    ProofOfDivision(Gap gap, List<ResolvedTariff> tariffs) {
        this.gap = gap;
        this.measured = gap.measuredPeriods();
        this.total = gap.totalSteps();
        for (int i = 0; i < tariffs.size(); i++) {
            Decimal keptUsage = gap.kept(i);
            kept.add(keptUsage);
            if (i < measured) {
                curves.add(curve(i, tariffs));
            } else {
                keptCost = keptCost.plus(tariffs.get(i).unroundedTotal(Fraction.of(keptUsage)));
            }
        }
    }

    /// Periods that cost alike share one curve: in most gaps that is all of them.
    private CostCurve curve(int period, List<ResolvedTariff> tariffs) {
        for (int i = 0; i < period; i++) {
            if (kept.get(i).equals(kept.get(period)) && tariffs.get(i).costsLike(tariffs.get(period))) {
                return curves.get(i);
            }
        }
        return CostCurve.of(tariffs.get(period), Fraction.of(kept.get(period)), gap.decimals(), total);
    }

    /// The cheapest division in which no period moves from its share by days by more than the tolerance.
    long[] favourable(Decimal tolerance) {
        long[] byDays = gap.byDays();
        List<AllocationSearch.Limit> limits = new ArrayList<>();
        for (int i = 0; i < measured; i++) {
            long move = Fraction.of(byDays[i]).times(tolerance).floor().longValueExact();
            limits.add(gap.limit(i, byDays[i] - move, byDays[i] + move));
        }
        return AllocationSearch.cheapest(curves, limits, byDays, total);
    }

    Proof of(long[] steps) {
        long[] byDays = gap.byDaysOverall();
        List<AllocationSearch.Limit> limits = new ArrayList<>();
        for (int i = 0; i < measured; i++) {
            limits.add(new AllocationSearch.Limit(0, total, 0, total));
        }
        long[] lump = new long[measured];
        lump[measured - 1] = total;
        return new Proof(
                division(steps).total(),
                division(lump).total(),
                division(AllocationSearch.cheapest(curves, limits, byDays, total)),
                division(AllocationSearch.dearest(curves, limits, byDays, total)));
    }

    private Division division(long[] steps) {
        Fraction cost = keptCost;
        List<Decimal> usage = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Decimal own = kept.get(i);
            if (i < measured) {
                cost = cost.plus(curves.get(i).at(steps[i]));
                own = own.plus(Decimal.ofSteps(steps[i], gap.decimals()));
            }
            usage.add(own);
        }
        return new Division(cost.toMoney(RoundingMode.HALF_UP), usage);
    }
}
