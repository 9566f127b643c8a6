package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;

/// A minimum of 1200 and a maximum of 3000 of a year from April, where a unit costs 1.
class YearLimitTableTest {
    private static final BlockSpan.Year YEAR = new BlockSpan.Year(MonthDay.of(4, 1));
    private static final UnitCharge WATER =
            new UnitCharge("water", Unit.CUBIC_METRE, TariffComponent.ALL_YEAR, Decimal.ONE, "none", "");

    private static YearLimit least(int amount) {
        return new YearLimit("least", false, Decimal.of(amount), YEAR, "none", "art. 5");
    }

    private static YearLimit most(int amount) {
        return new YearLimit("most", true, Decimal.of(amount), YEAR, "none", "art. 6");
    }

    private static BillDeterminants told(int used, @Nullable String charged, @Nullable String days, boolean isFinal) {
        Map<Determinant, Fraction> others = new EnumMap<>(Determinant.class);
        if (charged != null) {
            others.put(Determinant.CHARGED_THIS_YEAR, Fraction.of(Decimal.parse(charged)));
        }
        if (days != null) {
            others.put(Determinant.DAYS_THIS_YEAR, Fraction.of(Decimal.parse(days)));
        }
        if (isFinal) {
            others.put(Determinant.FINAL_BILL, Fraction.ONE);
        }
        return BillDeterminants.of(Fraction.of(used)).with(others);
    }

    private static Rating rated(LocalDate from, LocalDate to, BillDeterminants use) {
        return TinyTariff.of(WATER, least(1200), most(3000))
                .resolve(DateRange.of(from, to), 1)
                .rate(use);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "nothing used,                 2023-03-01, 2023-04-01,    0, 1150,  -,  50",
                "one short,                    2023-03-01, 2023-04-01,   49, 1150,  -,   1",
                "exactly reached,              2023-03-01, 2023-04-01,   50, 1150,  -,   0",
                "passed before,                2023-03-01, 2023-04-01,   50, 2300,  -,   0",
                "nothing all year,             2023-03-01, 2023-04-01,    0, 0,     -, 1200",
                "a centime short,              2023-03-01, 2023-04-01,    0, 1199.99, -, 0.01",
                "no month but the last,        2023-02-01, 2023-03-01,    0, -,     -,   0",
                "the new year's first month,   2023-04-01, 2023-05-01,    0, -,     -,   0",
                "121 of 365 days,              2023-03-01, 2023-04-01,    0, 0,    90, 397.81",
                "121 of the 366 of a leap year, 2024-03-01, 2024-04-01,   0, 0,    90, 396.72",
                "came this month,              2023-03-01, 2023-04-01,   10, 0,     0,  91.92",
                "12 of its 30 days are old,    2023-03-20, 2023-04-19,   30, 1100,  -,  88",
                "one bill of the year,         2022-04-01, 2023-04-01, 1000, 0,     -, 200",
            })
    void aMinimum(
            String trap,
            LocalDate from,
            LocalDate to,
            int used,
            @Nullable String charged,
            @Nullable String days,
            String amount) {
        Rating rating = rated(from, to, told(used, charged, days, false));
        TinyTariff.charges(rating, "least", amount);
        TinyTariff.charges(rating, "most", "0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "exactly reached, 2023-03-01, 2023-04-01, 100, 2900,   0",
        "passed now,      2023-03-01, 2023-04-01, 101, 2900,  -1",
        "passed before,   2023-03-01, 2023-04-01,   0, 3400, -400",
        "not at its end,  2023-02-01, 2023-03-01, 900, 2900,   0",
    })
    void aMaximum(String trap, LocalDate from, LocalDate to, int used, String charged, String amount) {
        Rating rating = rated(from, to, told(used, charged, null, false));
        TinyTariff.charges(rating, "most", amount);
        TinyTariff.charges(rating, "least", "0");
    }

    /// 334 days of the year are over on 1 March: 1098.08.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "in the midst of a year,         2023-02-01, 2023-03-01, 0, 1000, -,  98.08",
                "who came this month,            2023-02-01, 2023-03-01, 0, 0,    0,  92.05",
                "both years: 12 and 18 days,     2023-03-20, 2023-04-19, 0, 1100, -, 159.02", // 100, and 59.02
                "on the last day of the year,    2023-03-01, 2023-04-01, 0, 1150, -,  50",
            })
    void aFinalBillEndsTheYear(
            String trap, LocalDate from, LocalDate to, int used, String charged, @Nullable String days, String amount) {
        TinyTariff.charges(rated(from, to, told(used, charged, days, true)), "least", amount);
    }

    /// The days before the change count 600 a year, 275 of them, and 90 count 1200, whatever the code; with no amount
    /// of the kind they count what follows.
    @Test
    void anotherAmountCountsByDays() {
        LocalDate january = LocalDate.of(2023, 1, 1);
        assertThat(atTheEnd(changed(january, WATER, least(600)))).isEqualTo(Money.parse("747.95"));
        YearLimit renamed = new YearLimit("floor", false, Decimal.of(600), YEAR, "none", "art. 5");
        assertThat(atTheEnd(changed(january, WATER, renamed))).isEqualTo(Money.parse("747.95"));
        assertThat(atTheEnd(changed(january, WATER, most(600)))).isEqualTo(Money.parse("1200"));
        assertThat(atTheEnd(changed(january, WATER))).isEqualTo(Money.parse("1200"));
        LocalDate march = LocalDate.of(2023, 3, 16);
        assertThat(atTheEnd(changed(march, WATER, least(600)))).isEqualTo(Money.parse("626.30"));
    }

    private static Tariff changed(LocalDate day, TariffComponent... before) {
        Tariff tariff = TinyTariff.of(before);
        TariffVersion old = tariff.versions().getFirst();
        return new Tariff(
                tariff.id(),
                tariff.service(),
                tariff.currency(),
                tariff.unit(),
                tariff.basis(),
                tariff.dueDays(),
                List.of(
                        new TariffVersion(old.from(), day, Proration.NONE, false, old.components()),
                        new TariffVersion(day, null, Proration.NONE, false, List.of(WATER, least(1200)))),
                tariff.taxes());
    }

    private static Money atTheEnd(Tariff tariff) {
        return tariff.resolve(DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1)), 1)
                .rate(told(0, "0", null, false))
                .net();
    }

    @Test
    void onlyTheEndOfTheYearAsksForWhatWasCharged() {
        Tariff tariff = TinyTariff.of(WATER, least(1200));
        BillDeterminants use = told(30, null, null, false);
        assertThat(tariff.resolve(DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 3, 31)), 1)
                        .gap(use))
                .isEmpty();
        assertThat(tariff.resolve(DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1)), 1)
                        .gap(use))
                .hasValueSatisfying(gap -> assertThat(gap.determinant()).isEqualTo(Determinant.CHARGED_THIS_YEAR));
    }

    /// Nor does it make the minimum any smaller.
    @Test
    void aCreditForWhatWasFedInIsNoCharge() {
        ExportCredit credit = new ExportCredit(
                "export",
                Unit.CUBIC_METRE,
                null,
                TariffComponent.ALL_YEAR,
                true,
                List.of(new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE)),
                "none",
                "");
        Map<Determinant, Fraction> others =
                Map.of(Determinant.CHARGED_THIS_YEAR, Fraction.of(1150), Determinant.EXPORTED_ENERGY, Fraction.of(20));
        Rating rating = TinyTariff.of(credit, WATER, least(1200))
                .resolve(DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1)), 1)
                .rate(BillDeterminants.of(Fraction.of(10)).with(others));
        assertThat(rating.netByComponent())
                .containsEntry("least", Money.parse("40"))
                .containsEntry("export", Money.parse("-20"));
    }
}
