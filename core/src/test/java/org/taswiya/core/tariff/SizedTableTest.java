package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.SizedCharge;

/// A charge by size: 15 at 24, 20 at 60, and three quarters of an inch at 36.
class SizedTableTest {
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1));

    private static SizedCharge meter(ChargedPer per) {
        return new SizedCharge(
                "meter",
                Determinant.METER_SIZE,
                new TreeMap<>(Map.of(
                        Decimal.of(15),
                        Decimal.of(24),
                        Decimal.of(20),
                        Decimal.of(60),
                        Decimal.parse("0.75"),
                        Decimal.of(36))),
                per,
                "none",
                "");
    }

    private static BillDeterminants size(String size) {
        return BillDeterminants.of(Fraction.ZERO)
                .with(Map.of(Determinant.METER_SIZE, Fraction.of(Decimal.parse(size))));
    }

    @ParameterizedTest(name = "size {0} for {1} days from {2}, a {3}: {4}")
    @CsvSource({
        "15,   31, 2023-03-01, MONTH,  24.00",
        "20,   31, 2023-03-01, MONTH,  60.00",
        "0.75, 31, 2023-03-01, MONTH,  36.00",
        "0.750,31, 2023-03-01, MONTH,  36.00", // the same number
        "15,   15, 2023-03-01, MONTH,  12.00", // 15/30
        "15,   60, 2023-03-01, MONTH,  48.00",
        "15,   28, 2023-02-01, DAY,   672.00",
        "15,   29, 2024-02-01, DAY,   696.00", // a leap year has a day more
        "15,   29, 2024-02-01, MONTH,  24.00",
        "15,   31, 2023-03-01, YEAR,    2.00",
    })
    void aSizeHasItsPrice(String size, int days, LocalDate from, ChargedPer per, String amount) {
        Rating rating = TinyTariff.of(meter(per))
                .resolve(DateRange.of(from, from.plusDays(days)), 1)
                .rate(size(size));
        assertThat(rating.total()).isEqualTo(Money.parse(amount));
        assertThat(rating.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()));
    }

    @Test
    void whatIsMissingOrHasNoPriceIsNamed() {
        ResolvedTariff resolved = TinyTariff.of(meter(ChargedPer.MONTH)).resolve(MARCH, 1);
        assertThat(resolved.gap(BillDeterminants.of(Fraction.ONE)))
                .hasValueSatisfying(gap -> assertThat(gap.isMissing()).isTrue())
                .hasValueSatisfying(gap -> assertThat(gap)
                        .hasToString("meter-size: found nothing, but meter is charged by it; expected one of 0.75, 15,"
                                + " 20"));
        assertThat(resolved.gap(size("25")))
                .hasValueSatisfying(gap -> assertThat(gap.isMissing()).isFalse());
        assertThat(resolved.gap(size("20"))).isEmpty();
        assertThatThrownBy(() -> resolved.rate(size("25")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("meter-size: found 25");
    }

    /// Asked by what it tops up, it is asked for all the same.
    @Test
    void aMinimumTopsASizeUp() {
        MinimumCharge minimum = new MinimumCharge("minimum", Decimal.of(100), ChargedPer.MONTH, "none", "");
        ResolvedTariff resolved =
                TinyTariff.of(minimum, meter(ChargedPer.MONTH)).resolve(MARCH, 1);
        assertThat(resolved.rate(size("15")).netByComponent()).containsEntry("minimum", Money.parse("76.00"));
        assertThat(resolved.gap(BillDeterminants.of(Fraction.ONE))).isPresent();
    }

    @Test
    void totalsAreNotMadeOfWhatIsNotTold() {
        ResolvedTariff resolved = TinyTariff.of(meter(ChargedPer.MONTH)).resolve(MARCH, 1);
        assertThatThrownBy(() -> Totals.of(resolved, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
