package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.SurplusSettlement;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.Tax.VolumeLevy;

/// Energy 0-100 at 1, above at 2, with 20 % of tax; fed in 0-100 at 0.5, above at 0.25, without.
class ExportTableTest {
    private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
    private static final Set<Month> ALL_YEAR = TariffComponent.ALL_YEAR;
    private static final BlockCharge ENERGY =
            new BlockCharge("energy", Unit.KILOWATT_HOUR, false, List.of(upTo(100, "1"), above("2")), "energy", "");

    private static BlockTier upTo(int bound, String price) {
        return new BlockTier(Decimal.of(bound), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.parse(price));
    }

    private static BlockTier above(String price) {
        return new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.parse(price));
    }

    private static ExportCredit credit(boolean isPaidOut) {
        return new ExportCredit(
                "export",
                Unit.KILOWATT_HOUR,
                null,
                ALL_YEAR,
                isPaidOut,
                List.of(upTo(100, "0.5"), above("0.25")),
                "export",
                "");
    }

    private static NetMetering netting(boolean isPaidOut) {
        SurplusSettlement december = new SurplusSettlement(Month.DECEMBER, Decimal.parse("0.3"));
        return new NetMetering("netting", Unit.KILOWATT_HOUR, december, isPaidOut, "export", "");
    }

    private static Tariff tariff(List<Tax> levies, TariffComponent... components) {
        List<Tax> taxes = new ArrayList<>(levies);
        taxes.add(vat("energy", "0.2"));
        taxes.add(vat("export", "0"));
        return new Tariff(
                "tiny/sun",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, List.of(components))),
                taxes);
    }

    private static ValueAddedTax vat(String taxClass, String rate) {
        return new ValueAddedTax("VAT", taxClass, List.of(new DatedRate(LocalDate.MIN, Decimal.parse(rate))), "");
    }

    private static Rating rate(LocalDate from, int days, BillDeterminants use, TariffComponent... components) {
        return tariff(List.of(), components)
                .resolve(DateRange.of(from, from.plusDays(days)), 1)
                .rate(use);
    }

    private static Fraction fraction(String text) {
        return Fraction.of(Decimal.parse(text));
    }

    private static BillDeterminants use(String usage, String exported) {
        return BillDeterminants.of(fraction(usage)).with(Map.of(Determinant.EXPORTED_ENERGY, fraction(exported)));
    }

    private static BillDeterminants use(String usage, String exported, String carried) {
        return BillDeterminants.of(fraction(usage))
                .with(Map.of(
                        Determinant.EXPORTED_ENERGY, fraction(exported), Determinant.CARRIED_IN, fraction(carried)));
    }

    private static Map<String, Fraction> bands(String text) {
        Map<String, Fraction> bands = new TreeMap<>();
        Arrays.stream(text.strip().split(" ", -1))
                .map(one -> one.split("=", 2))
                .forEach(one -> bands.put(one[0], fraction(one[1])));
        return bands;
    }

    @ParameterizedTest(name = "{0} used, {1} fed in: {2}, {3} where it is paid out")
    @CsvSource({
        "100,    0, 120.00, 120.00",
        "100,  100,  70.00,  70.00", // the bound exactly
        "100,  160,  55.00,  55.00", // 100 x 0.5 + 60 x 0.25
        "100,  380,   0.00,   0.00", // exactly the bill
        "100,  381,   0.00,  -0.25",
        "10,   160,   0.00, -53.00",
        "0,     10,   0.00,  -5.00",
    })
    void whatIsFedInIsCreditedUpToTheBill(String used, String exported, String lost, String paid) {
        assertThat(rate(MARCH, 31, use(used, exported), ENERGY, credit(false)).total())
                .isEqualTo(Money.parse(lost));
        assertThat(rate(MARCH, 31, use(used, exported), ENERGY, credit(true)).total())
                .isEqualTo(Money.parse(paid));
    }

    /// The credit bears no tax where its class has none: what usage bears stays.
    @Test
    void aCreditHasATaxClassOfItsOwn() {
        Rating rating = rate(MARCH, 31, use("100", "160"), ENERGY, credit(false));
        assertThat(rating.net()).isEqualTo(Money.parse("35.00"));
        assertThat(rating.tax()).isEqualTo(Money.parse("20.00"));
        assertThat(rating.netByComponent()).containsEntry("export", Money.parse("-65.00"));
    }

    @Test
    void aCreditIsItsQuantityAtAPriceBelowZeroWhereItIsLimitedToo() {
        Rating rating = rate(MARCH, 31, use("10", "160"), ENERGY, credit(false));
        assertThat(rating.lines())
                .allSatisfy(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()));
        // The last block goes first: 60 x 0.25 is all lost, and of the first 24 of 100 are credited, 12.00.
        assertThat(rating.lines().get(1).quantity()).isEqualByComparingTo(Fraction.of(24));
        assertThat(rating.lines().get(2).quantity()).isEqualByComparingTo(Fraction.ZERO);
        assertThat(rating.unrounded().total()).isEqualByComparingTo(Fraction.ZERO);
    }

    /// The bill is 12.00, and 65.00 were fed in.
    @Test
    void whatIsNotCreditedIsSaid() {
        Rating rating = rate(MARCH, 31, use("10", "160"), ENERGY, credit(false));
        assertThat(rating.lost())
                .containsExactly(new LostCredit(
                        "export", Fraction.of(136), Unit.KILOWATT_HOUR, Money.parse("53.00"))); // 160 - 24
        assertThat(rate(MARCH, 31, use("10", "160"), ENERGY, credit(true)).lost())
                .isEmpty();
        assertThat(rate(MARCH, 31, use("100", "160"), ENERGY, credit(false)).lost())
                .isEmpty();
    }

    @Test
    void bandsAndMonthsHaveCreditsOfTheirOwn() {
        ExportCredit peak = new ExportCredit(
                "peak", Unit.KILOWATT_HOUR, "peak", EnumSet.of(Month.JULY), true, List.of(above("2")), "export", "");
        BillDeterminants use = BillDeterminants.of(Fraction.ZERO)
                .withParts(Map.of(Determinant.EXPORTED_ENERGY, bands("peak=10 off=90")));
        LocalDate july = LocalDate.of(2023, 7, 1);
        assertThat(rate(july, 31, use, peak).total()).isEqualTo(Money.parse("-20.00"));
        assertThat(rate(MARCH, 31, use, peak).total()).isEqualTo(Money.ZERO);
        assertThat(rate(LocalDate.of(2023, 6, 16), 30, use, peak).total()).isEqualTo(Money.parse("-10.00"));
    }

    /// Nothing hangs on a credit: a minimum is topped up before it, and no rider is on it.
    @Test
    void aCreditComesOffAfterEverything() {
        MinimumCharge minimum = new MinimumCharge("minimum", Decimal.of(50), ChargedPer.MONTH, "energy", "");
        Rider rider = new Rider("rider", Set.of(), Decimal.parse("0.1"), "energy", "");
        Rating rating = rate(MARCH, 31, use("10", "20"), credit(false), minimum, rider, ENERGY);
        assertThat(rating.netByComponent())
                .containsEntry("rider", Money.parse("1.00"))
                .containsEntry("minimum", Money.parse("39.00"))
                .containsEntry("export", Money.parse("-10.00"));
        assertThat(rating.total()).isEqualTo(Money.parse("50.00")); // 50 x 1.2 - 10
    }

    @ParameterizedTest(name = "{0} used, {1} fed in, {2} carried in: {3}, {4} carried out")
    @CsvSource({
        "150,   0,  0, 200.00,   0",
        "150,  50,  0, 100.00,   0", // the dearest block is what comes off, and the bound is reached exactly
        "150,  40, 20,  90.00,   0",
        "150, 150,  0,   0.00,   0", // exactly what was used
        "150, 200,  0,   0.00,  50",
        "150,   0, 200,  0.00,  50",
        "0,     1,  2,   0.00,   3",
    })
    void whatIsFedInComesOffTheUsageAndTheSurplusIsCarriedOn(
            String used, String exported, String carried, String net, String out) {
        Rating rating = rate(MARCH, 31, use(used, exported, carried), ENERGY, netting(false));
        assertThat(rating.net()).isEqualTo(Money.parse(net));
        assertThat(rating.carriedOut()).containsExactly(Map.entry("", fraction(out)));
    }

    /// A line without a price tells what came off.
    @Test
    void whatCameOffIsALine() {
        Rating rating = rate(MARCH, 31, use("150", "40", "0"), ENERGY, netting(false));
        assertThat(rating.lines().getLast()).satisfies(line -> {
            assertThat(line.component()).isEqualTo("netting");
            assertThat(line.quantity()).isEqualByComparingTo(Fraction.of(40));
            assertThat(line.amount()).isEqualTo(Money.ZERO);
        });
        assertThat(rating.usage()).isEqualByComparingTo(Fraction.of(110));
    }

    @ParameterizedTest(name = "from {0} for {1} days: {2}, {3} where it is lost, {4} carried out")
    @CsvSource({
        "2023-11-01, 30,  10.00, 10.00, 50",
        "2023-12-01, 31,  -3.00,  0.00,  0", // 50 x 0.3 is 15, the meter 12 with its tax
        "2023-11-15, 31,  -3.00,  0.00,  0", // its last day is 15 December
        "2023-12-15, 31,  10.00, 10.00, 50", // its last day is 14 January
        "2023-12-01, 35,  -3.00,  0.00,  0", // it has all of December
        "2023-12-02, 33,  10.00, 10.00, 50", // and lacks its first day, on which the one before ended
        "2023-11-28, 35,  -3.00,  0.00,  0", // its last day is 1 January, and December lies in it
        "2023-11-30, 32,  -3.00,  0.00,  0", // its last day is 31 December
    })
    void aYearsSurplusIsSettledOnce(LocalDate from, int days, String net, String lost, String out) {
        FixedCharge meter = new FixedCharge("meter", Decimal.of(10), ChargedPer.MONTH, "energy", "");
        BillDeterminants use = use("100", "150", "0");
        Rating paid = rate(from, days, use, ENERGY, meter, netting(true));
        Money expected = Money.parse(net);
        assertThat(paid.total()).isEqualTo(expected.signum() < 0 ? expected : Money.parse("12.00"));
        assertThat(paid.carriedOut()).containsExactly(Map.entry("", fraction(out)));
        Rating limited = rate(from, days, use, ENERGY, meter, netting(false));
        assertThat(limited.total()).isEqualTo(Money.parse(lost).isZero() ? Money.ZERO : Money.parse("12.00"));
    }

    @Test
    void bandsAreNettedBandByBand() {
        BandCharge energy = new BandCharge(
                "energy",
                Unit.KILOWATT_HOUR,
                List.of(
                        new BandLadder("off", BoundBasis.MONTH, List.of(above("1"))),
                        new BandLadder("peak", BoundBasis.MONTH, List.of(above("3")))),
                "energy",
                "");
        BillDeterminants use = BillDeterminants.of(bands("peak=100 off=100"), Map.of())
                .withParts(Map.of(
                        Determinant.EXPORTED_ENERGY, bands("peak=30 off=120"),
                        Determinant.CARRIED_IN, bands("peak=0 off=5")));
        Rating rating = rate(MARCH, 31, use, energy, netting(false));
        // 70 x 3: a surplus off peak is worth nothing at peak.
        assertThat(rating.net()).isEqualTo(Money.parse("210.00"));
        assertThat(rating.carriedOut())
                .containsOnly(Map.entry("off", fraction("25")), Map.entry("peak", Fraction.ZERO));
        ResolvedTariff resolved =
                tariff(List.of(), energy, netting(false)).resolve(DateRange.of(MARCH, MARCH.plusDays(31)), 1);
        BillDeterminants whole = BillDeterminants.of(bands("peak=100 off=100"), Map.of())
                .with(Map.of(Determinant.EXPORTED_ENERGY, Fraction.ONE, Determinant.CARRIED_IN, Fraction.ZERO));
        assertThat(resolved.gap(whole))
                .hasValueSatisfying(gap -> assertThat(gap.expected()).isEqualTo("that of each time band"));
    }

    /// A levy on volume is on what is left.
    @Test
    void aLevyIsOnWhatIsLeft() {
        VolumeLevy levy = new VolumeLevy(
                "LEVY",
                List.of(new LevyVersion(
                        LocalDate.MIN, Decimal.ZERO, List.of(new LevyTier(null, Decimal.parse("0.1"))), null)),
                "");
        Rating rating = tariff(List.of(levy), ENERGY, netting(false))
                .resolve(DateRange.of(MARCH, MARCH.plusDays(31)), 1)
                .rate(use("150", "100", "0"));
        assertThat(rating.byTax()).containsEntry("LEVY", Money.parse("5.00"));
    }

    @Test
    void whatIsNotToldIsNamed() {
        ResolvedTariff resolved =
                tariff(List.of(), ENERGY, netting(false)).resolve(DateRange.of(MARCH, MARCH.plusDays(31)), 1);
        assertThat(resolved.gap(use("1", "1")))
                .hasValueSatisfying(gap -> assertThat(gap.determinant()).isEqualTo(Determinant.CARRIED_IN));
        assertThat(resolved.gap()).isPresent(); // a dial tells nothing of what was fed in: nobody is billed by it
        assertThat(resolved.tariff().isOfUsageAlone()).isFalse();
    }
}
