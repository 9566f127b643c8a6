package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationSearch.Limit;
import org.taswiya.core.billing.CostCurve.Piece;
import org.taswiya.core.metering.Allocation;
import org.taswiya.core.quantity.Fraction;

/// The search over pieces finds what trying every division one by one finds: cost, distance from days, earliest most.
class AllocationSearchLaws {

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void agreesWithTryingEveryDivision(@ForAll long seed) {
        Random random = new Random(seed);
        int periods = 1 + random.nextInt(4);
        long total = random.nextInt(periods == 4 ? 15 : 28);
        List<CostCurve> curves = new ArrayList<>();
        CostCurve shared = curve(random, total);
        for (int i = 0; i < periods; i++) {
            curves.add(random.nextBoolean() ? shared : curve(random, total));
        }
        long[] weights = new long[periods];
        Arrays.setAll(weights, i -> 28 + random.nextInt(4));
        long[] byDays = Allocation.byWeights(total, weights);
        List<Limit> limits = limits(random, byDays, total);
        assertThat(AllocationSearch.cheapest(curves, limits, byDays, total))
                .isEqualTo(new Trial(curves, limits, byDays, 1).best(total));
        assertThat(AllocationSearch.dearest(curves, limits, byDays, total))
                .isEqualTo(new Trial(curves, limits, byDays, -1).best(total));
    }

    /// One table answers for every volume up to its own.
    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void aTableAgreesWithTryingEveryDivision(@ForAll long seed) {
        Random random = new Random(seed);
        int periods = 1 + random.nextInt(4);
        long most = periods == 4 ? 15 : 28;
        List<CostCurve> curves = new ArrayList<>();
        CostCurve shared = curve(random, most);
        for (int i = 0; i < periods; i++) {
            curves.add(random.nextInt(3) > 0 ? shared : curve(random, most));
        }
        DivisionTable table = Objects.requireNonNull(DivisionTable.of(curves, most));
        for (long total : new long[] {random.nextInt((int) most), most}) {
            long[] weights = new long[periods];
            Arrays.setAll(weights, i -> 28 + random.nextInt(4));
            long[] byDays = Allocation.byWeights(total, weights);
            List<Limit> limits = new ArrayList<>();
            for (int i = 0; i < periods; i++) {
                limits.add(new Limit(0, total, 0, total));
            }
            assertThat(table.cheapest(total, byDays)).isEqualTo(new Trial(curves, limits, byDays, 1).best(total));
            assertThat(table.dearest(total, byDays)).isEqualTo(new Trial(curves, limits, byDays, -1).best(total));
        }
    }

    /// Pieces that jump up or down and bend either way, as tariffs with caps, discounts and selective blocks do.
    private static CostCurve curve(Random random, long total) {
        List<Piece> pieces = new ArrayList<>();
        Fraction cost = Fraction.of(random.nextInt(5));
        long first = 0;
        while (first <= total) {
            long last = Math.min(total, first + random.nextInt(9));
            Fraction slope = Fraction.of(random.nextInt(4), 1 + random.nextInt(3));
            pieces.add(new Piece(first, last, cost, first == last ? Fraction.ZERO : slope));
            cost = cost.plus(slope.times(Fraction.of(last - first))).plus(Fraction.of(random.nextInt(7) - 2));
            first = last + 1;
        }
        return new CostCurve(pieces);
    }

    /// Either anything goes, or periods near their share by days and a reading somewhere inside.
    private static List<Limit> limits(Random random, long[] byDays, long total) {
        boolean free = random.nextBoolean();
        int move = random.nextInt(6);
        int slack = random.nextInt(4);
        List<Limit> limits = new ArrayList<>();
        long before = 0;
        for (long share : byDays) {
            limits.add(
                    free
                            ? new Limit(0, total, 0, total)
                            : new Limit(
                                    Math.max(0, share - move),
                                    share + move,
                                    Math.max(0, before - slack),
                                    before + slack));
            before += share;
        }
        return limits;
    }

    /// Tries every division.
    private static final class Trial {
        private final List<CostCurve> curves;
        private final List<Limit> limits;
        private final long[] byDays;
        private final int sign;
        private long @Nullable [] best;
        private Fraction bestCost = Fraction.ZERO;
        private long bestDistance;

        Trial(List<CostCurve> curves, List<Limit> limits, long[] byDays, int sign) {
            this.curves = curves;
            this.limits = limits;
            this.byDays = byDays;
            this.sign = sign;
        }

        long[] best(long total) {
            place(new long[curves.size()], 0, total, total);
            return Objects.requireNonNull(best);
        }

        private void place(long[] steps, int period, long left, long total) {
            Limit limit = limits.get(period);
            long before = total - left;
            if (before < limit.sumBeforeLeast() || before > limit.sumBeforeMost()) {
                return;
            }
            boolean last = period == steps.length - 1;
            for (long step = last ? left : 0; step <= left; step++) {
                if (step >= limit.least() && step <= limit.most()) {
                    steps[period] = step;
                    if (last) {
                        judge(steps);
                    } else {
                        place(steps, period + 1, left - step, total);
                    }
                }
            }
        }

        private void judge(long[] steps) {
            Fraction cost = Fraction.ZERO;
            long distance = 0;
            for (int i = 0; i < steps.length; i++) {
                cost = cost.plus(curves.get(i).at(steps[i]));
                distance += Math.abs(steps[i] - byDays[i]);
            }
            int order = best == null ? -1 : sign * Integer.signum(cost.compareTo(bestCost));
            if (order == 0) {
                order = Long.compare(distance, bestDistance);
            }
            if (order == 0) {
                order = Arrays.compare(best, steps);
            }
            if (order < 0) {
                best = steps.clone();
                bestCost = cost;
                bestDistance = distance;
            }
        }
    }
}
