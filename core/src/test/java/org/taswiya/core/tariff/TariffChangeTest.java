package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockRule.Persons;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.TariffComponent.SizedCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.Tax.PaymentDuty;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.Tax.VolumeLevy;
import org.taswiya.core.tariff.WinterRule.Outside;

/// What two books state differently, a figure at a time.
class TariffChangeTest {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final Unit KWH = Unit.KILOWATT_HOUR;

    private static Decimal d(String value) {
        return Decimal.parse(value);
    }

    private static List<BlockTier> tiers(@Nullable String upTo, String price) {
        BlockTier open = new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, d("9"));
        return upTo == null
                ? List.of(new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, d(price)))
                : List.of(new BlockTier(d(upTo), Decimal.ZERO, BlockMode.PROGRESSIVE, d(price)), open);
    }

    private static Tariff book(TariffComponent component, Tax... taxes) {
        TariffVersion version = new TariffVersion(DAY, null, Proration.NONE, false, List.of(component));
        return new Tariff(
                "town/power", "electricity", "MAD", KWH, TaxBasis.BEFORE_TAX, 18, List.of(version), List.of(taxes));
    }

    private static List<String> changes(Tariff before, Tariff after) {
        return BookComparison.of(before, DAY, after, DAY).orElseThrow().changes().stream()
                .map(change -> change.fact().code() + " " + change.fact().band() + " "
                        + change.fact().block() + " " + change.fact().field() + " " + change.before() + " "
                        + change.after())
                .toList();
    }

    static Stream<Arguments> oneFigureOfEachKind() {
        return Stream.of(
                Arguments.of(
                        new BlockCharge("c", KWH, true, tiers("100", "1"), "v", "x"),
                        new BlockCharge("c", KWH, true, tiers("120", "1"), "v", "y"),
                        "c  1 UP_TO 100 120"),
                Arguments.of(
                        new BlockCharge("c", KWH, true, tiers(null, "1"), "v", "x"),
                        new BlockCharge("c", KWH, false, tiers(null, "1"), "v", "x"),
                        "c  0 PER_HOUSEHOLD true false"),
                Arguments.of(
                        told(new BlockSpan.Day(), 6, "1.5", 0),
                        told(new BlockSpan.Month(), 6, "1.5", 0),
                        "c  0 BASIS day month"),
                Arguments.of(
                        told(new BlockSpan.Year(MonthDay.of(1, 1)), 6, "1.5", 0),
                        told(new BlockSpan.Year(MonthDay.of(4, 1)), 6, "1.5", 0),
                        "c  0 YEAR_FROM --01-01 --04-01"),
                Arguments.of(
                        told(new BlockSpan.Day(), 6, "1.5", 0),
                        told(new BlockSpan.Day(), 7, "1.5", 0),
                        "c  0 PERSONS 1 to 6, 4 if unknown 1 to 7, 4 if unknown"),
                Arguments.of(
                        told(new BlockSpan.Day(), 6, "1.5", 0),
                        told(new BlockSpan.Day(), 6, "2", 0),
                        "c 20 0 TIMES 1.5 2"),
                Arguments.of(
                        told(new BlockSpan.Day(), 6, "1.5", 0),
                        told(new BlockSpan.Day(), 6, "1.5", 2),
                        "c  1 PER_PERSON null 2"),
                Arguments.of(
                        new VolumeCharge("c", "water", List.of(d("1"), d("2")), "v", "x"),
                        new VolumeCharge("c", "water", List.of(d("1"), d("3")), "v", "x"),
                        "c  2 PRICE 2 3"),
                Arguments.of(bands(BoundBasis.MONTH, "1"), bands(BoundBasis.DAY, "1"), "c peak 0 BASIS month day"),
                Arguments.of(bands(BoundBasis.MONTH, "1"), bands(BoundBasis.MONTH, "4"), "c peak 1 PRICE 1 4"),
                Arguments.of(
                        demand(Set.of(Month.MARCH, Month.MAY)), demand(Set.of(Month.MAY)), "c peak 0 MONTHS 3 5 5"),
                Arguments.of(
                        new FixedCharge("c", d("7"), ChargedPer.MONTH, "v", "x"),
                        new FixedCharge("c", d("7"), ChargedPer.DAY, "v", "x"),
                        "c  0 PER month day"),
                Arguments.of(
                        sewer("0.8", Outside.AT_MOST, "9"),
                        sewer("0.9", Outside.AT_MOST, "9"),
                        "c  0 RETURNED 0.8 0.9"),
                Arguments.of(
                        sewer("0.8", Outside.AT_MOST, "9"),
                        sewer("0.8", Outside.AVERAGE, "9"),
                        "c  0 OUTSIDE_WINTER at-most average"),
                Arguments.of(
                        sewer("0.8", Outside.AT_MOST, "9"),
                        sewer("0.8", Outside.AT_MOST, "8"),
                        "c  0 AVERAGE_IF_UNKNOWN 9 8"),
                Arguments.of(sized("25", "4"), sized("25", "5"), "c 25 0 PRICE 4 5"),
                Arguments.of(sized("25", "4"), sized("40", "4"), "c 25 0 PRICE 4 null"),
                Arguments.of(
                        social("0.25", null), social("0.25", Determinant.SOCIAL_TARIFF), "c  0 BY null social-tariff"),
                Arguments.of(
                        social("0.25", Determinant.SOCIAL_TARIFF),
                        social("0.3", Determinant.SOCIAL_TARIFF),
                        "c  0 RATE 0.25 0.3"),
                Arguments.of(
                        new YearLimit("c", false, d("7"), new BlockSpan.Year(MonthDay.of(1, 1)), "v", "x"),
                        new YearLimit("c", false, d("7"), new BlockSpan.Year(MonthDay.of(4, 1)), "v", "x"),
                        "c  0 YEAR_FROM --01-01 --04-01"),
                Arguments.of(
                        new MinimumCharge("c", d("7"), ChargedPer.MONTH, "v", "x"),
                        new MinimumCharge("c", d("8"), ChargedPer.MONTH, "w", "x"),
                        "c  0 AMOUNT 7 8"));
    }

    private static Discount social(String rate, @Nullable Determinant where) {
        return new Discount("c", Set.of(), d(rate), null, true, where, "v", "x");
    }

    private static BlockCharge told(BlockSpan span, int most, String times, int perPerson) {
        BlockRule rule = new BlockRule(true, span, new Persons(1, most, 4), new TreeMap<>(Map.of(d("20"), d(times))));
        BlockTier first =
                new BlockTier(d("10"), Decimal.ZERO, Decimal.of(perPerson), BlockMode.PROGRESSIVE, Decimal.ONE);
        List<BlockTier> both = List.of(first, tiers(null, "1").getFirst());
        return new BlockCharge("c", KWH, rule, TariffComponent.ALL_YEAR, both, "v", "x");
    }

    private static BandCharge bands(BoundBasis basis, String price) {
        return new BandCharge("c", KWH, List.of(new BandLadder("peak", basis, tiers("50", price))), "v", "x");
    }

    private static DemandCharge demand(Set<Month> months) {
        return new DemandCharge("c", Unit.KILOWATT, DemandBands.of("peak"), months, tiers(null, "1"), "v", "x");
    }

    private static SewerCharge sewer(String returned, Outside outside, String ifUnknown) {
        WinterRule winter = new WinterRule(Set.of(Month.JANUARY), outside, d(ifUnknown));
        return new SewerCharge("c", KWH, d(returned), winter, tiers(null, "1"), "v", "x");
    }

    private static SizedCharge sized(String size, String price) {
        SortedMap<Decimal, Decimal> prices = new TreeMap<>(Map.of(d(size), d(price)));
        return new SizedCharge("c", Determinant.METER_SIZE, prices, ChargedPer.MONTH, "v", "x");
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("oneFigureOfEachKind")
    void oneFigureIsOneChange(TariffComponent before, TariffComponent after, String change) {
        assertThat(changes(book(before), book(after))).startsWith(change);
        assertThat(changes(book(before), book(before))).isEmpty();
    }

    /// A clause or a source is nothing that anybody is charged.
    @Test
    void aClauseIsNoChange() {
        assertThat(changes(
                        book(new FixedCharge("c", d("7"), ChargedPer.MONTH, "v", "x")),
                        book(new FixedCharge("c", d("7"), ChargedPer.MONTH, "v", "of another decree"))))
                .isEmpty();
    }

    @Test
    void whatComesOrGoesIsToldWhole() {
        TariffComponent fixed = new FixedCharge("rent", d("7"), ChargedPer.MONTH, "v", "x");
        TariffComponent other = new FixedCharge("care", d("2"), ChargedPer.MONTH, "v", "x");
        assertThat(changes(book(fixed), book(other)))
                .containsExactly(
                        "rent  0 KIND fixed null",
                        "rent  0 PRICE 7 null",
                        "rent  0 PER month null",
                        "rent  0 TAX_CLASS v null",
                        "care  0 KIND null fixed",
                        "care  0 PRICE null 2",
                        "care  0 PER null month",
                        "care  0 TAX_CLASS null v");
    }

    @Test
    void taxesToo() {
        TariffComponent fixed = new FixedCharge("rent", d("7"), ChargedPer.MONTH, "v", "x");
        Tariff before = book(
                fixed,
                new ValueAddedTax("VAT", "v", List.of(new DatedRate(DAY, d("0.1"))), "x"),
                new VolumeLevy("LEVY", List.of(levy("0.2", null)), "x"),
                new PaymentDuty("STAMP", PaymentChannel.CASH, List.of(new DatedRate(DAY, d("0.25"))), "x"));
        Tariff after = book(
                fixed,
                new ValueAddedTax("VAT", "v", List.of(new DatedRate(DAY, d("0.2"))), "x"),
                new VolumeLevy("LEVY", List.of(levy("0.3", d("5"))), "x"),
                new PaymentDuty("STAMP", PaymentChannel.CASH, List.of(new DatedRate(DAY, d("0.5"))), "x"));
        assertThat(changes(before, after))
                .containsExactly(
                        "VAT v  0 RATE 0.1 0.2",
                        "LEVY  1 RATE 0.2 0.3",
                        "STAMP  0 RATE 0.25 0.5",
                        "LEVY  0 CAP_PER_MONTH null 5");
    }

    private static LevyVersion levy(String rate, @Nullable Decimal cap) {
        return new LevyVersion(DAY, Decimal.ZERO, List.of(new LevyTier(null, d(rate))), cap);
    }
}
