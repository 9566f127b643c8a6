package org.taswiya.laws.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.laws.reference.ReferenceAllocation.Cell;
import org.taswiya.laws.reference.ReferenceAllocation.Search;
import org.taswiya.laws.reference.ReferenceMeasurement.Interval;

/// Divides the volume of a gap over its periods, by policy and for the proof: `exact.md` 10 and 11.
final class ReferenceDivision {

    private final ReferenceGap gap;
    private final int periods;
    private final int measured;

    ReferenceDivision(ReferenceGap gap) {
        this.gap = gap;
        this.periods = gap.periods.size();
        this.measured = gap.within(gap.whole()).size();
    }

    /// The usage of every period, kept estimates included.
    Ratio[] allocated() {
        boolean byEstimates = gap.input.allocation() instanceof AllocationPolicy.EstimateShape;
        Ratio[] result = zeros();
        for (Interval interval : gap.intervals) {
            DateRange range = interval.range();
            List<Integer> within = gap.within(range);
            List<Ratio> days =
                    within.stream().map(period -> gap.days(period, range)).toList();
            List<Ratio> weights = byEstimates
                    ? within.stream().map(period -> gap.estimate(period, range)).toList()
                    : days;
            long[] parts = ReferenceAllocation.byWeights(gap.steps(interval.usage()), weights, days);
            for (int i = 0; i < parts.length; i++) {
                add(result, within.get(i), gap.usage(parts[i]));
            }
        }
        if (gap.input.allocation() instanceof AllocationPolicy.Favourable favourable) {
            result = favourable(Ratio.of(favourable.tolerance()), result);
        }
        Ratio[] own = own();
        for (int i = 0; i < periods; i++) {
            add(result, i, own[i]);
        }
        return result;
    }

    private Ratio[] zeros() {
        Ratio[] result = new Ratio[periods];
        Arrays.fill(result, Ratio.ZERO);
        return result;
    }

    private static void add(Ratio[] usage, int period, Ratio part) {
        usage[period] = usage[period].plus(part);
    }

    /// What no policy moves: kept estimates, and what of an interval is finer than a step, in its last part.
    private Ratio[] own() {
        Ratio[] own = kept();
        for (Interval interval : gap.intervals) {
            add(own, gap.within(interval.range()).getLast(), gap.leftover(interval.usage()));
        }
        return own;
    }

    private Ratio[] kept() {
        Ratio[] kept = zeros();
        for (int i = 0; i < periods; i++) {
            kept[i] = gap.kept(i);
        }
        return kept;
    }

    private Ratio[] favourable(Ratio tolerance, Ratio[] byDays) {
        List<Cell> cells = new ArrayList<>();
        long[] steps = new long[gap.intervals.size()];
        for (int i = 0; i < steps.length; i++) {
            Interval interval = gap.intervals.get(i);
            steps[i] = gap.steps(interval.usage());
            for (int period : gap.within(interval.range())) {
                cells.add(new Cell(i, period));
            }
        }
        long[] days = new long[measured];
        long[] least = new long[measured];
        long[] most = new long[measured];
        for (int i = 0; i < measured; i++) {
            days[i] = gap.steps(byDays[i]);
            Ratio share = byDays[i].plus(own()[i].minus(kept()[i]));
            long move = share.times(tolerance).over(gap.usage(1)).floor().longValueExact();
            least[i] = days[i] - move;
            most[i] = days[i] + move;
        }
        CostTable costs = new CostTable(Arrays.stream(steps).sum(), own());
        return usages(new Search(cells, steps, days, least, most, costs).best(), zeros());
    }

    /// The proof of a division that was used.
    ReferenceSettlement.Evidence proof(Ratio[] used) {
        Ratio volume = gap.volume();
        long steps = gap.steps(volume);
        Ratio[] own = kept();
        add(own, measured - 1, gap.leftover(volume));
        long[] lump = new long[measured];
        lump[measured - 1] = steps;
        BigDecimal monthWise = total(used).halfUp(2);
        BigDecimal lumpTotal = total(usages(lump, own)).halfUp(2);
        if (steps > ReferenceSettlement.STEPS_MAX) {
            return new ReferenceSettlement.Evidence(monthWise, lumpTotal, Optional.empty(), Optional.empty());
        }
        CostTable costs = new CostTable(steps, own);
        Ratio[] cheapest = usages(search(steps, costs), own);
        Ratio[] dearest = usages(search(steps, costs.negated()), own);
        return new ReferenceSettlement.Evidence(
                monthWise,
                lumpTotal,
                Optional.of(division(total(used).compareTo(total(cheapest)) < 0 ? used : cheapest)),
                Optional.of(division(total(used).compareTo(total(dearest)) > 0 ? used : dearest)));
    }

    private long[] search(long steps, ReferenceAllocation.Cost cost) {
        List<Cell> cells = new ArrayList<>();
        List<Ratio> days = new ArrayList<>();
        for (int i = 0; i < measured; i++) {
            cells.add(new Cell(0, i));
            days.add(gap.days(i, gap.whole()));
        }
        long[] byDays = ReferenceAllocation.byWeights(steps, days, days);
        long[] least = new long[measured];
        long[] most = new long[measured];
        Arrays.fill(most, steps);
        return new Search(cells, new long[] {steps}, byDays, least, most, cost).best();
    }

    private Ratio[] usages(long[] parts, Ratio[] own) {
        Ratio[] result = own.clone();
        for (int i = 0; i < measured; i++) {
            add(result, i, gap.usage(parts[i]));
        }
        return result;
    }

    private ReferenceSettlement.Division division(Ratio[] usages) {
        return new ReferenceSettlement.Division(total(usages).halfUp(2), List.of(usages));
    }

    private Ratio total(Ratio[] usages) {
        Ratio sum = Ratio.ZERO;
        for (int i = 0; i < usages.length; i++) {
            sum = sum.plus(gap.total(i, usages[i]));
        }
        return sum;
    }

    /// Unrounded costs of every number of steps in every period, on top of its own, over one denominator.
    private final class CostTable implements ReferenceAllocation.Cost {
        private final BigInteger[][] costs;

        CostTable(long steps, Ratio[] own) {
            Ratio[][] exact = new Ratio[measured][(int) steps + 1];
            BigInteger common = BigInteger.ONE;
            for (int i = 0; i < measured; i++) {
                for (int part = 0; part <= steps; part++) {
                    exact[i][part] = gap.total(i, gap.usage(part).plus(own[i]));
                    BigInteger other = exact[i][part].denominator();
                    common = common.multiply(other).divide(common.gcd(other));
                }
            }
            Ratio denominator = new Ratio(common, BigInteger.ONE);
            costs = new BigInteger[measured][(int) steps + 1];
            for (int i = 0; i < measured; i++) {
                for (int part = 0; part <= steps; part++) {
                    costs[i][part] = exact[i][part].times(denominator).numerator();
                }
            }
        }

        @Override
        public BigInteger of(int period, long steps) {
            return costs[period][(int) steps];
        }

        ReferenceAllocation.Cost negated() {
            return (period, steps) -> of(period, steps).negate();
        }
    }
}
