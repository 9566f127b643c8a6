package org.taswiya.laws;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.SettlementOutcome;
import org.taswiya.core.billing.SettlementOutcome.HeldSettlement;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.TaxLine;
import org.taswiya.laws.reference.Ratio;
import org.taswiya.laws.reference.ReferenceRating.Line;
import org.taswiya.laws.reference.ReferenceRating.Rated;
import org.taswiya.laws.reference.ReferenceRating.TaxRow;
import org.taswiya.laws.reference.ReferenceSettlement.Answer;
import org.taswiya.laws.reference.ReferenceSettlement.Division;
import org.taswiya.laws.reference.ReferenceSettlement.Evidence;
import org.taswiya.laws.reference.ReferenceSettlement.SettledPeriod;
import org.taswiya.laws.reference.Sums;

/// What core answers, in the reference's words, so that the two can be compared part by part.
final class AsReference {

    private AsReference() {}

    static Ratio ratio(Fraction fraction) {
        String[] parts = fraction.toString().split("/", 2);
        return new Ratio(new BigInteger(parts[0]), parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
    }

    /// The reference's number as core's.
    static Fraction fraction(Ratio ratio) {
        return Fraction.of(
                ratio.numerator().longValueExact(), ratio.denominator().longValueExact());
    }

    /// What the lines of a component come to before they are rounded.
    static Ratio unrounded(Rating rating, String component) {
        return rating.lines().stream()
                .filter(line -> line.component().equals(component))
                .map(line -> ratio(line.unrounded()))
                .reduce(Ratio.ZERO, Ratio::plus);
    }

    /// What a quantity costs block by block, each block at its own price.
    static Ratio ladder(List<BlockTier> tiers, Ratio quantity) {
        Ratio sum = Ratio.ZERO;
        Ratio lower = Ratio.ZERO;
        for (BlockTier tier : tiers) {
            Ratio upper = tier.bound() == null ? quantity : quantity.min(Ratio.of(tier.bound()));
            sum = sum.plus(upper.minus(lower).times(Ratio.of(tier.price())));
            lower = upper;
        }
        return sum;
    }

    static Rated rated(Rating rating) {
        List<TaxRow> taxes = rating.taxes().stream().map(AsReference::tax).toList();
        return new Rated(
                inOrder(rating.lines().stream().map(AsReference::line).toList()),
                taxes,
                Sums.of(Amounts.of(rating)),
                ratio(rating.unrounded().total()));
    }

    /// The same with lines in the order in which they are compared; the rules say nothing about their order.
    static Rated inOrder(Rated rated) {
        return new Rated(inOrder(rated.lines()), rated.taxes(), rated.sums(), rated.unroundedTotal());
    }

    private static List<Line> inOrder(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(Line::component)
                        .thenComparing(Line::from)
                        .thenComparingInt(Line::block))
                .toList();
    }

    private static Line line(ChargeLine line) {
        Ratio share = line.dayShare()
                .map(days -> Ratio.of(days.days(), days.ofDays()))
                .orElse(Ratio.ONE);
        return new Line(
                line.component(),
                line.block(),
                line.range().from(),
                line.range().to(),
                ratio(line.quantity()),
                line.price().toBigDecimal(),
                share,
                line.taxRate().toBigDecimal(),
                ratio(line.unrounded()),
                Sums.money(line.amount()));
    }

    private static TaxRow tax(TaxLine tax) {
        Decimal rate = tax.rate();
        BigDecimal plain = rate == null ? null : rate.toBigDecimal();
        return new TaxRow(tax.code(), plain, ratio(tax.base()), Sums.money(tax.amount()));
    }

    static Answer answer(SettlementOutcome outcome) {
        return switch (outcome) {
            case HeldSettlement held -> {
                Set<HoldReason> reasons = EnumSet.noneOf(HoldReason.class);
                held.holds().forEach(hold -> reasons.add(hold.reason()));
                yield new Answer(reasons, Ratio.ZERO, List.of(), Sums.NONE, Sums.NONE, Sums.NONE, null);
            }
            case Settled settled ->
                new Answer(
                        Set.of(),
                        Ratio.of(settled.usage()),
                        settled.periods().stream().map(AsReference::period).toList(),
                        Sums.of(settled.trueUp()),
                        Sums.of(settled.dueNow()),
                        Sums.of(settled.writtenOff()),
                        proof(settled.proof()));
        };
    }

    private static SettledPeriod period(SettlementOutcome.SettledPeriod period) {
        return new SettledPeriod(
                period.range(),
                period.kind() == Kind.CURRENT,
                Ratio.of(period.usage()),
                Sums.of(period.billed()),
                rated(period.rating()),
                Sums.of(period.difference()),
                Sums.of(period.chargeable()));
    }

    private static Evidence proof(Proof proof) {
        return new Evidence(
                Sums.money(proof.monthWise()),
                Sums.money(proof.lump()),
                Optional.of(division(proof.cheapest())),
                Optional.of(division(proof.dearest())));
    }

    private static Division division(Proof.Division division) {
        return new Division(
                Sums.money(division.total()),
                division.usage().stream().map(Ratio::of).toList());
    }
}
