package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.WinterRule.Outside;

/// Sewage: 80 % of the water comes back, 1 a unit up to 8, above 2; winter is December to February.
class SewerTableTest {
    private static final Set<Month> WINTER = EnumSet.of(Month.DECEMBER, Month.JANUARY, Month.FEBRUARY);

    private static Tariff sewer(@Nullable WinterRule winter) {
        return TinyTariff.of(new SewerCharge(
                "sewer",
                Unit.CUBIC_METRE,
                Decimal.parse("0.8"),
                winter,
                List.of(
                        new BlockTier(Decimal.of(8), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE),
                        new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(2))),
                "none",
                ""));
    }

    private static BillDeterminants use(String usage, @Nullable String average) {
        BillDeterminants alone = BillDeterminants.of(Fraction.of(Decimal.parse(usage)));
        return average == null
                ? alone
                : alone.with(Map.of(Determinant.WINTER_AVERAGE, Fraction.of(Decimal.parse(average))));
    }

    @ParameterizedTest(name = "{0} for {1} days, {2} used, average {3}, {4}: {5}")
    @CsvSource({
        "2023-01-01, 31, 20, 5, AT_MOST, 24.00", // winter: 16 of sewage
        "2023-07-01, 31, 20, 5, AT_MOST,  4.00", // summer: at most 5, of which 4 come back
        "2023-07-01, 31,  3, 5, AT_MOST,  2.40", // less is used
        "2023-07-01, 31,  5, 5, AT_MOST,  4.00",
        "2023-07-01, 31,  0, 5, AT_MOST,  0.00",
        "2023-07-01, 31, 99, 0, AT_MOST,  0.00", // nobody was there in winter
        "2023-07-01, 31,  0, 5, AVERAGE,  4.00",
        "2023-07-01, 31, 99, 5, AVERAGE,  4.00",
        "2023-01-01, 31,  0, 5, AVERAGE,  0.00", // in winter as it was used
        "2023-07-01, 60, 99, 5, AT_MOST,  8.00", // two months have it twice
        "2023-07-01, 15, 99, 5, AT_MOST,  2.00", // and half a month half of it
        "2023-02-15, 28, 20, 5, AT_MOST, 14.00", // 14 of 28 days of 24, 14 of 4
        "2024-02-15, 30, 20, 5, AT_MOST, 14.00", // 15 of 30 in a leap year
        "2023-07-01, 31, 99, , AT_MOST,   7.20", // a new customer: 9
    })
    void outsideWinterTheAverageCounts(
            LocalDate from, int days, String usage, @Nullable String average, Outside outside, String amount) {
        Rating rating = sewer(new WinterRule(WINTER, outside, Decimal.of(9)))
                .resolve(DateRange.of(from, from.plusDays(days)), 1)
                .rate(use(usage, average));
        assertThat(rating.total()).isEqualTo(Money.parse(amount));
        assertThat(rating.lines())
                .allSatisfy(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()));
    }

    @Test
    void whoHasNoAverageIsNamedOnTheDaysThatAskForIt() {
        Tariff tariff = sewer(new WinterRule(WINTER, Outside.AT_MOST, null));
        DateRange january = DateRange.of(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 2, 1));
        DateRange july = DateRange.of(LocalDate.of(2023, 7, 1), LocalDate.of(2023, 8, 1));
        assertThat(tariff.determinants()).containsExactly(Determinant.WINTER_AVERAGE);
        assertThat(tariff.resolve(january, 1).gap(use("1", null))).isEmpty();
        assertThat(tariff.resolve(july, 1).gap(use("1", null)))
                .hasValueSatisfying(gap -> assertThat(gap.isMissing()).isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2023-01-01", "2023-02-20", "2023-07-01"})
    void totalsAreThoseOfRatings(LocalDate from) {
        ResolvedTariff resolved = sewer(new WinterRule(WINTER, Outside.AT_MOST, Decimal.of(12)))
                .resolve(DateRange.of(from, from.plusDays(30)), 1);
        Totals totals = Totals.of(resolved, 1);
        for (int steps = 0; steps < 300; steps++) {
            assertThat(totals.total(steps))
                    .isEqualTo(resolved.rate(Fraction.of(steps, 10)).total().minorUnits());
        }
    }

    @Test
    void withoutAWinterItIsOfUsageAlone() {
        Tariff tariff = sewer(null);
        assertThat(tariff.isOfUsageAlone()).isTrue();
        DateRange july = DateRange.of(LocalDate.of(2023, 7, 1), LocalDate.of(2023, 8, 1));
        assertThat(tariff.resolve(july, 1).bends()).containsExactly(Fraction.of(10));
    }
}
