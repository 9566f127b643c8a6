package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BandTotals;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.laws.reference.Ratio;

/// Time bands and demand cost what the published rule says, reckoned block by block with plain ratios.
class BandLaws {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    /// A charge, a demand beside it and what was used in a period of so many days from the start.
    record Drawn(
            BandCharge bands,
            DemandCharge demand,
            Optional<MinimumCharge> minimum,
            int days,
            Map<String, Ratio> usage,
            Map<String, Ratio> peaks) {
        Drawn with(List<BandLadder> ladders, Map<String, Ratio> usage) {
            return new Drawn(charge(ladders), demand, minimum, days, usage, peaks);
        }

        Ratio total() {
            return usage.values().stream().reduce(Ratio.ZERO, Ratio::plus);
        }

        Ratio peak() {
            return peaks.values().stream().reduce(Ratio.ZERO, BandLaws::higher);
        }
    }

    @Property(tries = 3_000)
    void costWhatTheRuleSays(@ForAll("drawn") Drawn drawn) {
        Rating rating = rate(drawn);
        Ratio expected = Ratio.ZERO;
        for (BandLadder ladder : drawn.bands().bands()) {
            expected = expected.plus(band(ladder, drawn));
        }
        assertThat(AsReference.unrounded(rating, "energy")).isEqualByComparingTo(expected);
        assertThat(AsReference.unrounded(rating, "demand")).isEqualByComparingTo(demand(drawn));
        Statistics.label("bands").collect(drawn.usage().size());
        Statistics.label("blocks reached")
                .collect(rating.lines().stream()
                        .mapToInt(ChargeLine::block)
                        .max()
                        .orElse(0));
    }

    @Property(tries = 1_000)
    void theLinesOfABandSumToItsUsage(@ForAll("drawn") Drawn drawn) {
        Ratio inLines = rate(drawn).lines().stream()
                .filter(line -> line.component().equals("energy"))
                .map(line -> AsReference.ratio(line.quantity()))
                .reduce(Ratio.ZERO, Ratio::plus);
        assertThat(inLines).isEqualByComparingTo(drawn.total());
    }

    /// When nobody's price hangs on the hour, neither does the amount.
    @Property(tries = 1_000)
    void bandsOfOnePriceCostAsMuchAsNone(@ForAll("drawn") Drawn drawn) {
        BandLadder one = drawn.bands().bands().getFirst();
        List<BandLadder> alike = drawn.bands().bands().stream()
                .map(ladder -> new BandLadder(ladder.band(), one.basis(), one.tiers()))
                .toList();
        Drawn inBands = drawn.with(alike, drawn.usage());
        Drawn inOne = drawn.with(List.of(one), Map.of(one.band(), drawn.total()));
        assertThat(AsReference.unrounded(rate(inBands), "energy"))
                .isEqualByComparingTo(AsReference.unrounded(rate(inOne), "energy"));
    }

    @Property(tries = 3_000)
    void costAsMuchWithoutLines(@ForAll("drawn") Drawn drawn) {
        ResolvedTariff tariff = resolved(drawn);
        List<String> bands = List.copyOf(drawn.usage().keySet());
        BandTotals totals = BandTotals.of(new BandTotals.Asked(tariff, bands, 3, bands, 3));
        long[] usage = steps(bands, drawn.usage());
        long[] demand = steps(bands, drawn.peaks());
        assertThat(totals.total(usage, demand)).isEqualTo(rate(drawn).total().minorUnits());
    }

    private static long[] steps(List<String> bands, Map<String, Ratio> quantities) {
        return bands.stream()
                .mapToLong(band -> quantities
                        .getOrDefault(band, Ratio.ZERO)
                        .times(Ratio.of(1_000, 1))
                        .floor()
                        .longValueExact())
                .toArray();
    }

    private static Ratio band(BandLadder ladder, Drawn drawn) {
        Ratio total = drawn.total();
        Ratio inBand = drawn.usage().getOrDefault(ladder.band(), Ratio.ZERO);
        Ratio sum = Ratio.ZERO;
        Ratio lower = Ratio.ZERO;
        for (BlockTier tier : ladder.tiers()) {
            Decimal bound = tier.bound();
            Ratio upper = bound == null ? total : total.min(Ratio.of(bound).times(factor(ladder.basis(), drawn)));
            if (upper.compareTo(lower) > 0) {
                Ratio share = upper.minus(lower).times(inBand).over(total);
                sum = sum.plus(share.times(Ratio.of(tier.price())));
                lower = upper;
            }
        }
        return sum;
    }

    private static Ratio factor(BoundBasis basis, Drawn drawn) {
        boolean isMonth = drawn.days() >= 25 && drawn.days() <= 35;
        Ratio months = isMonth ? Ratio.ONE : Ratio.of(drawn.days(), 30);
        Ratio days = Ratio.of(drawn.days(), 1);
        return switch (basis) {
            case MONTH -> months;
            case DAY -> days;
            case DEMAND -> months.times(drawn.peak());
            case DEMAND_DAY -> days.times(drawn.peak());
        };
    }

    private static Ratio higher(Ratio one, Ratio other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Ratio demand(Drawn drawn) {
        DemandCharge charge = drawn.demand();
        Ratio demand = charge.bands().isWhole()
                ? drawn.peak()
                : charge.bands().names().stream()
                        .map(band -> drawn.peaks().getOrDefault(band, Ratio.ZERO))
                        .reduce(Ratio.ZERO, BandLaws::higher);
        Ratio whole = Ratio.ZERO;
        Ratio lower = Ratio.ZERO;
        for (BlockTier tier : charge.tiers()) {
            Ratio upper = tier.bound() == null ? demand : demand.min(Ratio.of(tier.bound()));
            whole = whole.plus(upper.minus(lower).times(Ratio.of(tier.price())));
            lower = upper;
        }
        long due = START.datesUntil(START.plusDays(drawn.days()))
                .filter(day -> charge.months().contains(day.getMonth()))
                .count();
        Ratio months = factor(BoundBasis.MONTH, drawn);
        return whole.times(months).times(Ratio.of(due, drawn.days()));
    }

    private static Rating rate(Drawn drawn) {
        return resolved(drawn).rate(BillDeterminants.of(fractions(drawn.usage()), fractions(drawn.peaks())));
    }

    private static ResolvedTariff resolved(Drawn drawn) {
        Tariff tariff = new Tariff(
                "x/bands",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                0,
                List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, components(drawn))),
                List.of(new ValueAddedTax(
                        "VAT", "none", List.of(new DatedRate(LocalDate.MIN, Decimal.parse("0.14"))), "")));
        return tariff.resolve(DateRange.of(START, START.plusDays(drawn.days())), 1);
    }

    private static List<TariffComponent> components(Drawn drawn) {
        List<TariffComponent> components = new ArrayList<>();
        components.add(drawn.bands());
        components.add(drawn.demand());
        components.add(new FixedCharge("fixed", Decimal.parse("0.333"), ChargedPer.DAY, "none", ""));
        drawn.minimum().ifPresent(components::add);
        return components;
    }

    private static Map<String, Fraction> fractions(Map<String, Ratio> ratios) {
        Map<String, Fraction> fractions = new LinkedHashMap<>();
        ratios.forEach((band, ratio) -> fractions.put(band, AsReference.fraction(ratio)));
        return fractions;
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Tapes.tapes().map(tape -> draw(new Choices(tape)));
    }

    private static Drawn draw(Choices choices) {
        List<BandLadder> ladders = new ArrayList<>();
        Map<String, Ratio> usage = new LinkedHashMap<>();
        Map<String, Ratio> peaks = new LinkedHashMap<>();
        int count = choices.between(1, 4);
        for (int band = 0; band < count; band++) {
            String name = Integer.toString(band);
            ladders.add(new BandLadder(name, choices.oneOf(BoundBasis.values()), tiers(choices, 200)));
            usage.put(name, choices.percent(15) ? Ratio.ZERO : Ratio.of(choices.below(400_000), 1_000));
            peaks.put(name, Ratio.of(choices.below(40_000), 1_000));
        }
        Set<Month> months = choices.months(60);
        List<String> bands =
                usage.keySet().stream().filter(_ -> choices.percent(30)).toList();
        DemandCharge demand = new DemandCharge(
                "demand", Unit.KILOWATT, new DemandBands(bands), months, tiers(choices, 20), "none", "");
        int days = choices.percent(70) ? choices.between(28, 31) : choices.between(1, 100);
        MinimumCharge minimum = new MinimumCharge(
                "minimum", Decimal.ofSteps(choices.between(1, 2_000_000), 3), ChargedPer.MONTH, "none", "");
        boolean hasMinimum = choices.percent(30);
        return new Drawn(
                charge(ladders), demand, hasMinimum ? Optional.of(minimum) : Optional.empty(), days, usage, peaks);
    }

    private static BandCharge charge(List<BandLadder> ladders) {
        return new BandCharge("energy", Unit.KILOWATT_HOUR, ladders, "none", "");
    }

    private static List<BlockTier> tiers(Choices choices, int widest) {
        List<BlockTier> tiers = new ArrayList<>();
        long bound = 0;
        int count = choices.between(1, 4);
        for (int i = 0; i < count; i++) {
            bound += choices.between(1, widest);
            Decimal upTo = i == count - 1 ? null : Decimal.of(bound);
            Decimal price = Decimal.ofSteps(choices.between(-500, 30_000), 4);
            tiers.add(new BlockTier(upTo, Decimal.ZERO, BlockMode.PROGRESSIVE, price));
        }
        return tiers;
    }
}
