package org.taswiya.core.billing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.taswiya.core.billing.CostCurve.Piece;
import org.taswiya.core.billing.Envelope.Segment;
import org.taswiya.core.quantity.Fraction;

/// Finds the cheapest or the dearest way to divide whole steps of usage over periods.
///
/// Exact, and complete: of all divisions that the limits allow. Among equally cheap ones it takes the one with the
/// least total distance from the division by days, then the one with more in the earlier period.
final class AllocationSearch {

    private final List<Envelope> periods = new ArrayList<>();
    private final List<Envelope> suffixes = new ArrayList<>();
    private final long total;

    /// @param limits what each period may get
    /// @throws ArithmeticException when the exact costs do not fit 120 bits
    private AllocationSearch(List<CostCurve> curves, List<Limit> limits, long[] byDays, long total, boolean cheapest) {
        this.total = total;
        BigInteger scale = scale(curves, cheapest);
        for (int i = 0; i < curves.size(); i++) {
            periods.add(envelope(curves.get(i), limits.get(i), byDays[i], scale));
        }
        Envelope suffix = reachable(periods.getLast(), limits.getLast());
        suffixes.add(suffix);
        for (int i = periods.size() - 2; i > 0; i--) {
            suffix = reachable(periods.get(i).joined(suffix, total), limits.get(i));
            suffixes.addFirst(suffix);
        }
    }

    /// Only the sums that the periods before leave over.
    private Envelope reachable(Envelope suffix, Limit first) {
        return suffix.within(total - first.sumBeforeMost(), total - first.sumBeforeLeast());
    }

    /// What a period may get, and what all periods before it may have got together.
    record Limit(long least, long most, long sumBeforeLeast, long sumBeforeMost) {}

    static long[] cheapest(List<CostCurve> curves, List<Limit> limits, long[] byDays, long total) {
        return new AllocationSearch(curves, limits, byDays, total, true).divide();
    }

    static long[] dearest(List<CostCurve> curves, List<Limit> limits, long[] byDays, long total) {
        return new AllocationSearch(curves, limits, byDays, total, false).divide();
    }

    /// What costs are multiplied by to make them whole numbers; negative when the dearest is looked for.
    private static BigInteger scale(List<CostCurve> curves, boolean cheapest) {
        BigInteger common = commonDenominator(curves);
        Fraction most = highestSum(curves);
        if (most.floor().add(BigInteger.ONE).multiply(common).compareTo(Cost.MAX) > 0) {
            throw new ArithmeticException("Costs up to " + most.toText(2) + " are too large to compare exactly");
        }
        return cheapest ? common : common.negate();
    }

    /// The least whole number that makes all costs whole.
    static BigInteger commonDenominator(List<CostCurve> curves) {
        BigInteger common = BigInteger.ONE;
        for (CostCurve curve : distinct(curves)) {
            for (Piece piece : curve.pieces()) {
                common = lcm(common, piece.costAtFirst().reducedDenominator());
                common = lcm(common, piece.costPerStep().reducedDenominator());
            }
        }
        return common;
    }

    /// Periods that cost alike share a curve, and then it stands once.
    private static Set<CostCurve> distinct(List<CostCurve> curves) {
        Set<CostCurve> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(curves);
        return distinct;
    }

    /// No division costs more than this.
    static Fraction highestSum(List<CostCurve> curves) {
        Fraction most = Fraction.ONE;
        for (CostCurve curve : curves) {
            Fraction highest = Fraction.ZERO;
            for (Piece piece : curve.pieces()) {
                highest = highest.max(curve.at(piece.first())).max(curve.at(piece.last()));
            }
            most = most.plus(highest);
        }
        return most;
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        if (a.bitLength() < Long.SIZE / 2 && b.bitLength() < Long.SIZE / 2) {
            long small = b.longValueExact();
            return a.longValueExact() % small == 0 ? a : a.multiply(b.divide(a.gcd(b)));
        }
        return a.divide(a.gcd(b)).multiply(b);
    }

    private static Envelope envelope(CostCurve curve, Limit limit, long byDays, BigInteger scale) {
        List<Segment> segments = new ArrayList<>();
        for (Piece piece : curve.pieces()) {
            Segment whole = new Segment(
                    piece.first(),
                    piece.last(),
                    Cost.of(piece.costAtFirst().numeratorOver(scale)),
                    Cost.of(piece.costPerStep().numeratorOver(scale)),
                    byDays - piece.first(),
                    -1);
            long turn = Math.min(piece.last(), byDays);
            if (piece.first() <= turn) {
                segments.add(whole.upTo(turn));
            }
            if (turn < piece.last()) {
                long start = Math.max(piece.first(), turn + 1);
                Segment beyond = whole.from(start);
                segments.add(new Segment(start, piece.last(), beyond.cost(), beyond.costPerStep(), start - byDays, 1));
            }
        }
        return new Envelope(segments).within(limit.least(), limit.most());
    }

    private long[] divide() {
        long[] steps = new long[periods.size()];
        long left = total;
        for (int i = 0; i < steps.length - 1; i++) {
            steps[i] = best(periods.get(i), suffixes.get(i), left);
            left -= steps[i];
        }
        steps[steps.length - 1] = left;
        return steps;
    }

    /// The most steps for a period among those that make the least of it and all periods after it together.
    private static long best(Envelope period, Envelope after, long left) {
        long best = -1;
        Cost bestCost = Cost.ZERO;
        long bestDistance = Long.MAX_VALUE;
        for (Segment own : period.segments()) {
            for (Segment rest : after.segments()) {
                long first = Math.max(own.first(), left - rest.last());
                long last = Math.min(own.last(), left - rest.first());
                if (first > last) {
                    continue;
                }
                for (long step : new long[] {last, first}) {
                    Cost cost = own.costAt(step).plus(rest.costAt(left - step));
                    int order = best < 0 ? -1 : cost.compareTo(bestCost);
                    long distance = own.distanceAt(step) + rest.distanceAt(left - step);
                    boolean closer = distance < bestDistance || (distance == bestDistance && step > best);
                    boolean better = order < 0 || (order == 0 && closer);
                    if (better) {
                        best = step;
                        bestCost = cost;
                        bestDistance = distance;
                    }
                }
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("No division of " + left + " steps keeps the limits");
        }
        return best;
    }
}
