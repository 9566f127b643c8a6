package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ChargeLine.DayShare;

/// What some charges of the same days come to for the whole period, before tax and before rounding.
///
/// @param charges of which it is, untaxed: a change of their taxes does not change it
/// @param codes of the lines that count, for a charge may have those of its followers beside its own; empty where all
///     do
record ChargedSum(List<ResolvedCharge> charges, Set<String> codes) {
    ChargedSum {
        charges = charges.stream().map(ResolvedCharge::untaxed).toList();
        codes = Set.copyOf(codes);
    }

    ChargedSum withoutClauses() {
        return new ChargedSum(
                charges.stream().map(ResolvedCharge::withoutClauses).toList(), codes);
    }

    /// @param run on whose days they are charged
    Fraction of(BillDeterminants use, ChargeRun run) {
        List<ChargeLine> lines = new ArrayList<>();
        charges.forEach(
                charge -> ChargeRun.of(charge, run.range(), (DayShare) null).addLines(use, lines));
        Fraction sum = Fraction.ZERO;
        for (ChargeLine line : lines) {
            if (codes.isEmpty() || codes.contains(line.component())) {
                sum = sum.plus(line.unrounded());
            }
        }
        return sum.reduced();
    }

    boolean isOfShares() {
        return charges.stream().anyMatch(ResolvedCharge::isOfShares);
    }

    Optional<DeterminantGap> gap(BillDeterminants use) {
        return charges.stream().flatMap(charge -> charge.gap(use).stream()).findFirst();
    }

    /// Adds the usages at which the sum jumps or changes its slope, for it may be all that another charge hangs on.
    void addBends(ChargeRun run, List<Fraction> bends) {
        bends.addAll(bends(run));
    }

    private SortedSet<Fraction> bends(ChargeRun run) {
        List<Fraction> all = new ArrayList<>();
        charges.forEach(charge -> charge.addBends(run, all));
        return new TreeSet<>(all);
    }

    /// Adds the same, and the usages at which an amount that hangs on the sum crosses zero. Between two bends of the
    /// sum it is a straight line.
    ///
    /// @param amountOf what is used
    void addCrossings(ChargeRun run, Function<BillDeterminants, Fraction> amountOf, List<Fraction> bends) {
        UnaryOperator<Fraction> amount = usage -> amountOf.apply(run.told().of(usage));
        SortedSet<Fraction> inner = bends(run);
        bends.addAll(inner);
        addCrossings(inner, amount, bends);
    }

    /// Adds the usages at which an amount crosses zero.
    ///
    /// @param inner between which it is a straight line, in order
    static void addCrossings(Collection<Fraction> inner, UnaryOperator<Fraction> amount, List<Fraction> bends) {
        Fraction lower = Fraction.ZERO;
        for (Fraction upper : inner) {
            if (upper.compareTo(lower) > 0) {
                crossing(lower, upper, amount)
                        .filter(crossing -> crossing.compareTo(upper) <= 0)
                        .ifPresent(bends::add);
                lower = upper;
            }
        }
        crossing(lower, lower.plus(Fraction.ONE), amount).ifPresent(bends::add);
    }

    /// Where the line through two usages of a piece crosses zero, if it is above the begin of the piece.
    private static Optional<Fraction> crossing(Fraction lower, Fraction upper, UnaryOperator<Fraction> amount) {
        Fraction middle = lower.plus(upper).times(Fraction.of(1, 2));
        Fraction atMiddle = amount.apply(middle);
        Fraction slope = amount.apply(upper).minus(atMiddle).dividedBy(upper.minus(middle));
        return Optional.of(slope)
                .filter(some -> some.signum() != 0)
                .map(some -> middle.minus(atMiddle.dividedBy(some)).reduced())
                .filter(crossing -> crossing.compareTo(lower) > 0);
    }
}
