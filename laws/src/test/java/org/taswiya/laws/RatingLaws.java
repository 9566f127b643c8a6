package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.core.tariff.Totals;
import org.taswiya.laws.reference.Ratio;
import org.taswiya.laws.reference.ReferenceRating;
import org.taswiya.laws.reference.ReferenceRating.Line;
import org.taswiya.laws.reference.ReferenceRating.Rated;
import org.taswiya.laws.reference.Sums;

/// Rating agrees with the reference on every line and tax, and its parts sum to the whole.
class RatingLaws {

    /// A usage of a period, and where it lies beside the blocks.
    record RatedUsage(Tariff tariff, DateRange period, int households, Ratio usage, String place) {}

    @Property(tries = 3_000)
    void agreesWithTheReference(@ForAll("usages") RatedUsage drawn) {
        agree(drawn);
    }

    @Property(tries = 200_000)
    @AddLifecycleHook(OnlyInLongForm.class)
    void agreesWithTheReferenceInTheLongForm(@ForAll("usages") RatedUsage drawn) {
        agree(drawn);
    }

    @Provide
    Arbitrary<RatedUsage> usages() {
        return Tapes.tapes().map(tape -> draw(new Choices(tape)));
    }

    private static void agree(RatedUsage drawn) {
        Rated expected = AsReference.inOrder(
                new ReferenceRating(drawn.tariff(), drawn.period(), drawn.households()).rate(drawn.usage()));
        Rating rating =
                drawn.tariff().resolve(drawn.period(), drawn.households()).rate(AsReference.fraction(drawn.usage()));
        Rated rated = AsReference.rated(rating);

        assertThat(rated.lines()).isEqualTo(expected.lines());
        assertThat(rated.taxes()).isEqualTo(expected.taxes());
        assertThat(rated.sums()).isEqualTo(expected.sums());
        assertThat(rated.unroundedTotal()).isEqualTo(expected.unroundedTotal());
        assertThat(AsReference.ratio(rating.resolved().unroundedTotal(rating.usage())))
                .isEqualTo(expected.unroundedTotal());
        partsSumToTheWhole(rating);
        costsAsMuchWithoutLines(drawn, rating);

        Statistics.label("reached").collect("edge " + drawn.place());
        facts(drawn, rated).forEach(Statistics.label("reached")::collect);
        Statistics.label("reached").coverage(coverage -> {
            for (int block = 1; block <= 5; block++) {
                for (String side : List.of("below", "on", "above")) {
                    coverage.check("edge " + side + " the upper bound of block " + block)
                            .count(count -> count > 0);
                }
            }
            ALL_FACTS.forEach(fact -> coverage.check(fact).count(count -> count > 0));
        });
    }

    /// Also a step beside it, where a bound may lie.
    private static void costsAsMuchWithoutLines(RatedUsage drawn, Rating rating) {
        Ratio inSteps = drawn.usage().times(Ratio.of(1_000_000, 1));
        if (inSteps.denominator().equals(BigInteger.ONE)) {
            Totals totals = Totals.of(rating.resolved(), 6);
            long steps = inSteps.numerator().longValueExact();
            assertThat(totals.total(steps)).isEqualTo(rating.total().minorUnits());
            Rating beside = rating.resolved().rate(Fraction.of(steps + 1, 1_000_000));
            assertThat(totals.total(steps + 1)).isEqualTo(beside.total().minorUnits());
        }
    }

    private static void partsSumToTheWhole(Rating rating) {
        BigDecimal lines =
                rating.lines().stream().map(line -> Sums.money(line.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal taxesOnTop = rating.taxes().stream()
                .filter(tax -> tax.rate() == null || rating.resolved().tariff().basis() == TaxBasis.BEFORE_TAX)
                .map(tax -> Sums.money(tax.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(Sums.money(rating.total())).isEqualByComparingTo(lines.add(taxesOnTop));
        assertThat(rating.net().plus(rating.tax())).isEqualTo(rating.total());
    }

    // What is drawn

    private static RatedUsage draw(Choices choices) {
        int decimals = choices.oneOf(0, 0, 1, 3);
        int stepsPerMonth = choices.oneOf(10, 100, 1_000);
        Tariff tariff = RandomTariff.draw(choices, decimals, stepsPerMonth);
        LocalDate from = choices.dayWithin(RandomTariff.CHANGES_FROM, 200);
        int days = choices.oneOf(30, 31, 28, 29, 24, 25, 35, 36, 1 + choices.below(90));
        DateRange period = DateRange.of(from, from.plusDays(days));
        int households = choices.oneOf(1, 1, 2, 3, 7);
        Ratio step = Ratio.of(Decimal.ofSteps(1, decimals));
        TariffVersion version =
                tariff.versionOn(choices.dayWithin(from, days - 1)).orElseThrow();
        BlockCharge ladder = (BlockCharge) version.components().getFirst();
        List<Ratio> bounds = bounds(ladder, version, days, households);
        if (bounds.isEmpty() || choices.percent(25)) {
            Ratio usage = Ratio.of(choices.below(8 * stepsPerMonth), 1).times(step);
            return new RatedUsage(tariff, period, households, usage, "anywhere");
        }
        int block = choices.below(bounds.size());
        Ratio bound = bounds.get(block);
        String place = " the upper bound of block " + (block + 1);
        return switch (choices.below(3)) {
            case 0 -> new RatedUsage(tariff, period, households, bound, "on" + place);
            case 1 -> new RatedUsage(tariff, period, households, bound.plus(step), "above" + place);
            default -> new RatedUsage(tariff, period, households, bound.minus(step.min(bound)), "below" + place);
        };
    }

    private static List<Ratio> bounds(BlockCharge ladder, TariffVersion version, int days, int households) {
        Ratio months = AsReference.ratio(version.proration().bounds().months(days));
        Ratio times = ladder.rule().span() instanceof BlockSpan.Day ? Ratio.of(days, 1) : months;
        Ratio scale = ladder.rule().perHousehold() ? times.times(Ratio.of(households, 1)) : times;
        List<Ratio> bounds = new ArrayList<>();
        for (BlockTier tier : ladder.tiers()) {
            Decimal bound = tier.bound();
            if (bound != null) {
                bounds.add(Ratio.of(bound).times(scale));
            }
        }
        return bounds;
    }

    // What was reached

    private static final Set<String> ALL_FACTS = Set.of(
            "change of version",
            "change of tax alone",
            "change of levy",
            "unchanged component beside a changed one",
            "block with tolerance",
            "selective block",
            "progressive blocks",
            "follower of a joint rounding",
            "remainder of a joint rounding",
            "minimum charge",
            "shared meter",
            "period counted as a month",
            "period counted by days",
            "prices before tax",
            "prices with tax",
            "levy",
            "levy exempt");

    private static Set<String> facts(RatedUsage drawn, Rated rated) {
        Set<String> facts = new TreeSet<>();
        boolean changes = drawn.tariff().versions().stream()
                .anyMatch(version -> version.from().isAfter(drawn.period().from())
                        && version.from().isBefore(drawn.period().to()));
        boolean shared = rated.lines().stream().anyMatch(line -> !line.share().equals(Ratio.ONE));
        boolean whole = rated.lines().stream().anyMatch(line -> line.share().equals(Ratio.ONE));
        if (changes) {
            facts.add("change of version");
        }
        if (shared && !changes) {
            facts.add("change of tax alone");
        }
        if (shared && whole) {
            facts.add("unchanged component beside a changed one");
        }
        long levies = rated.taxes().stream().filter(tax -> tax.rate() == null).count();
        facts.add(levies == 0 ? "levy exempt" : "levy");
        if (levies > 1) {
            facts.add("change of levy");
        }
        for (Line line : rated.lines()) {
            if (line.component().equals("sanitation")) {
                facts.add("follower of a joint rounding");
                if (line.exact().halfUp(2).compareTo(line.amount()) != 0) {
                    facts.add("remainder of a joint rounding");
                }
            }
            if (line.component().equals("minimum")) {
                facts.add("minimum charge");
            }
        }
        boolean progressive = rated.lines().stream()
                        .filter(line -> line.component().equals("energy"))
                        .filter(line -> line.from().equals(drawn.period().from()))
                        .count()
                > 1;
        facts.add(progressive ? "progressive blocks" : "selective block");
        long days = drawn.period().days();
        facts.add(days >= 25 && days <= 35 ? "period counted as a month" : "period counted by days");
        facts.add(drawn.tariff().basis() == TaxBasis.TAX_INCLUDED ? "prices with tax" : "prices before tax");
        if (drawn.households() > 1) {
            facts.add("shared meter");
        }
        for (TariffComponent component : drawn.tariff().versions().getFirst().components()) {
            if (component instanceof BlockCharge block
                    && block.tiers().stream().anyMatch(tier -> !tier.tolerance().isZero())) {
                facts.add("block with tolerance");
            }
        }
        return facts;
    }
}
