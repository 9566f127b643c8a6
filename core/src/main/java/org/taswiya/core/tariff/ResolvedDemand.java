package org.taswiya.core.tariff;

import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// The highest demand, in blocks. A line's quantity is the demand in its block times the months that the period counts
/// as.
///
/// @param bands in which demand counts
record ResolvedDemand(
        String code,
        Unit unit,
        DemandBands bands,
        Fraction months,
        List<ResolvedStep> steps,
        Decimal taxRate,
        String clause)
        implements ResolvedCharge {

    @Override
    public ResolvedDemand withoutClauses() {
        return new ResolvedDemand(code, unit, bands, months, steps, taxRate, "");
    }

    @Override
    public ResolvedDemand untaxed() {
        return new ResolvedDemand(code, unit, bands, months, steps, Decimal.ZERO, clause);
    }

    @Override
    public boolean isDemandNeeded() {
        return true;
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        addLines(use.highestIn(bands), run, lines);
    }

    /// Adds a line for each block that a demand reaches.
    void addLines(Fraction demand, ChargeRun run, List<ChargeLine> lines) {
        Fraction lower = Fraction.ZERO;
        for (int i = 0; lower.compareTo(demand) < 0; i++) {
            ResolvedStep step = steps.get(i);
            Fraction upper = step.end(demand);
            Fraction quantity = upper.minus(lower).times(months);
            lines.add(run.line(
                    code,
                    i + 1,
                    bands.label(),
                    quantity,
                    unit,
                    step.price(),
                    taxRate,
                    run.share(quantity.times(step.price())).toMoneyHalfUp(),
                    clause));
            lower = upper;
        }
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        addBends(Fraction.ONE, run, bends);
    }

    /// Where demand grows with the usage, that at which it reaches the end of a block; elsewhere it is the same amount
    /// at every usage.
    ///
    /// @param raised how many times the demand is billed
    void addBends(Fraction raised, ChargeRun run, List<Fraction> bends) {
        for (ResolvedStep step : steps) {
            if (step.bound() != null) {
                run.told().addReached(step.bound().dividedBy(raised), bands, bends);
            }
        }
    }
}
