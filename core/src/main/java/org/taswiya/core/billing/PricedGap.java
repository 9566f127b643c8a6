package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.billing.Proof.Division;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ResolvedTariff;

/// A gap with what its periods cost.
final class PricedGap {

    private final Gap gap;
    private final List<ResolvedTariff> tariffs;
    private final List<CostCurve> curves = new ArrayList<>();
    private final List<Decimal> kept = new ArrayList<>();
    private Fraction keptCost = Fraction.ZERO;

    /// @param tariffs one for each period of the gap
    PricedGap(Gap gap, List<ResolvedTariff> tariffs) {
        this.gap = gap;
        this.tariffs = tariffs;
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

    Gap gap() {
        return gap;
    }

    /// One for each period that begins before the last reading.
    List<CostCurve> curves() {
        return curves;
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
        return new Division(cost(steps).toMoneyHalfUp(), usage);
    }
}
