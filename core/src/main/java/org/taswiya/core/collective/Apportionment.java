package org.taswiya.core.collective;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.taswiya.core.collective.ApportionmentOutcome.Apportioned;
import org.taswiya.core.collective.ApportionmentOutcome.Refused;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What each sub-meter bears of a bill.
///
/// @param total of the bill, tax included; below zero for one in the customer's favour
/// @param main what the main meter counted
/// @param common of that, what no sub-meter counted
/// @param parts by usage point
/// @param leftOver minor units that rounding left, a part of those that `parts` bear: one each, see [Part#hasLeftOver]
public record Apportionment(Money total, Fraction main, Fraction common, List<Part> parts, long leftOver) {
    private static final Comparator<Part> BY_POINT = Comparator.comparing(Part::usagePoint);

    public Apportionment {
        parts = List.copyOf(parts);
    }

    /// What one bears.
    ///
    /// @param own what its sub-meter counted, in the unit of the main meter
    /// @param ofCommon its share of the common part, in the same unit
    /// @param amount of the bill's total, with tax
    /// @param hasLeftOver whether a minor unit of it is one that rounding left
    public record Part(String usagePoint, Fraction own, Fraction ofCommon, Money amount, boolean hasLeftOver) {
        public Fraction quantity() {
            return own.plus(ofCommon);
        }
    }

    /// Shares a bill out.
    ///
    /// The common part is divided by shares. The total is divided by quantity (by shares where nothing was used), each
    /// amount rounded towards zero; the minor units that are left go one each to those who lost most by it, of equals
    /// to the first by usage point.
    ///
    /// @param main zero or more
    /// @param subs each usage point once, in any order
    public static ApportionmentOutcome of(Money total, Fraction main, List<SubUse> subs) {
        if (subs.isEmpty()) {
            return new Refused(ApportionmentReason.NO_SUB_METERS, "there is nobody to share the bill out to");
        }
        requireOnce(subs);
        Fraction own = sum(subs.stream().map(SubUse::own).toList());
        Fraction shares = sum(subs.stream().map(SubUse::share).toList());
        Fraction common = main.minus(own);
        if (common.signum() < 0) {
            return new Refused(
                    ApportionmentReason.SUBS_ABOVE_MAIN,
                    "the sub-meters counted " + own.toCanonicalText(3) + ", the main meter " + main.toCanonicalText(3)
                            + "; check the readings and which sub-meters stand behind it");
        }
        if (shares.signum() == 0 && (common.signum() > 0 || main.signum() == 0)) {
            return new Refused(
                    ApportionmentReason.NO_SHARES,
                    "no sub-meter has a share of the common part of " + common.toCanonicalText(3)
                            + "; give at least one of them a share");
        }
        return new Apportioned(shared(total, main, common, shares, subs));
    }

    private static void requireOnce(List<SubUse> subs) {
        Set<String> seen = new HashSet<>();
        subs.forEach(sub -> {
            if (!seen.add(sub.usagePoint())) {
                throw new IllegalArgumentException(sub.usagePoint() + " is there twice");
            }
        });
    }

    private static Fraction sum(List<Fraction> parts) {
        return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /// What one would bear exactly, and what rounding takes from it.
    private record Exact(Part part, Fraction lost) {}

    private static Apportionment shared(
            Money total, Fraction main, Fraction common, Fraction shares, List<SubUse> subs) {
        List<Exact> exact = new ArrayList<>();
        long left = total.minorUnits();
        for (SubUse sub : subs) {
            Fraction ofShares =
                    shares.signum() == 0 ? Fraction.ZERO : sub.share().dividedBy(shares);
            Fraction ofCommon = common.times(ofShares);
            Fraction ofTotal =
                    main.signum() == 0 ? ofShares : sub.own().plus(ofCommon).dividedBy(main);
            Fraction bears = total.toFraction().times(ofTotal);
            Money amount = bears.toMoney(RoundingMode.DOWN);
            left -= amount.minorUnits();
            Fraction lost = bears.minus(amount.toFraction());
            exact.add(new Exact(
                    new Part(sub.usagePoint(), sub.own(), ofCommon, amount, false),
                    lost.signum() < 0 ? lost.negated() : lost));
        }
        return new Apportionment(total, main, common, withLeft(exact, left), Math.abs(left));
    }

    private static List<Part> withLeft(List<Exact> exact, long left) {
        Money unit = Money.ofMinor(Long.signum(left));
        List<Exact> byLoss = exact.stream()
                .sorted(Comparator.comparing(Exact::lost, Comparator.reverseOrder())
                        .thenComparing(Exact::part, BY_POINT))
                .toList();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < byLoss.size(); i++) {
            Part part = byLoss.get(i).part();
            parts.add(
                    i < Math.abs(left)
                            ? new Part(
                                    part.usagePoint(),
                                    part.own(),
                                    part.ofCommon(),
                                    part.amount().plus(unit),
                                    true)
                            : part);
        }
        parts.sort(BY_POINT);
        return parts;
    }
}
