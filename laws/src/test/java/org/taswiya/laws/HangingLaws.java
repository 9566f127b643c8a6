package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MaximumCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.core.tariff.Totals;
import org.taswiya.laws.reference.Ratio;

/// Charges that hang on others, and charges of some months, cost what the rule says, reckoned day by day with plain
/// ratios.
class HangingLaws {
    private static final int DECIMALS = 3;
    private static final int FARTHEST = 1_000_000;

    /// @param components in the order in which they can be reckoned
    /// @param steps thousandths of a unit
    record Drawn(List<TariffComponent> components, LocalDate from, int days, int steps) {
        DateRange period() {
            return DateRange.of(from, from.plusDays(days));
        }

        Ratio usage() {
            return Ratio.of(steps, 1_000);
        }

        /// What months the period counts as.
        Ratio months() {
            return days >= 25 && days <= 35 ? Ratio.ONE : Ratio.of(days, 30);
        }

        Drawn with(int other) {
            return new Drawn(components, from, days, other);
        }
    }

    @Property(tries = 3_000)
    void costWhatTheRuleSays(@ForAll("drawn") Drawn drawn) {
        Map<String, Ratio> expected = new HashMap<>();
        drawn.period()
                .from()
                .datesUntil(drawn.period().to())
                .forEach(day -> ofDay(drawn, day)
                        .forEach((code, amount) ->
                                expected.merge(code, amount.over(Ratio.of(drawn.days(), 1)), Ratio::plus)));
        Rating rating = rate(drawn);
        for (TariffComponent component : drawn.components()) {
            assertThat(AsReference.unrounded(rating, component.code()))
                    .as(component.code())
                    .isEqualByComparingTo(expected.getOrDefault(component.code(), Ratio.ZERO));
        }
        Statistics.label("below zero").collect(rating.total().minorUnits() < 0);
        for (ChargeLine line : rating.lines()) {
            Statistics.label("lines").collect(line.component().replaceAll("-[0-9]", ""));
        }
    }

    @Property(tries = 3_000)
    void everyLineIsQuantityTimesPriceTimesShare(@ForAll("drawn") Drawn drawn) {
        for (ChargeLine line : rate(drawn).lines()) {
            assertThat(line.amount()).isEqualTo(line.unrounded().toMoneyHalfUp());
        }
    }

    @Property(tries = 1_000)
    void costAsMuchWithoutLinesAndOnTheCurve(@ForAll("drawn") Drawn drawn) {
        ResolvedTariff tariff = resolved(drawn.components(), drawn.period());
        Totals totals = Totals.of(tariff, DECIMALS);
        PriceCurve curve = PriceCurve.of(tariff);
        List<Integer> asked = new ArrayList<>(List.of(0, 1, drawn.steps()));
        for (Fraction bend : tariff.bends()) {
            if (bend.compareTo(Fraction.of(FARTHEST)) < 0) {
                int at = bend.times(Fraction.of(1_000)).floor().intValueExact();
                asked.addAll(List.of(Math.max(0, at - 1), at, at + 1));
            }
        }
        for (int steps : asked) {
            Fraction usage = Fraction.of(steps, 1_000);
            assertThat(totals.total(steps))
                    .as("%s steps", steps)
                    .isEqualTo(tariff.rate(usage).total().minorUnits());
            assertThat(curve.at(usage)).as("%s steps", steps).isEqualTo(tariff.unroundedTotal(usage));
        }
    }

    /// A version that changes nothing divides nothing.
    @Property(tries = 500)
    void aVersionThatChangesNothingChangesNothing(@ForAll("drawn") Drawn drawn) {
        LocalDate cut = drawn.from().plusDays(drawn.days() / 2);
        TariffVersion before = new TariffVersion(LocalDate.MIN, cut, Proration.NONE, false, drawn.components());
        TariffVersion after = new TariffVersion(cut, null, Proration.NONE, false, drawn.components());
        Fraction usage = Fraction.of(drawn.steps(), 1_000);
        assertThat(tariff(List.of(before, after))
                        .resolve(drawn.period(), 1)
                        .rate(usage)
                        .lines())
                .isEqualTo(rate(drawn).lines());
    }

    // ------------------------------------------------------------------------------------------------- the rule

    /// What the whole period would cost if all of it were like this day, by component.
    private static Map<String, Ratio> ofDay(Drawn drawn, LocalDate day) {
        Map<String, Ratio> amounts = new LinkedHashMap<>();
        Set<String> standing = new LinkedHashSet<>();
        for (TariffComponent component : drawn.components()) {
            if (component.months().contains(day.getMonth())) {
                Ratio amount = switch (component) {
                    case BlockCharge blocks -> blocks(blocks, drawn);
                    case UnitCharge units -> drawn.usage().times(Ratio.of(units.price()));
                    case FixedCharge fixed -> drawn.months().times(Ratio.of(fixed.price()));
                    case Rider rider ->
                        sum(amounts, rider.of().isEmpty() ? standing : rider.of())
                                .times(Ratio.of(rider.rate()));
                    case Discount discount -> {
                        Ratio sum = sum(amounts, discount.of().isEmpty() ? standing : discount.of());
                        Ratio off = Ratio.of(discount.off());
                        Ratio most = sum.signum() > 0 ? sum : Ratio.ZERO;
                        Ratio whole = discount.per() == null
                                ? most.times(off)
                                : count(discount.per(), drawn).times(off);
                        yield Ratio.ZERO.minus(discount.isLimited() ? whole.min(most) : whole);
                    }
                    case MaximumCharge maximum -> {
                        Ratio most = maximum.per() == null ? drawn.usage() : count(maximum.per(), drawn);
                        Ratio excess = sum(amounts, maximum.of().isEmpty() ? amounts.keySet() : maximum.of())
                                .minus(most.times(Ratio.of(maximum.amount())));
                        yield excess.signum() > 0 ? Ratio.ZERO.minus(excess) : Ratio.ZERO;
                    }
                    case MinimumCharge minimum -> {
                        Ratio missing =
                                drawn.months().times(Ratio.of(minimum.amount())).minus(sum(amounts, amounts.keySet()));
                        yield missing.signum() > 0 ? missing : Ratio.ZERO;
                    }
                    case TariffComponent other -> throw new IllegalStateException("not drawn: " + other);
                };
                if (!(component instanceof Rider || component instanceof Discount)) {
                    standing.add(component.code());
                }
                amounts.put(component.code(), amount);
            }
        }
        return amounts;
    }

    private static Ratio count(ChargedPer per, Drawn drawn) {
        return switch (per) {
            case DAY -> Ratio.of(drawn.days(), 1);
            case MONTH -> drawn.months();
            case YEAR -> drawn.months().over(Ratio.of(12, 1));
        };
    }

    private static Ratio sum(Map<String, Ratio> amounts, Set<String> codes) {
        return codes.stream()
                .map(code -> amounts.getOrDefault(code, Ratio.ZERO))
                .reduce(Ratio.ZERO, Ratio::plus);
    }

    private static Ratio blocks(BlockCharge charge, Drawn drawn) {
        Ratio sum = Ratio.ZERO;
        Ratio lower = Ratio.ZERO;
        for (BlockTier tier : charge.tiers()) {
            Decimal bound = tier.bound();
            Ratio upper = bound == null
                    ? drawn.usage()
                    : drawn.usage().min(Ratio.of(bound).times(drawn.months()));
            boolean isReached =
                    bound == null || drawn.usage().compareTo(Ratio.of(bound).times(drawn.months())) <= 0;
            if (tier.mode() == BlockMode.SELECTIVE && isReached) {
                return drawn.usage().times(Ratio.of(tier.price()));
            }
            sum = sum.plus(upper.minus(lower).times(Ratio.of(tier.price())));
            lower = upper;
            if (isReached) {
                return sum;
            }
        }
        return sum;
    }

    // ------------------------------------------------------------------------------------------------- rating

    private static Rating rate(Drawn drawn) {
        return resolved(drawn.components(), drawn.period()).rate(Fraction.of(drawn.steps(), 1_000));
    }

    private static ResolvedTariff resolved(List<TariffComponent> components, DateRange period) {
        return tariff(List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, components)))
                .resolve(period, 1);
    }

    private static Tariff tariff(List<TariffVersion> versions) {
        return new Tariff(
                "x/hanging",
                "water",
                "MAD",
                Unit.CUBIC_METRE,
                TaxBasis.BEFORE_TAX,
                0,
                versions,
                List.of(
                        new ValueAddedTax("VAT", "some", rate("0.14"), ""),
                        new ValueAddedTax("VAT", "none", rate("0"), "")));
    }

    private static List<DatedRate> rate(String rate) {
        return List.of(new DatedRate(LocalDate.MIN, Decimal.parse(rate)));
    }

    // ------------------------------------------------------------------------------------------------- drawing

    @Provide
    Arbitrary<Drawn> drawn() {
        return Tapes.tapes().map(tape -> draw(new Choices(tape)));
    }

    private static Drawn draw(Choices choices) {
        List<TariffComponent> components = new ArrayList<>();
        Set<Month> months = EnumSet.noneOf(Month.class);
        Set<Month> others = EnumSet.noneOf(Month.class);
        for (Month month : Month.values()) {
            (choices.percent(60) ? months : others).add(month);
        }
        components.add(blocks(choices, "energy", months));
        if (choices.percent(50)) {
            components.add(blocks(choices, "other-energy", others));
        }
        if (choices.percent(60)) {
            components.add(new UnitCharge(
                    "fuel",
                    Unit.CUBIC_METRE,
                    choices.percent(50) ? months : TariffComponent.ALL_YEAR,
                    Decimal.ofSteps(choices.between(-20_000, 10_000), 4),
                    taxClass(choices),
                    ""));
        }
        if (choices.percent(60)) {
            Decimal price = Decimal.ofSteps(choices.below(50_000), 3);
            components.add(new FixedCharge("meter", price, ChargedPer.MONTH, taxClass(choices), ""));
        }
        int riders = choices.below(4);
        for (int i = 0; i < riders; i++) {
            Set<String> of = some(choices, components);
            if (choices.percent(60)) {
                Decimal rate = Decimal.ofSteps(choices.between(-1_000, 1_000), 3);
                components.add(new Rider("rider-" + i, of, rate, taxClass(choices), ""));
            } else {
                boolean isShare = choices.percent(50);
                Decimal off = Decimal.ofSteps(choices.between(1, isShare ? 1_000 : 100_000), 3);
                ChargedPer per = isShare ? null : choices.oneOf(ChargedPer.values());
                boolean isLimited = isShare || choices.percent(80);
                components.add(new Discount("off-" + i, of, off, per, isLimited, null, taxClass(choices), ""));
            }
        }
        List<TariffComponent> before = List.copyOf(components);
        int maximums = choices.below(3);
        for (int i = 0; i < maximums; i++) {
            ChargedPer per = choices.percent(40) ? null : choices.oneOf(ChargedPer.values());
            Decimal amount = Decimal.ofSteps(choices.between(1, per == null ? 3_000 : 300_000), 3);
            Set<String> of = some(choices, before);
            components.add(new MaximumCharge("maximum-" + i, of, amount, per, taxClass(choices), ""));
        }
        if (choices.percent(40)) {
            Decimal amount = Decimal.ofSteps(choices.between(1, 500_000), 3);
            components.add(new MinimumCharge("minimum", amount, ChargedPer.MONTH, taxClass(choices), ""));
        }
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(choices.below(366));
        int days = choices.percent(70) ? choices.between(28, 31) : choices.between(1, 100);
        return new Drawn(components, from, days, choices.percent(10) ? 0 : choices.below(400_000));
    }

    /// None for all of them.
    private static Set<String> some(Choices choices, List<TariffComponent> components) {
        Set<String> codes = new LinkedHashSet<>();
        for (TariffComponent component : components) {
            if (choices.percent(40)) {
                codes.add(component.code());
            }
        }
        return codes;
    }

    private static String taxClass(Choices choices) {
        return choices.percent(70) ? "some" : "none";
    }

    private static BlockCharge blocks(Choices choices, String code, Set<Month> months) {
        List<BlockTier> tiers = new ArrayList<>();
        long bound = 0;
        int count = choices.between(1, 4);
        int selectiveFrom = choices.between(0, 6);
        for (int i = 0; i < count; i++) {
            bound += choices.between(1, 100);
            Decimal upTo = i == count - 1 ? null : Decimal.of(bound);
            BlockMode mode = i >= selectiveFrom ? BlockMode.SELECTIVE : BlockMode.PROGRESSIVE;
            tiers.add(new BlockTier(upTo, Decimal.ZERO, mode, Decimal.ofSteps(choices.below(30_000), 4)));
        }
        return new BlockCharge(code, Unit.CUBIC_METRE, BlockRule.monthly(false), months, tiers, taxClass(choices), "");
    }
}
