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
    private final List<ResolvedTariff> tariffs;

    /// @param tariffs one for each period of the gap
    ProofOfDivision(Gap gap, List<ResolvedTariff> tariffs) {
        this.gap = gap;
        this.tariffs = tariffs;
    }

    /// The cheapest division in which no period moves from its share by days by more than the tolerance.
    long[] favourable(Decimal tolerance) {
        long[] byDays = gap.byDays();
        List<AllocationSearch.Limit> limits = new ArrayList<>();
        for (int i = 0; i < byDays.length; i++) {
            long move = Fraction.of(byDays[i]).times(tolerance).floor().longValueExact();
            limits.add(gap.limit(i, byDays[i] - move, byDays[i] + move));
        }
        return AllocationSearch.cheapest(curves(gap), limits, byDays, gap.totalSteps());
    }

    /// What the division that was used would have cost otherwise, readings inside the gap left aside.
    ///
    /// Those readings may put less than a step of usage into periods before the last, which no other division does.
    /// Should that be cheaper or dearer than all others, the division that was used is itself the end.
    Proof of(long[] steps) {
        Gap whole = gap.withoutReadingsInside();
        long total = whole.totalSteps();
        long[] byDays = whole.byDays();
        List<AllocationSearch.Limit> limits = new ArrayList<>();
        for (int i = 0; i < byDays.length; i++) {
            limits.add(new AllocationSearch.Limit(0, total, 0, total));
        }
        long[] lump = new long[byDays.length];
        lump[lump.length - 1] = total;

        List<CostCurve> curves = curves(whole);
        Priced used = priced(gap, steps);
        Priced cheapest = priced(whole, AllocationSearch.cheapest(curves, limits, byDays, total));
        Priced dearest = priced(whole, AllocationSearch.dearest(curves, limits, byDays, total));
        return new Proof(
                used.division().total(),
                priced(whole, lump).division().total(),
                (used.cost.compareTo(cheapest.cost) < 0 ? used : cheapest).division(),
                (used.cost.compareTo(dearest.cost) > 0 ? used : dearest).division());
    }

    private List<CostCurve> curves(Gap divided) {
        List<CostCurve> curves = new ArrayList<>();
        for (int i = 0; i < divided.measuredPeriods(); i++) {
            curves.add(CostCurve.of(
                    tariffs.get(i), Fraction.of(divided.kept(i)), divided.decimals(), divided.totalSteps()));
        }
        return curves;
    }

    private Priced priced(Gap divided, long[] steps) {
        Fraction cost = Fraction.ZERO;
        List<Decimal> usages = new ArrayList<>();
        for (int i = 0; i < divided.periods(); i++) {
            Decimal usage = divided.kept(i);
            if (i < steps.length) {
                usage = usage.plus(Decimal.ofSteps(steps[i], divided.decimals()));
            }
            cost = cost.plus(tariffs.get(i).unroundedTotal(Fraction.of(usage)));
            usages.add(usage);
        }
        return new Priced(cost, usages);
    }

    /// One way to divide the volume and its exact cost.
    private record Priced(Fraction cost, List<Decimal> usage) {

        Division division() {
            return new Division(cost.toMoney(RoundingMode.HALF_UP), usage);
        }
    }
}
