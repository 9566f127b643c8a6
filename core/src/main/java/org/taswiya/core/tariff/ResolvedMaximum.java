package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// What takes other charges down to a maximum. Its quantity is the part of the maximum that is too much, its price is
/// below zero.
///
/// @param count the days, months or years that the period counts as; null where the maximum is for a unit of usage
/// @param maximum above zero
record ResolvedMaximum(
        String code,
        ChargedSum of,
        @Nullable Fraction count,
        Unit unit,
        Decimal maximum,
        Decimal taxRate,
        String clause)
        implements ResolvedCharge {

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedMaximum(code, of.withoutClauses(), count, unit, maximum, taxRate, "");
    }

    @Override
    public boolean isOfShares() {
        return of.isOfShares();
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedMaximum(code, of, count, unit, maximum, Decimal.ZERO, clause);
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return of.gap(use);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        Fraction excess = excess(use, run);
        if (excess.signum() > 0) {
            lines.add(run.line(
                    code,
                    0,
                    excess.dividedBy(Fraction.of(maximum)).reduced(),
                    unit,
                    maximum.negated(),
                    taxRate,
                    run.share(excess).negated().toMoneyHalfUp(),
                    clause));
        }
    }

    private Fraction excess(BillDeterminants use, ChargeRun run) {
        Fraction most = count == null ? use.usage() : count;
        return of.of(use, run).minus(most.times(maximum));
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        of.addCrossings(run, use -> excess(use, run), bends);
    }
}
