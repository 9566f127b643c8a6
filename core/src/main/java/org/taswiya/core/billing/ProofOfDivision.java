package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Proof.Division;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ResolvedTariff;

/// Prices every way to divide the volume of a gap over its periods, and shows the two ends.
///
/// Over one period there is nothing to search; where many customers share their periods the ends are looked up; any
/// other gap is searched by itself.
final class ProofOfDivision {

    private final Gap gap;
    private final List<ResolvedTariff> tariffs;
    private final SharedPrices prices;

    /// @param tariffs one for each period of the gap
    ProofOfDivision(Gap gap, List<ResolvedTariff> tariffs, SharedPrices prices) {
        this.gap = gap;
        this.tariffs = tariffs;
        this.prices = prices;
    }

    /// The cheapest division in which no period moves from its share by days by more than the tolerance.
    long[] favourable(Decimal tolerance) {
        long[] byDays = gap.byDays();
        List<AllocationSearch.Limit> limits = new ArrayList<>();
        for (int i = 0; i < byDays.length; i++) {
            long move = gap.mostMoved(i, byDays[i], tolerance);
            limits.add(gap.limit(i, byDays[i] - move, byDays[i] + move));
        }
        DivisionTable table = table();
        List<CostCurve> curves = table == null ? new PricedGap(gap, tariffs).curves() : table.curves();
        return AllocationSearch.cheapest(curves, limits, byDays, gap.totalSteps());
    }

    /// Null where it takes a search.
    private @Nullable DivisionTable table() {
        return gap.keepsNothing() ? prices.divisions(tariffs, gap.decimals(), gap.totalSteps()) : null;
    }

    /// What the division that was used would have cost otherwise, readings inside the gap left aside.
    Proof of(long[] steps) {
        DivisionTable table = table();
        if (gap.hasOnePeriod()) {
            Decimal usage = gap.kept(0).plus(Decimal.ofSteps(steps[0], gap.decimals()));
            return ofOnePeriod(
                    usage, table == null ? tariffs.getFirst().unroundedTotal(Fraction.of(usage)) : table.cost(steps));
        }
        return table == null ? searched(steps) : lookedUp(steps, table);
    }

    private static Proof ofOnePeriod(Decimal usage, Fraction cost) {
        Money total = cost.toMoneyHalfUp();
        Division only = new Division(total, List.of(usage));
        return new Proof(total, total, only, only);
    }

    private Proof lookedUp(long[] steps, DivisionTable table) {
        long total = gap.totalSteps();
        long[] byDays = gap.withoutReadingsInside().byDays();
        return new Proof(
                table.cost(steps).toMoneyHalfUp(),
                table.cost(lump(steps.length, total)).toMoneyHalfUp(),
                division(table.cheapest(total, byDays), table),
                division(table.dearest(total, byDays), table));
    }

    private Division division(long[] steps, DivisionTable table) {
        Decimal[] usage = new Decimal[steps.length];
        for (int i = 0; i < steps.length; i++) {
            usage[i] = Decimal.ofSteps(steps[i], gap.decimals());
        }
        return new Division(table.cost(steps).toMoneyHalfUp(), List.of(usage));
    }

    private static long[] lump(int periods, long total) {
        long[] lump = new long[periods];
        lump[periods - 1] = total;
        return lump;
    }

    /// Readings inside the gap may put less than a step of usage into periods before the last, which no other division
    /// does. Should that be cheaper or dearer than all others, the division that was used is itself the end.
    private Proof searched(long[] steps) {
        PricedGap used = new PricedGap(gap, tariffs);
        PricedGap whole = gap.hasReadingsInside() ? new PricedGap(gap.withoutReadingsInside(), tariffs) : used;
        long total = whole.gap().totalSteps();
        long[] byDays = whole.gap().byDays();
        List<AllocationSearch.Limit> limits = new ArrayList<>();
        for (int i = 0; i < byDays.length; i++) {
            limits.add(new AllocationSearch.Limit(0, total, 0, total));
        }
        Fraction cost = used.cost(steps);
        long[] cheapest = AllocationSearch.cheapest(whole.curves(), limits, byDays, total);
        long[] dearest = AllocationSearch.dearest(whole.curves(), limits, byDays, total);
        return new Proof(
                cost.toMoneyHalfUp(),
                whole.division(lump(byDays.length, total)).total(),
                cost.compareTo(whole.cost(cheapest)) < 0 ? used.division(steps) : whole.division(cheapest),
                cost.compareTo(whole.cost(dearest)) > 0 ? used.division(steps) : whole.division(dearest));
    }
}
