package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.BilledPast.ChargedPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;

/// What the books tell a bill that ends a year: a unit costs 1, the year from May at least 1200.
class YearLimitBillTest {
    static final UnitCharge ENERGY =
            new UnitCharge("energy", Unit.KILOWATT_HOUR, TariffComponent.ALL_YEAR, Decimal.ONE, "all", "");

    static YearLimit limit(String code, boolean isMaximum, int amount, MonthDay from) {
        return new YearLimit(code, isMaximum, Decimal.of(amount), new BlockSpan.Year(from), "all", "");
    }

    private static Mill mill(@Nullable String suppliedFrom, @Nullable String suppliedTo, ChargedPeriod... charged) {
        return new Mill(ENERGY, limit("least", false, 1200, MonthDay.of(5, 1)))
                .hasPast(new BilledPast(
                        suppliedFrom == null ? null : LocalDate.parse(suppliedFrom),
                        suppliedTo == null ? null : LocalDate.parse(suppliedTo),
                        LocalDate.of(2026, 4, 1),
                        List.of(),
                        new TreeMap<>(),
                        List.of(charged)))
                .reads("2026-04-01", 0);
    }

    private static ChargedPeriod charged(String from, String to, String amount) {
        return new ChargedPeriod(DateRange.of(LocalDate.parse(from), LocalDate.parse(to)), Money.parse(amount));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "a part of the year before,   -,          2025-04-16, 2026-04-01, 350, 815.00", // 335 of 350 days
                "all of the year,             2020-01-01, 2025-05-01, 2026-04-01, 700,   450.00",
                "supplied since March,        2026-03-01, 2026-03-01, 2026-04-01, 100,   50.55", // 61 days: 200.55
                "reached,                     -,          2025-05-01, 2026-04-01, 1150,  0",
            })
    void aBillTopsUpWhatThoseBeforeItLeave(
            String trap, @Nullable String supplied, String from, String to, String amount, String topUp) {
        DraftBill bill = mill(supplied, null, charged(from, to, amount))
                .reads("2026-05-01", 50)
                .bill("2026-05-01");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse(topUp).plus(Money.parse("50")));
    }

    /// 350 days of the year: 1150.68.
    @Test
    void supplyThatEndsEndsTheYear() {
        DraftBill bill = mill(null, "2026-04-16", charged("2025-05-01", "2026-04-01", "1000"))
                .reads("2026-04-16", 50)
                .bill("2026-04-16");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse("150.68"));
    }

    @Test
    void whatTheBooksDoNotKnowHoldsTheLastBillOfTheYearAlone() {
        assertThat(mill(null, null)
                        .reads("2026-04-30", 50)
                        .bill("2026-04-30")
                        .amounts()
                        .net())
                .isEqualTo(Money.parse("50"));
        assertThat(mill(null, null).reads("2026-05-01", 50).billed("2026-05-01"))
                .isInstanceOfSatisfying(HeldAgreement.class, held -> {
                    assertThat(held.holds().getFirst().reason()).isEqualTo(HoldReason.NOT_COUNTED);
                    assertThat(held.holds().getFirst().found())
                            .contains(
                                    "the charged-this-year",
                                    "the books do not know every day since 2025-05-01",
                                    "write down what was charged");
                });
    }

    /// As from an old system: 900 up to February, 200 billed since.
    @Test
    void whatWasWrittenDownStandsForAllBefore() {
        DraftBill bill = mill(null, null, charged("2026-02-01", "2026-04-01", "200"))
                .shows(Determinant.CHARGED_THIS_YEAR, "2026-02-01", "900")
                .shows(Determinant.CHARGED_THIS_YEAR, "2025-04-01", "5000") // of the year before
                .reads("2026-05-01", 50)
                .bill("2026-05-01");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse("100"));
    }
}
