package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Proration.DayCount;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;

/// Blocks 0-10 at 2, 10-20 at 2.5, 20-30 at 8, 30-40 at 12, above 40 at 15: the table on which another calculator is
/// known to compare what remains with a block's absolute bound.
class BlockTableTest {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final Proration WHOLE_BOUNDS = new Proration(DayCount.DAYS_30, DayCount.NONE, 0);

    @ParameterizedTest(name = "{0}: progressive {1}, selective {2}")
    @CsvSource({
        "  0,      0.00,    0.00",
        "  5,     10.00,   10.00", // 5 x 2
        " 10,     20.00,   20.00", // 10 x 2
        " 10.01,  20.03,   25.03", // 20 + 0.01 x 2.5; 10.01 x 2.5
        " 15,     32.50,   37.50", // 20 + 5 x 2.5; 15 x 2.5
        " 20,     45.00,   50.00",
        " 25,     85.00,  200.00", // 45 + 5 x 8; 25 x 8
        " 30,    125.00,  240.00",
        " 31,    137.00,  372.00", // 125 + 12; 31 x 12
        " 40,    245.00,  480.00",
        " 45,    320.00,  675.00", // 245 + 5 x 15; 45 x 15
        "100,   1145.00, 1500.00",
    })
    void amounts(String usage, String progressive, String selective) {
        assertThat(rate(usage, BlockMode.PROGRESSIVE).total()).isEqualTo(Money.parse(progressive));
        assertThat(rate(usage, BlockMode.SELECTIVE).total()).isEqualTo(Money.parse(selective));
    }

    @Test
    void aToleranceMovesTheBoundThatCountsAndNotThePublishedOne() {
        BlockTier tier = new BlockTier(Decimal.of(200), Decimal.of(10), BlockMode.SELECTIVE, Decimal.ONE);
        assertThat(tier.upTo()).isEqualTo(Decimal.of(200));
        assertThat(tier.bound()).isEqualTo(Decimal.of(210));
    }

    @Test
    void negativeUsageIsNeverRated() {
        assertThatThrownBy(() -> rate("-1", BlockMode.PROGRESSIVE)).hasMessageContaining("-1");
    }

    @ParameterizedTest(name = "{0} of {1} days count as {2} months")
    @CsvSource({
        "NONE, 1, 1/30",
        "NONE, 24, 4/5",
        "NONE, 25, 1",
        "NONE, 30, 1",
        "NONE, 35, 1",
        "NONE, 36, 6/5",
        "NONE, 60, 2",
        "DAYS_30, 1, 1/30",
        "DAYS_30, 25, 5/6",
        "DAYS_30, 30, 1",
        "DAYS_30, 31, 31/30",
        "DAYS_30, 366, 61/5"
    })
    void months(DayCount dayCount, int days, String months) {
        assertThat(dayCount.months(days)).hasToString(months);
    }

    @ParameterizedTest(name = "{0} days: {1} of 13 units in block 1, fixed {2}")
    @CsvSource({
        "31, 10, 6.00", // 10 x 31/30 = 10.33, rounded to 10
        "32, 11, 6.00", // 10.67
        "36, 12, 7.20", // 12; fixed: 36 days are no month, 6 x 36/30
        "25,  8, 6.00", // 8.33; fixed: 25 days are a month
    })
    void boundsAndChargesFollowTheirOwnDayCounts(int days, String inBlockOne, String fixed) {
        Rating rating = tariff(WHOLE_BOUNDS, BlockMode.PROGRESSIVE, fixedCharge())
                .resolve(DateRange.of(START, START.plusDays(days)), 1)
                .rate(Fraction.of(13));
        assertThat(rating.lines().getFirst().quantity()).hasToString(inBlockOne);
        assertThat(rating.lines().getLast().amount()).isEqualTo(Money.parse(fixed));
    }

    @ParameterizedTest(name = "{0} units: top-up {1}")
    @CsvSource({
        "0,   24.00", // 30 - 6
        "5,   14.00", // 30 - 6 - 10
        "11,   1.50", // 30 - 6 - 20 - 2.50
        "11.6, 0.00", // 30 - 6 - 20 - 4
        "20,   0.00",
    })
    void aMinimumTopsUpWhatAllOtherChargesLeave(String usage, String topUp) {
        TariffComponent minimum = new MinimumCharge("minimum", Decimal.of(30), ChargedPer.MONTH, "none", "");
        Rating rating = tariff(Proration.NONE, BlockMode.PROGRESSIVE, fixedCharge(), minimum)
                .resolve(DateRange.of(START, START.plusDays(30)), 1)
                .rate(Fraction.of(Decimal.parse(usage)));
        assertThat(rating.netByComponent().getOrDefault("minimum", Money.ZERO)).isEqualTo(Money.parse(topUp));
    }

    private static Rating rate(String usage, BlockMode mode) {
        return tariff(Proration.NONE, mode)
                .resolve(DateRange.of(START, START.plusDays(30)), 1)
                .rate(Fraction.of(Decimal.parse(usage.strip())));
    }

    private static TariffComponent fixedCharge() {
        return new FixedCharge("fixed", Decimal.of(6), ChargedPer.MONTH, "none", "");
    }

    private static Tariff tariff(Proration proration, BlockMode mode, TariffComponent... others) {
        List<BlockTier> tiers = List.of(
                tier(10, "2", mode),
                tier(20, "2.5", mode),
                tier(30, "8", mode),
                tier(40, "12", mode),
                tier(null, "15", mode));
        List<TariffComponent> components = new ArrayList<>();
        components.add(new BlockCharge("energy", Unit.KILOWATT_HOUR, true, tiers, "none", ""));
        components.addAll(List.of(others));
        return new Tariff(
                "peer/blocks",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(new TariffVersion(START, null, proration, false, components)),
                List.of(new ValueAddedTax("VAT", "none", List.of(new DatedRate(START, Decimal.ZERO)), "")));
    }

    private static BlockTier tier(@Nullable Integer upTo, String price, BlockMode mode) {
        return new BlockTier(upTo == null ? null : Decimal.of(upTo), Decimal.ZERO, mode, Decimal.parse(price));
    }
}
