package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.core.tariff.Told;
import org.taswiya.core.tariff.Totals;
import org.taswiya.core.tariff.WinterRule;
import org.taswiya.core.tariff.WinterRule.Outside;
import org.taswiya.laws.reference.Ratio;

/// Sewage costs what the published rule says, day by day with plain ratios, and as much without lines.
class SewerLaws {

    record Drawn(SewerCharge charge, WinterRule winter, DateRange days, Ratio average, Ratio usage) {

        ResolvedTariff resolved() {
            MinimumCharge minimum = new MinimumCharge("minimum", Decimal.of(20), ChargedPer.MONTH, "none", "");
            Map<Determinant, Fraction> told = Map.of(Determinant.WINTER_AVERAGE, AsReference.fraction(average));
            return new Tariff(
                            "x/sewer",
                            "water",
                            "MAD",
                            Unit.CUBIC_METRE,
                            TaxBasis.BEFORE_TAX,
                            0,
                            List.of(new TariffVersion(
                                    LocalDate.MIN, null, Proration.NONE, false, List.of(charge, minimum))),
                            List.of(new ValueAddedTax(
                                    "VAT", "none", List.of(new DatedRate(LocalDate.MIN, Decimal.ZERO)), "")))
                    .resolve(days, 1)
                    .knowing(new TreeMap<>(Map.of(days.from(), new Told(Map.of(), Map.of(), told))));
        }
    }

    @Property(tries = 2_000)
    void costsWhatTheRuleSays(@ForAll("drawn") Drawn drawn) {
        Rating rating = drawn.resolved().rate(AsReference.fraction(drawn.usage()));
        assertThat(AsReference.unrounded(rating, "sewer")).isEqualByComparingTo(expected(drawn));
    }

    @Property(tries = 1_000)
    void costsAsMuchWithoutLines(@ForAll("drawn") Drawn drawn) {
        ResolvedTariff resolved = drawn.resolved();
        Totals totals = Totals.of(resolved, 3);
        for (long steps = 0; steps < 90_000; steps += 7_919) {
            assertThat(totals.total(steps))
                    .isEqualTo(resolved.rate(Fraction.of(steps, 1_000)).total().minorUnits());
        }
    }

    /// The whole period under the rule of each of its days, and each takes its part of it.
    private static Ratio expected(Drawn drawn) {
        long days = drawn.days().days();
        Ratio months = days >= 25 && days <= 35 ? Ratio.ONE : Ratio.of(days, 30);
        Ratio average = drawn.average().times(months);
        Ratio sum = Ratio.ZERO;
        for (LocalDate day : drawn.days().from().datesUntil(drawn.days().to()).toList()) {
            Ratio counted = drawn.usage();
            if (!drawn.winter().months().contains(day.getMonth())) {
                counted = drawn.winter().outside() == Outside.AVERAGE ? average : counted.min(average);
            }
            Ratio sewage = counted.times(Ratio.of(drawn.charge().returned()));
            sum = sum.plus(cost(drawn.charge().tiers(), sewage, months).times(Ratio.of(1, days)));
        }
        return sum;
    }

    private static Ratio cost(List<BlockTier> tiers, Ratio volume, Ratio months) {
        Ratio sum = Ratio.ZERO;
        Ratio lower = Ratio.ZERO;
        for (BlockTier tier : tiers) {
            Ratio upper = tier.upTo() == null
                    ? volume
                    : volume.min(Ratio.of(tier.upTo()).times(months));
            if (upper.compareTo(lower) > 0) {
                sum = sum.plus(upper.minus(lower).times(Ratio.of(tier.price())));
                lower = upper;
            }
        }
        return sum;
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Tapes.tapes().map(tape -> draw(new Choices(tape)));
    }

    private static Drawn draw(Choices choices) {
        Set<Month> months = choices.months(30);
        WinterRule winter = new WinterRule(months, choices.oneOf(Outside.AT_MOST, Outside.AVERAGE), null);
        Decimal returned = Decimal.ofSteps(choices.between(1, 100), 2);
        SewerCharge charge = new SewerCharge("sewer", Unit.CUBIC_METRE, returned, winter, tiers(choices), "none", "");
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(choices.below(500));
        int days = choices.percent(60) ? choices.between(28, 31) : choices.between(1, 90);
        return new Drawn(
                charge,
                winter,
                DateRange.of(from, from.plusDays(days)),
                choices.percent(10) ? Ratio.ZERO : Ratio.of(choices.below(50_000), 1_000),
                choices.percent(10) ? Ratio.ZERO : Ratio.of(choices.below(90_000), 1_000));
    }

    private static List<BlockTier> tiers(Choices choices) {
        List<BlockTier> tiers = new ArrayList<>();
        long bound = 0;
        int count = choices.between(1, 3);
        for (int i = 0; i < count; i++) {
            bound += choices.between(1, 30);
            tiers.add(new BlockTier(
                    i == count - 1 ? null : Decimal.of(bound),
                    Decimal.ZERO,
                    BlockMode.PROGRESSIVE,
                    Decimal.ofSteps(choices.below(30_000), 4)));
        }
        return tiers;
    }
}
