package org.taswiya.core.tariff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// What is taken off other charges. A line's price is below zero; its quantity is what they come to, or how much of the
/// time of an amount is used up.
///
/// @param count the days, months or years that the period counts as; null where a share is taken off
/// @param unit of the count, or of money
/// @param isBounded whether no more is taken off than the charges come to
/// @param where what has to be 1; null where everybody has it
record ResolvedDiscount(
        String code,
        ChargedSum of,
        Decimal off,
        @Nullable Fraction count,
        Unit unit,
        boolean isBounded,
        @Nullable Determinant where,
        Decimal taxRate,
        String clause)
        implements ResolvedCharge {

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedDiscount(code, of.withoutClauses(), off, count, unit, isBounded, where, taxRate, "");
    }

    @Override
    public boolean isOfShares() {
        return of.isOfShares();
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedDiscount(code, of, off, count, unit, isBounded, where, Decimal.ZERO, clause);
    }

    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        if (where != null) {
            Fraction told = use.others().get(where);
            if (told == null || !(told.equals(Fraction.ZERO) || told.equals(Fraction.ONE))) {
                return Optional.of(new DeterminantGap(code, where, told, "0 or 1"));
            }
        }
        return of.gap(use);
    }

    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        if (where != null && use.told(where).signum() == 0) {
            return;
        }
        Fraction quantity = quantity(of.of(use, run));
        if (quantity.signum() != 0) {
            lines.add(run.line(
                    code,
                    0,
                    quantity,
                    unit,
                    off.negated(),
                    taxRate,
                    run.share(quantity.times(off)).negated().toMoneyHalfUp(),
                    clause));
        }
    }

    private Fraction quantity(Fraction sum) {
        Fraction left = isBounded ? sum.max(Fraction.ZERO) : sum;
        if (count == null) {
            return left;
        }
        return isBounded ? count.min(left.dividedBy(Fraction.of(off))).reduced() : count;
    }

    /// It bends besides where there is nothing left to take off, and where there is as much as it takes.
    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        of.addBends(run, bends);
        if (isBounded) {
            of.addCrossings(run, use -> of.of(use, run), bends);
        }
        if (isBounded && count != null) {
            of.addCrossings(run, use -> of.of(use, run).minus(count.times(off)), bends);
        }
    }
}
