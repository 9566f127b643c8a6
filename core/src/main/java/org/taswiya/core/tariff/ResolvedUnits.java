package org.taswiya.core.tariff;

import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// One price, above or below zero, for each unit of all usage.
record ResolvedUnits(String code, Unit unit, Decimal price, Decimal taxRate, String clause) implements ResolvedCharge {

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedUnits(code, unit, price, taxRate, "");
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedUnits(code, unit, price, Decimal.ZERO, clause);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction usage = use.usage();
        if (usage.signum() > 0) {
            lines.add(run.line(
                    code,
                    0,
                    usage,
                    unit,
                    price,
                    taxRate,
                    run.share(usage.times(price)).toMoneyHalfUp(),
                    clause));
        }
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        // One straight line.
    }
}
