package org.taswiya.deliver.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockRule.Persons;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandFloor;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorBonus;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Proration.DayCount;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.TariffComponent.SizedCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.core.tariff.WinterRule;
import org.taswiya.core.tariff.WinterRule.Outside;

/// A digest tells every figure and rule of a component, and no clause.
class TariffDigestTest {

    private static String digest(TariffComponent component) {
        return digest(component, Proration.NONE);
    }

    private static String digest(TariffComponent component, Proration proration) {
        Tariff tariff = new Tariff(
                "tiny/water",
                "water",
                "MAD",
                Unit.CUBIC_METRE,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(new TariffVersion(LocalDate.of(2020, 1, 1), null, proration, false, List.of(component))),
                List.of());
        return TariffDigest.before(LocalDate.of(2021, 1, 1), tariff);
    }

    private static SizedCharge sized(Determinant by, Map<Integer, Integer> prices, ChargedPer per, String clause) {
        TreeMap<Decimal, Decimal> exact = new TreeMap<>();
        prices.forEach((size, price) -> exact.put(Decimal.of(size), Decimal.of(price)));
        return new SizedCharge("meter", by, exact, per, "none", clause);
    }

    private static BlockCharge blocks() {
        return blocks(BlockRule.monthly(true), 0);
    }

    private static BlockCharge blocks(BlockRule rule, int perPerson) {
        BlockTier first =
                new BlockTier(Decimal.of(10), Decimal.ZERO, Decimal.of(perPerson), BlockMode.PROGRESSIVE, Decimal.ONE);
        BlockTier open = new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(2));
        List<BlockTier> tiers = List.of(first, open);
        return new BlockCharge("water", Unit.CUBIC_METRE, rule, TariffComponent.ALL_YEAR, tiers, "none", "");
    }

    private static BlockRule rule(BlockSpan span, @Nullable Persons persons, Map<Integer, Integer> sizes) {
        TreeMap<Decimal, Decimal> exact = new TreeMap<>();
        sizes.forEach((size, times) -> exact.put(Decimal.of(size), Decimal.of(times)));
        return new BlockRule(true, span, persons, exact);
    }

    @Test
    void everythingThatBoundsHangOnIsTold() {
        BlockSpan month = new BlockSpan.Month();
        assertThat(List.of(
                        digest(blocks()),
                        digest(blocks(rule(new BlockSpan.Day(), null, Map.of()), 0)),
                        digest(blocks(rule(new BlockSpan.Year(MonthDay.of(1, 1)), null, Map.of()), 0)),
                        digest(blocks(rule(new BlockSpan.Year(MonthDay.of(4, 1)), null, Map.of()), 0)),
                        digest(blocks(rule(month, new Persons(1, 6, null), Map.of()), 3)),
                        digest(blocks(rule(month, new Persons(1, 6, 4), Map.of()), 3)),
                        digest(blocks(rule(month, new Persons(1, 7, 4), Map.of()), 3)),
                        digest(blocks(rule(month, new Persons(2, 7, 4), Map.of()), 3)),
                        digest(blocks(rule(month, new Persons(2, 7, 4), Map.of()), 4)),
                        digest(blocks(rule(month, null, Map.of(15, 1)), 0)),
                        digest(blocks(rule(month, null, Map.of(15, 2)), 0)),
                        digest(blocks(rule(month, null, Map.of(16, 2)), 0))))
                .doesNotHaveDuplicates();
        assertThat(digest(blocks(rule(month, null, Map.of()), 0))).isEqualTo(digest(blocks()));
    }

    /// A run goes on by the same periods.
    @Test
    void howManyMonthsAPeriodHasIsTold() {
        assertThat(List.of(
                        digest(blocks()),
                        digest(blocks(), new Proration(DayCount.NONE, DayCount.NONE, null, 2)),
                        digest(blocks(), new Proration(DayCount.NONE, DayCount.NONE, null, 3))))
                .doesNotHaveDuplicates();
    }

    /// Bills that were made are checked by digests that were made then.
    @Test
    void whatWasDigestedBeforeStaysAsItWas() {
        BlockTier open = new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE);
        BlockCharge plain = new BlockCharge("water", Unit.CUBIC_METRE, true, List.of(open), "none", "");
        assertThat(digest(plain)).isEqualTo("sha256:8be1b00e8e5d2f916afe58e8c16f3dc1be28a986ad5adcef20beed485e8966db");
    }

    @Test
    void everyFigureOfSewageIsTold() {
        WinterRule winter = new WinterRule(Set.of(Month.JANUARY), Outside.AT_MOST, null);
        assertThat(List.of(
                        digest(sewer("0.8", null)),
                        digest(sewer("0.9", null)),
                        digest(sewer("0.8", winter)),
                        digest(sewer("0.8", new WinterRule(Set.of(Month.MAY), winter.outside(), null))),
                        digest(sewer("0.8", new WinterRule(winter.months(), Outside.AVERAGE, null))),
                        digest(sewer("0.8", new WinterRule(winter.months(), winter.outside(), Decimal.ONE)))))
                .doesNotHaveDuplicates();
    }

    private static SewerCharge sewer(String returned, @Nullable WinterRule winter) {
        BlockTier tier = new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE);
        return new SewerCharge("sewer", Unit.CUBIC_METRE, Decimal.parse(returned), winter, List.of(tier), "none", "");
    }

    @Test
    void everyFigureOfAnAmountOfAYearIsToldAndNoClause() {
        MonthDay april = MonthDay.of(4, 1);
        assertThat(List.of(
                        digest(ofYear(false, 1200, april, "")),
                        digest(ofYear(true, 1200, april, "")),
                        digest(ofYear(false, 1300, april, "")),
                        digest(ofYear(false, 1200, MonthDay.of(1, 1), ""))))
                .doesNotHaveDuplicates();
        assertThat(digest(ofYear(false, 1200, april, "art. 5"))).isEqualTo(digest(ofYear(false, 1200, april, "")));
    }

    private static YearLimit ofYear(boolean isMaximum, int amount, MonthDay from, String clause) {
        return new YearLimit("least", isMaximum, Decimal.of(amount), new BlockSpan.Year(from), "none", clause);
    }

    @Test
    void everyFigureOfASizeIsToldAndNoClause() {
        SizedCharge charge = sized(Determinant.METER_SIZE, Map.of(15, 8), ChargedPer.MONTH, "");
        assertThat(digest(charge))
                .isEqualTo(digest(sized(Determinant.METER_SIZE, Map.of(15, 8), ChargedPer.MONTH, "article 4")))
                .isNotEqualTo(digest(sized(Determinant.FIRE_LINE_SIZE, Map.of(15, 8), ChargedPer.MONTH, "")))
                .isNotEqualTo(digest(sized(Determinant.METER_SIZE, Map.of(15, 9), ChargedPer.MONTH, "")))
                .isNotEqualTo(digest(sized(Determinant.METER_SIZE, Map.of(16, 8), ChargedPer.MONTH, "")))
                .isNotEqualTo(digest(sized(Determinant.METER_SIZE, Map.of(15, 8, 20, 9), ChargedPer.MONTH, "")))
                .isNotEqualTo(digest(sized(Determinant.METER_SIZE, Map.of(15, 8), ChargedPer.DAY, "")));
    }

    /// Who has a discount is as much as how much it is.
    @Test
    void everythingThatADiscountHangsOnIsTold() {
        Determinant social = Determinant.SOCIAL_TARIFF;
        Decimal half = Decimal.parse("0.5");
        List<TariffComponent> all = List.of(
                new Discount("x", Set.of(), half, null, true, null, "none", ""),
                new Discount("x", Set.of(), half, null, true, social, "none", ""),
                new Discount("x", Set.of("y"), half, null, true, social, "none", ""),
                new Discount("x", Set.of(), Decimal.ONE, null, true, social, "none", ""),
                new Discount("x", Set.of(), half, ChargedPer.MONTH, true, social, "none", ""),
                new Discount("x", Set.of(), half, ChargedPer.MONTH, false, social, "none", ""),
                new Discount("x", Set.of(), half, null, true, social, "other", ""));
        assertThat(all.stream().map(TariffDigestTest::digest)).doesNotHaveDuplicates();
        assertThat(digest(new Discount("x", Set.of(), half, null, true, social, "none", "Decree 5")))
                .isEqualTo(digest(all.get(1)));
    }

    @Test
    void everyFigureOfAChargeOnPowerIsTold() {
        BlockTier tier = new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE);
        List<BlockTier> tiers = List.of(tier);
        Set<Month> year = TariffComponent.ALL_YEAR;
        Set<Month> summer = Set.of(Month.JULY);
        Decimal half = Decimal.parse("0.5");
        Unit kw = Unit.KILOWATT;
        List<TariffComponent> all = List.of(
                new SubscribedCharge("x", kw, null, ChargedPer.MONTH, tiers, "none", ""),
                new SubscribedCharge("x", kw, null, ChargedPer.YEAR, tiers, "none", ""),
                new SubscribedCharge("x", kw, "peak", ChargedPer.MONTH, tiers, "none", ""),
                new OverrunCharge("x", kw, null, year, false, Decimal.ONE, half, "none", ""),
                new OverrunCharge("x", kw, null, summer, false, Decimal.ONE, half, "none", ""),
                new OverrunCharge("x", kw, null, year, true, Decimal.ONE, half, "none", ""),
                new OverrunCharge("x", kw, null, year, false, half, half, "none", ""),
                new OverrunCharge("x", kw, null, year, false, Decimal.ONE, Decimal.ONE, "none", ""),
                new BilledDemandCharge("x", kw, year, null, List.of(), tiers, "none", ""),
                new BilledDemandCharge("x", kw, year, half, List.of(), tiers, "none", ""),
                new BilledDemandCharge("x", kw, year, null, List.of(new DemandFloor.Amount(half)), tiers, "none", ""),
                new BilledDemandCharge(
                        "x", kw, year, null, List.of(new DemandFloor.OfSubscribed(half)), tiers, "none", ""),
                new BilledDemandCharge(
                        "x", kw, year, null, List.of(new DemandFloor.OfPast(half, 2, year)), tiers, "none", ""),
                new BilledDemandCharge(
                        "x", kw, year, null, List.of(new DemandFloor.OfPast(half, 3, year)), tiers, "none", ""),
                new BilledDemandCharge(
                        "x", kw, year, null, List.of(new DemandFloor.OfPast(half, 2, summer)), tiers, "none", ""),
                new ReactiveCharge("x", null, year, half, half, "none", ""),
                new ReactiveCharge("x", "peak", year, half, half, "none", ""),
                new ReactiveCharge("x", null, year, Decimal.ONE, half, "none", ""),
                new ReactiveCharge("x", null, year, half, Decimal.ONE, "none", ""),
                new PowerFactorCharge("x", Set.of(), half, half, null, "none", ""),
                new PowerFactorCharge("x", Set.of("y"), half, half, null, "none", ""),
                new PowerFactorCharge("x", Set.of(), half, half, new PowerFactorBonus(half, half), "none", ""),
                new PowerFactorCharge("x", Set.of(), half, half, new PowerFactorBonus(half, Decimal.ONE), "none", ""));
        assertThat(all.stream().map(TariffDigestTest::digest)).doesNotHaveDuplicates();
    }
}
