package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// A percentage of other charges. A line's quantity is what they come to, its price the rate.
record ResolvedRider(String code, ChargedSum of, Decimal rate, Decimal taxRate, String clause)
        implements ResolvedCharge {

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedRider(code, of.withoutClauses(), rate, taxRate, "");
    }

    @Override
    public boolean isOfShares() {
        return of.isOfShares();
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedRider(code, of, rate, Decimal.ZERO, clause);
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return of.gap(use);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction sum = of.of(use, run);
        if (sum.signum() != 0) {
            lines.add(run.line(
                    code,
                    0,
                    sum,
                    Unit.MONEY,
                    rate,
                    taxRate,
                    run.share(sum.times(rate)).toMoneyHalfUp(),
                    clause));
        }
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        of.addBends(run, bends);
    }
}
