package org.taswiya.core.billing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.CostCurve.Piece;
import org.taswiya.core.billing.LeastCosts.Line;
import org.taswiya.core.quantity.Fraction;

/// The cheapest and the dearest divisions of every volume over some periods, found once and then looked up.
///
/// Which pieces of the cost curves the best divisions lie on depends on the prices of the periods and on the volume
/// alone, so all customers who have the same periods to settle share one table. Which of equally cheap divisions is
/// closest to the division by days is decided when a volume is looked up, because that division is the customer's own.
///
/// It answers as [AllocationSearch] does without limits. Costs are whole numbers of 64 bits here; what does not fit, or
/// has too many equally cheap divisions, gets no table and is searched instead.
final class DivisionTable {

    /// More periods make too many divisions equally cheap.
    static final int PERIODS_MAX = 8;

    private static final BigInteger COST_MAX = BigInteger.ONE.shiftLeft(60);

    private final List<CostCurve> curves;
    private final List<List<Line>> costs;
    private final long scale;
    private final LeastCosts cheapest;
    private final LeastCosts dearest;

    private DivisionTable(
            List<CostCurve> curves, List<List<Line>> costs, long scale, LeastCosts cheapest, LeastCosts dearest) {
        this.curves = curves;
        this.costs = costs;
        this.scale = scale;
        this.cheapest = cheapest;
        this.dearest = dearest;
    }

    /// @param curves one for each period, all reaching to the most steps that will be looked up
    /// @return null where costs do not fit or too many divisions are alike
    static @Nullable DivisionTable of(List<CostCurve> curves, long most) {
        BigInteger scale = AllocationSearch.commonDenominator(curves);
        BigInteger highest = AllocationSearch.highestSum(curves).floor().add(BigInteger.ONE);
        if (curves.size() > PERIODS_MAX || highest.multiply(scale).compareTo(COST_MAX) > 0) {
            return null;
        }
        List<List<Line>> costs = lines(curves, scale);
        LeastCosts cheapest = LeastCosts.of(costs, most);
        LeastCosts dearest = cheapest == null ? null : LeastCosts.of(lines(curves, scale.negate()), most);
        return cheapest == null || dearest == null
                ? null
                : new DivisionTable(curves, costs, scale.longValueExact(), cheapest, dearest);
    }

    private static List<List<Line>> lines(List<CostCurve> curves, BigInteger scale) {
        List<List<Line>> lines = new ArrayList<>();
        for (CostCurve curve : curves) {
            List<Line> ofCurve = new ArrayList<>();
            for (Piece piece : curve.pieces()) {
                ofCurve.add(new Line(
                        piece.first(),
                        piece.last(),
                        piece.costAtFirst().numeratorOver(scale).longValueExact(),
                        piece.costPerStep().numeratorOver(scale).longValueExact()));
            }
            lines.add(ofCurve);
        }
        return lines;
    }

    /// What the periods cost, for a search that has limits.
    List<CostCurve> curves() {
        return curves;
    }

    /// What a division costs.
    Fraction cost(long[] steps) {
        long cost = 0;
        for (int i = 0; i < steps.length; i++) {
            cost += LeastCosts.lineAt(costs.get(i), steps[i]).costAt(steps[i]);
        }
        return Fraction.of(cost, scale);
    }

    long[] cheapest(long total, long[] byDays) {
        return cheapest.closest(total, byDays);
    }

    long[] dearest(long total, long[] byDays) {
        return dearest.closest(total, byDays);
    }
}
