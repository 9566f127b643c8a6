package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockRule.Persons;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.core.tariff.Told;
import org.taswiya.core.tariff.Totals;
import org.taswiya.laws.reference.Ratio;

/// Blocks of a year, and blocks that hang on persons and meters, cost what the published rule says, reckoned with plain
/// ratios.
class BlockLaws {
    private static final SortedMap<Decimal, Decimal> NO_SIZES = new TreeMap<>();

    /// Blocks of a year, periods that follow each other in one, and what was used in each.
    record Year(List<BlockTier> tiers, LocalDate from, List<DateRange> periods, List<Ratio> usages) {

        BlockRule rule() {
            return new BlockRule(false, new BlockSpan.Year(MonthDay.from(from)), null, NO_SIZES);
        }
    }

    @Property(tries = 2_000)
    void theBillsOfAYearCostWhatOneWould(@ForAll("years") Year year) {
        Ratio used = Ratio.ZERO;
        Ratio sum = Ratio.ZERO;
        Ratio followed = Ratio.ZERO;
        for (int i = 0; i < year.periods().size(); i++) {
            Rating rating = rate(
                    year.rule(),
                    year.tiers(),
                    year.periods().get(i),
                    year.usages().get(i),
                    used);
            assertThat(quantities(rating)).isEqualByComparingTo(year.usages().get(i));
            sum = sum.plus(AsReference.unrounded(rating, "water"));
            followed = followed.plus(AsReference.unrounded(rating, "sanitation"));
            used = used.plus(year.usages().get(i));
        }
        assertThat(sum).isEqualByComparingTo(cost(year.tiers(), used, Ratio.ONE));
        assertThat(followed).isEqualByComparingTo(used.times(Ratio.of(2, 1)));
        Statistics.label("bills").collect(year.periods().size());
    }

    /// Of a period that the year's start divides, what falls into the old year lies above what was used before, and the
    /// rest begins the new one.
    @Property(tries = 2_000)
    void aPeriodAcrossTheStartIsTwo(@ForAll("years") Year year, @ForAll("tape") List<Integer> tape) {
        Choices choices = new Choices(tape);
        int before = choices.between(1, 40);
        int after = choices.between(1, 40);
        Ratio used = Ratio.of(choices.below(400_000), 1_000);
        Ratio usage = year.usages().getFirst();
        DateRange period =
                DateRange.of(year.from().minusDays(before), year.from().plusDays(after));
        Ratio old = usage.times(Ratio.of(before, period.days()));
        Ratio expected = cost(year.tiers(), used.plus(old), Ratio.ONE)
                .minus(cost(year.tiers(), used, Ratio.ONE))
                .plus(cost(year.tiers(), usage.minus(old), Ratio.ONE));
        Rating rating = rate(year.rule(), year.tiers(), period, usage, used);
        assertThat(AsReference.unrounded(rating, "water")).isEqualByComparingTo(expected);
        assertThat(quantities(rating)).isEqualByComparingTo(usage);
        totalsAreThoseOfRatings(
                tariff(year.rule(), year.tiers()).resolve(period, 1),
                Map.of(Determinant.USED_THIS_YEAR, AsReference.fraction(used)),
                choices);
    }

    @Property(tries = 1_000)
    void moreBeforeOrNowNeverCostsLessWherePricesAscend(@ForAll("years") Year year) {
        List<BlockTier> dearer = new ArrayList<>();
        for (BlockTier tier : year.tiers()) {
            Decimal price = Decimal.of(dearer.size() + 1L);
            dearer.add(new BlockTier(tier.upTo(), tier.tolerance(), tier.mode(), price));
        }
        DateRange period = year.periods().getFirst();
        Ratio usage = year.usages().getFirst();
        Ratio more = usage.plus(Ratio.of(7, 3));
        Ratio least = AsReference.unrounded(rate(year.rule(), dearer, period, usage, Ratio.ZERO), "water");
        assertThat(AsReference.unrounded(rate(year.rule(), dearer, period, more, Ratio.ZERO), "water"))
                .isGreaterThan(least);
        assertThat(AsReference.unrounded(rate(year.rule(), dearer, period, usage, more), "water"))
                .isGreaterThanOrEqualTo(least);
        assertThat(AsReference.unrounded(rate(year.rule(), dearer, period, Ratio.ZERO, more), "water"))
                .isEqualByComparingTo(Ratio.ZERO);
    }

    @Property(tries = 3_000)
    void personsAndMetersAddToTheBounds(@ForAll("tape") List<Integer> tape) {
        Choices choices = new Choices(tape);
        int least = choices.between(0, 3);
        int most = least + choices.between(1, 6);
        int households = choices.between(1, 3);
        boolean perHousehold = choices.percent(50);
        int persons = choices.below(15);
        Ratio size = Ratio.of(choices.between(1, 40), 10);
        boolean isDaily = choices.percent(30);
        int days = choices.percent(60) ? choices.between(28, 31) : choices.between(1, 90);
        List<BlockTier> tiers = tiers(choices, 40, true);
        BlockRule rule = new BlockRule(
                perHousehold,
                isDaily ? new BlockSpan.Day() : new BlockSpan.Month(),
                new Persons(least, most, null),
                new TreeMap<>(Map.of(
                        Decimal.of(15), AsReference.fraction(size).toDecimal(1), Decimal.of(20), Decimal.of(9))));

        int counted = perHousehold ? households : 1;
        long ofPersons = Math.clamp(persons, (long) least * counted, (long) most * counted);
        Ratio times = isDaily ? Ratio.of(days, 1) : days >= 25 && days <= 35 ? Ratio.ONE : Ratio.of(days, 30);
        List<BlockTier> plain = new ArrayList<>();
        for (BlockTier tier : tiers) {
            Decimal upTo = tier.upTo() == null
                    ? null
                    : tier.upTo().times(counted).plus(tier.perPerson().times(ofPersons));
            plain.add(new BlockTier(upTo, Decimal.ZERO, tier.mode(), tier.price()));
        }
        Ratio usage = Ratio.of(choices.below(300_000), 1_000);
        Map<Determinant, Fraction> told = new EnumMap<>(Determinant.class);
        told.put(Determinant.PERSONS, Fraction.of(persons));
        told.put(Determinant.METER_SIZE, Fraction.of(15));
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(choices.below(100));
        ResolvedTariff resolved = tariff(rule, tiers).resolve(DateRange.of(from, from.plusDays(days)), households);
        Rating rating =
                resolved.rate(BillDeterminants.of(AsReference.fraction(usage)).with(told));
        assertThat(AsReference.unrounded(rating, "water")).isEqualByComparingTo(cost(plain, usage, times.times(size)));
        totalsAreThoseOfRatings(resolved, told, choices);
    }

    /// Without a line of it, to the minor unit: the bends are where the amount bends.
    private static void totalsAreThoseOfRatings(
            ResolvedTariff resolved, Map<Determinant, Fraction> told, Choices choices) {
        ResolvedTariff knowing =
                resolved.knowing(new TreeMap<>(Map.of(resolved.period().from(), new Told(Map.of(), Map.of(), told))));
        Totals totals = Totals.of(knowing, 3);
        for (int i = 0; i < 5; i++) {
            long steps = choices.below(600_000);
            BillDeterminants use =
                    BillDeterminants.of(Fraction.of(steps, 1_000)).with(told);
            assertThat(totals.total(steps))
                    .isEqualTo(knowing.rate(use.usage()).total().minorUnits())
                    .isEqualTo(resolved.rate(use).total().minorUnits());
        }
    }

    // ------------------------------------------------------------------------------------------------ reckoned

    private static Ratio cost(List<BlockTier> tiers, Ratio usage, Ratio times) {
        Ratio sum = Ratio.ZERO;
        Ratio lower = Ratio.ZERO;
        for (BlockTier tier : tiers) {
            Ratio upper = tier.upTo() == null
                    ? usage
                    : usage.min(Ratio.of(tier.upTo()).times(times));
            if (upper.compareTo(lower) > 0) {
                sum = sum.plus(upper.minus(lower).times(Ratio.of(tier.price())));
                lower = upper;
            }
        }
        return sum;
    }

    private static Rating rate(BlockRule rule, List<BlockTier> tiers, DateRange period, Ratio usage, Ratio used) {
        return tariff(rule, tiers)
                .resolve(period, 1)
                .rate(BillDeterminants.of(AsReference.fraction(usage))
                        .with(Map.of(Determinant.USED_THIS_YEAR, AsReference.fraction(used))));
    }

    /// Sanitation follows at 2 a unit in every block.
    private static Tariff tariff(BlockRule rule, List<BlockTier> tiers) {
        List<Decimal> twos = tiers.stream().map(_ -> Decimal.of(2)).toList();
        return new Tariff(
                "x/water",
                "water",
                "MAD",
                Unit.CUBIC_METRE,
                TaxBasis.BEFORE_TAX,
                0,
                List.of(new TariffVersion(
                        LocalDate.MIN,
                        null,
                        Proration.NONE,
                        false,
                        List.of(
                                new BlockCharge(
                                        "water", Unit.CUBIC_METRE, rule, TariffComponent.ALL_YEAR, tiers, "none", ""),
                                new VolumeCharge("sanitation", "water", twos, "none", ""),
                                new MinimumCharge("minimum", Decimal.of(150), ChargedPer.MONTH, "none", "")))),
                List.of(new ValueAddedTax("VAT", "none", List.of(new DatedRate(LocalDate.MIN, Decimal.ZERO)), "")));
    }

    /// What the lines of the blocks stand for, each for its days.
    private static Ratio quantities(Rating rating) {
        return rating.lines().stream()
                .filter(line -> line.component().equals("water"))
                .map(BlockLaws::shared)
                .reduce(Ratio.ZERO, Ratio::plus);
    }

    private static Ratio shared(ChargeLine line) {
        return AsReference.ratio(line.shareOf(line.quantity()));
    }

    // --------------------------------------------------------------------------------------------------- drawn

    @Provide
    Arbitrary<List<Integer>> tape() {
        return Tapes.tapes();
    }

    @Provide
    Arbitrary<Year> years() {
        return Tapes.tapes().map(tape -> year(new Choices(tape)));
    }

    /// A leap year among others.
    private static Year year(Choices choices) {
        LocalDate from = LocalDate.of(choices.oneOf(2023, 2024), choices.between(1, 12), choices.between(1, 28));
        LocalDate to = from.plusYears(1);
        List<BlockTier> tiers = tiers(choices, 200, false);
        List<DateRange> periods = new ArrayList<>();
        List<Ratio> usages = new ArrayList<>();
        LocalDate day = from;
        while (day.isBefore(to)) {
            long left = ChronoUnit.DAYS.between(day, to);
            LocalDate next = day.plusDays(Math.min(left, choices.between(1, 60)));
            periods.add(DateRange.of(day, next));
            usages.add(choices.percent(15) ? Ratio.ZERO : Ratio.of(choices.below(90_000), 1_000));
            day = next;
        }
        return new Year(tiers, from, periods, usages);
    }

    private static List<BlockTier> tiers(Choices choices, int widest, boolean byPersons) {
        List<BlockTier> tiers = new ArrayList<>();
        long bound = 0;
        long perPerson = 0;
        int count = choices.between(1, 4);
        for (int i = 0; i < count; i++) {
            bound += choices.between(1, widest);
            perPerson += byPersons ? choices.below(4) : 0;
            boolean isOpen = i == count - 1;
            tiers.add(new BlockTier(
                    isOpen ? null : Decimal.of(bound),
                    Decimal.ZERO,
                    isOpen ? Decimal.ZERO : Decimal.of(perPerson),
                    BlockMode.PROGRESSIVE,
                    Decimal.ofSteps(choices.below(30_000), 4)));
        }
        return tiers;
    }
}
