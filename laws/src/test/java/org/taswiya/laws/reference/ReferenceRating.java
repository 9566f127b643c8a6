package org.taswiya.laws.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.laws.reference.ReferenceRules.Levy;
import org.taswiya.laws.reference.ReferenceRules.Rule;
import org.taswiya.laws.reference.ReferenceRules.Run;

/// Rates usages of one period by the letter of `exact.md` 1 to 6: looks at every day, prices the whole period under the
/// rules of each, takes the share of days, rounds once a line.
public final class ReferenceRating {

    /// One priced line; `share` is days/days, `exact` the amount before rounding.
    public record Line(
            String component,
            int block,
            LocalDate from,
            LocalDate to,
            Ratio quantity,
            BigDecimal price,
            Ratio share,
            BigDecimal vatRate,
            Ratio exact,
            BigDecimal amount) {}

    /// One tax; a levy has no rate and its base is a volume.
    public record TaxRow(String code, @Nullable BigDecimal rate, Ratio base, BigDecimal amount) {}

    /// All of a rating.
    public record Rated(List<Line> lines, List<TaxRow> taxes, Sums sums, Ratio unroundedTotal) {}

    private record Piece(int block, Ratio quantity, BigDecimal price) {}

    private final boolean taxIncluded;
    private final DateRange period;
    private final ReferenceRules rules;

    public ReferenceRating(Tariff tariff, DateRange period, int households) {
        this.taxIncluded = tariff.basis() == TaxBasis.TAX_INCLUDED;
        this.period = period;
        this.rules = new ReferenceRules(tariff, period, households);
    }

    /// Rates a usage of zero or more.
    public Rated rate(Ratio usage) {
        List<Line> lines = new ArrayList<>();
        for (Run<Rule> run : rules.runs) {
            lines.addAll(lines(run, usage));
        }
        List<TaxRow> taxes = new ArrayList<>();
        Ratio unroundedTax = Ratio.ZERO;

        Map<BigDecimal, Ratio> bases = new TreeMap<>();
        Map<BigDecimal, Ratio> exactBases = new TreeMap<>();
        for (Line line : lines) {
            bases.merge(line.vatRate(), Ratio.of(line.amount()), Ratio::plus);
            exactBases.merge(line.vatRate(), line.exact(), Ratio::plus);
        }
        for (Map.Entry<BigDecimal, Ratio> base : bases.entrySet()) {
            BigDecimal amount = base.getValue().times(vatFactor(base.getKey())).halfUp(2);
            Ratio taxed = taxIncluded ? base.getValue().minus(Ratio.of(amount)) : base.getValue();
            taxes.add(new TaxRow("VAT", base.getKey(), taxed, amount));
        }
        for (Map.Entry<BigDecimal, Ratio> base : exactBases.entrySet()) {
            unroundedTax = unroundedTax.plus(base.getValue().times(vatFactor(base.getKey())));
        }
        Ratio unroundedLevies = Ratio.ZERO;
        for (Run<Levy> run : rules.levyRuns) {
            Ratio exact = levy(run.rule(), usage).times(share(run));
            taxes.add(new TaxRow(run.rule().code(), null, usage, exact.halfUp(2)));
            unroundedLevies = unroundedLevies.plus(exact);
        }
        taxes.removeIf(tax -> tax.amount().signum() == 0);

        Ratio unrounded = lines.stream().map(Line::exact).reduce(Ratio.ZERO, Ratio::plus);
        Ratio unroundedTotal = unrounded.plus(unroundedLevies).plus(taxIncluded ? Ratio.ZERO : unroundedTax);
        return new Rated(lines, taxes, sums(lines, taxes), unroundedTotal);
    }

    private Ratio vatFactor(BigDecimal rate) {
        Ratio r = Ratio.of(rate);
        return taxIncluded ? r.over(Ratio.ONE.plus(r)) : r;
    }

    private Sums sums(List<Line> lines, List<TaxRow> taxes) {
        SortedMap<String, BigDecimal> byTax = new TreeMap<>();
        taxes.forEach(tax -> byTax.merge(tax.code(), tax.amount(), BigDecimal::add));

        BigDecimal vat = taxes.stream()
                .filter(tax -> tax.rate() != null)
                .map(TaxRow::amount)
                .reduce(zero(), BigDecimal::add);
        BigDecimal net = lines.stream().map(Line::amount).reduce(zero(), BigDecimal::add);
        if (taxIncluded) {
            net = net.subtract(vat);
        }
        Map<String, Ratio> nets = new LinkedHashMap<>();
        for (Line line : lines) {
            Ratio amount = Ratio.of(line.amount());
            Ratio tax = taxIncluded ? amount.times(vatFactor(line.vatRate())) : Ratio.ZERO;
            nets.merge(line.component(), amount.minus(tax), Ratio::plus);
        }
        SortedMap<String, BigDecimal> byComponent = new TreeMap<>();
        String largest = null;
        BigDecimal remainder = net;
        for (Map.Entry<String, Ratio> entry : nets.entrySet()) {
            BigDecimal amount = entry.getValue().halfUp(2);
            byComponent.put(entry.getKey(), amount);
            remainder = remainder.subtract(amount);
            if (largest == null || amount.compareTo(byComponent.get(largest)) > 0) {
                largest = entry.getKey();
            }
        }
        if (largest != null) {
            byComponent.merge(largest, remainder, BigDecimal::add);
        }
        return Sums.itemised(byComponent, byTax);
    }

    private static BigDecimal zero() {
        return new BigDecimal("0.00");
    }

    private Ratio share(Run<?> run) {
        return Ratio.of(DateRange.of(run.from(), run.to()).days(), period.days());
    }

    private List<Line> lines(Run<Rule> run, Ratio usage) {
        Rule rule = run.rule();
        return switch (rule.component()) {
            case BlockCharge block ->
                pieces(block, usage, rule).stream()
                        .map(piece -> line(run, piece.block(), piece.quantity(), piece.price()))
                        .toList();
            case VolumeCharge volume -> followerLines(run, volume, usage);
            case FixedCharge fixed ->
                List.of(line(run, 0, count(rule, fixed.per()), fixed.price().toBigDecimal()));
            case MinimumCharge minimum -> minimumLines(run, minimum, usage);
            case TariffComponent other -> throw new IllegalStateException("reckoned elsewhere: " + other);
        };
    }

    private Ratio count(Rule rule, ChargedPer per) {
        return switch (per) {
            case DAY -> Ratio.of(period.days(), 1);
            case MONTH -> rule.months();
            case YEAR -> rule.months().over(Ratio.of(12, 1));
        };
    }

    private Line line(Run<Rule> run, int block, Ratio quantity, BigDecimal price) {
        Ratio exact = quantity.times(Ratio.of(price)).times(share(run));
        return new Line(
                run.rule().component().code(),
                block,
                run.from(),
                run.to(),
                quantity,
                price,
                share(run),
                run.rule().rates().getFirst(),
                exact,
                exact.halfUp(2));
    }

    /// The joint amount is rounded, and the follower has what the followed line leaves.
    private List<Line> followerLines(Run<Rule> run, VolumeCharge volume, Ratio usage) {
        BlockCharge block = (BlockCharge) run.rule().others().getFirst();
        List<Line> lines = new ArrayList<>();
        for (Piece piece : pieces(block, usage, run.rule())) {
            BigDecimal price = volume.prices().get(piece.block() - 1).toBigDecimal();
            Line alone = line(run, piece.block(), piece.quantity(), price);
            Ratio followed = piece.quantity().times(Ratio.of(piece.price())).times(share(run));
            BigDecimal amount = followed.plus(alone.exact()).halfUp(2).subtract(followed.halfUp(2));
            lines.add(new Line(
                    alone.component(),
                    alone.block(),
                    alone.from(),
                    alone.to(),
                    alone.quantity(),
                    alone.price(),
                    alone.share(),
                    alone.vatRate(),
                    alone.exact(),
                    amount));
        }
        return lines;
    }

    /// What all other charges of the version lack, were it in force for the whole period.
    private List<Line> minimumLines(Run<Rule> run, MinimumCharge minimum, Ratio usage) {
        Ratio count = count(run.rule(), minimum.per());
        Ratio others = Ratio.ZERO;
        for (TariffComponent other : run.rule().others()) {
            others = others.plus(wholeAmount(other, run.rule(), usage));
        }
        Ratio lack = count.times(Ratio.of(minimum.amount())).minus(others);
        if (lack.signum() <= 0) {
            return List.of();
        }
        BigDecimal price = minimum.amount().toBigDecimal();
        return List.of(line(run, 0, lack.over(Ratio.of(price)), price));
    }

    private Ratio wholeAmount(TariffComponent component, Rule rule, Ratio usage) {
        Ratio sum = Ratio.ZERO;
        switch (component) {
            case BlockCharge block -> {
                for (Piece piece : pieces(block, usage, rule)) {
                    sum = sum.plus(piece.quantity().times(Ratio.of(piece.price())));
                }
            }
            case VolumeCharge volume -> {
                for (TariffComponent other : rule.others()) {
                    if (other instanceof BlockCharge block && ReferenceRules.follows(volume, block)) {
                        for (Piece piece : pieces(block, usage, rule)) {
                            sum = sum.plus(piece.quantity()
                                    .times(Ratio.of(volume.prices().get(piece.block() - 1))));
                        }
                    }
                }
            }
            case FixedCharge fixed -> sum = count(rule, fixed.per()).times(Ratio.of(fixed.price()));
            case MinimumCharge _ -> {}
            case TariffComponent other -> throw new IllegalStateException("reckoned elsewhere: " + other);
        }
        return sum;
    }

    /// The blocks of a volume: `(lower, upper]`, progressive ones up to the block reached, a selective one alone.
    private static List<Piece> pieces(BlockCharge charge, Ratio usage, Rule rule) {
        List<Ratio> bounds = rule.bounds().getOrDefault(charge.code(), List.of());
        int reached = 0;
        while (reached < bounds.size() && usage.compareTo(bounds.get(reached)) > 0) {
            reached++;
        }
        if (charge.tiers().get(reached).mode() == BlockMode.SELECTIVE) {
            return List.of(piece(charge, reached, usage));
        }
        List<Piece> pieces = new ArrayList<>();
        Ratio lower = Ratio.ZERO;
        for (int i = 0; i <= reached; i++) {
            Ratio upper = i == reached ? usage : bounds.get(i);
            pieces.add(piece(charge, i, upper.minus(lower)));
            lower = upper;
        }
        return pieces;
    }

    private static Piece piece(BlockCharge charge, int index, Ratio quantity) {
        return new Piece(index + 1, quantity, charge.tiers().get(index).price().toBigDecimal());
    }

    /// The unrounded levy on a volume, were the version in force for the whole period.
    private static Ratio levy(Levy levy, Ratio usage) {
        LevyVersion version = levy.version();
        if (version == null || usage.compareTo(levy.months().times(Ratio.of(version.exemptUpTo()))) <= 0) {
            return Ratio.ZERO;
        }
        Ratio sum = Ratio.ZERO;
        Ratio lower = Ratio.ZERO;
        for (Tax.LevyTier tier : version.tiers()) {
            Ratio upper = tier.upTo() == null ? usage : usage.min(levy.months().times(Ratio.of(tier.upTo())));
            if (upper.compareTo(lower) > 0) {
                sum = sum.plus(upper.minus(lower).times(Ratio.of(tier.rate())));
                lower = upper;
            }
        }
        return version.cap() == null ? sum : sum.min(levy.months().times(Ratio.of(version.cap())));
    }
}
