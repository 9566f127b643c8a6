package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.SurplusSettlement;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;

/// What a roof feeds in comes off what the house uses, at 1.00, and what is left over is carried on; a period that ends
/// in December settles it at 0.30.
class CarriedEnergyTest {
    private static final UnitCharge ENERGY =
            new UnitCharge("energy", Unit.KILOWATT_HOUR, EnumSet.allOf(Month.class), Decimal.ONE, "all", "");
    private static final NetMetering NETTING = new NetMetering(
            "own-energy",
            Unit.KILOWATT_HOUR,
            new SurplusSettlement(Month.DECEMBER, Decimal.parse("0.3")),
            true,
            "all",
            "");

    private static DateRange range(String period) {
        return DateRange.of(LocalDate.parse(period.substring(0, 10)), LocalDate.parse(period.substring(12, 22)));
    }

    /// @param used such as `2026-02-01..2026-03-01=300`
    /// @param fedIn what the register showed at the start of days, such as `2026-03-01=150`
    private static Mill house(@Nullable String suppliedFrom, String used, String fedIn) {
        List<Usage> periods = new ArrayList<>();
        for (String one : used.isEmpty() ? new String[0] : used.split(" ")) {
            periods.add(new Usage(range(one), Decimal.parse(one.substring(23)), UsageQuality.ACTUAL));
        }
        LocalDate supplied = suppliedFrom == null ? null : LocalDate.parse(suppliedFrom);
        Mill house = new Mill(ENERGY, NETTING)
                .hasPast(new BilledPast(supplied, null, LocalDate.of(2026, 4, 1), periods, new TreeMap<>()))
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 200);
        for (String one : fedIn.split(" ")) {
            house.shows(Determinant.EXPORTED_ENERGY, one.substring(0, 10), one.substring(11));
        }
        return house;
    }

    /// April used 200 and fed in 120.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "supplied since today, 2026-04-01, '',                           2026-04-01=0 2026-05-01=120,   80",
                "50 were left in March, 2026-03-01, 2026-03-01..2026-04-01=100,"
                        + " 2026-03-01=0 2026-04-01=150 2026-05-01=270, 30",
                "exactly what was used, 2026-03-01, 2026-03-01..2026-04-01=150,"
                        + " 2026-03-01=0 2026-04-01=150 2026-05-01=270, 80",
                "what lacked is no debt, 2026-03-01, 2026-03-01..2026-04-01=200,"
                        + " 2026-03-01=0 2026-04-01=150 2026-05-01=270, 80",
                "March uses up of February, 2026-02-01, 2026-02-01..2026-03-01=100 2026-03-01..2026-04-01=150,"
                        + " 2026-02-01=0 2026-03-01=180 2026-04-01=280 2026-05-01=400, 50",
                "more is left than used, 2026-03-01, 2026-03-01..2026-04-01=0,"
                        + " 2026-03-01=0 2026-04-01=900 2026-05-01=1020, 0",
                "December has settled it, 2025-11-01, 2025-11-01..2026-01-01=50 2026-01-01..2026-04-01=100,"
                        + " 2025-11-01=0 2026-01-01=900 2026-04-01=1000 2026-05-01=1120, 80",
                "and nobody asks before, 2020-01-01, 2025-12-01..2026-01-01=50 2026-01-01..2026-04-01=100,"
                        + " 2025-12-01=0 2026-01-01=900 2026-04-01=1010 2026-05-01=1130, 70",
                "a bill of more than December has too, 2025-05-15, 2025-05-15..2025-12-01=100"
                        + " 2025-12-01..2026-04-01=100, 2025-05-15=0 2025-12-01=120 2026-04-01=220 2026-05-01=340, 80",
                "and one that begins before it, 2025-05-15, 2025-05-15..2025-11-01=100"
                        + " 2025-11-01..2026-04-01=100, 2025-05-15=0 2025-11-01=120 2026-04-01=220 2026-05-01=340, 80",
                "but not one of a part of it, 2025-12-02, 2025-12-02..2026-04-01=100,"
                        + " 2025-12-02=0 2026-04-01=120 2026-05-01=240, 60",
            })
    void whatIsLeftOverComesOffTheNextPeriod(
            String trap, @Nullable String supplied, String used, String fedIn, String net) {
        DraftBill bill = house(supplied, used, fedIn).bill("2026-05-01");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse(net));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "at the beginning, 2026-04-01, 70,  10",
        "a month before, 2026-03-01, 70,  0",
        "nothing, 2026-04-01, 0,   80",
    })
    void whatIsWrittenDownCountsInPlaceOfTheDaysBefore(String trap, String day, String energy, String net) {
        Mill house = house("2020-01-01", "2026-03-01..2026-04-01=100", "2026-03-01=0 2026-04-01=150 2026-05-01=270")
                .shows(Determinant.CARRIED_IN, day, energy);
        assertThat(house.bill("2026-05-01").amounts().net()).isEqualTo(Money.parse(net));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a hole,                       2026-02-01..2026-03-01=100, 2026-02-01=0 2026-03-01=9 2026-04-01=9",
        "nobody wrote down what March began with, 2026-03-01..2026-04-01=100, 2026-04-01=9",
        "nothing is known,             '',                         2026-04-01=9",
    })
    void whatTheBooksDoNotTellIsHeld(String trap, String used, String fedIn) {
        Mill house = house("2026-02-01", used, fedIn + " 2026-05-01=120");
        assertThat(house.billed("2026-05-01")).isInstanceOfSatisfying(HeldAgreement.class, held -> {
            assertThat(held.holds().getFirst().reason()).isEqualTo(HoldReason.NOT_COUNTED);
            assertThat(held.holds().getFirst().found())
                    .contains("the carried-in", "and what was fed in", "agreement fact");
        });
    }

    /// Months that were billed on some estimate and are all read at last come to what plain subtraction says, month
    /// after month.
    @Property(tries = 300)
    void settledEqualsReadingEveryMonth(
            @ForAll @Size(value = 5) List<@IntRange(max = 300) Integer> used,
            @ForAll @Size(value = 5) List<@IntRange(max = 300) Integer> fedIn) {
        LocalDate first = LocalDate.of(2026, 2, 1);
        Mill house = new Mill(ENERGY, NETTING)
                .hasPast(new BilledPast(first, null, first, List.of(), new TreeMap<>()))
                .reads("2026-02-01", 0)
                .shows(Determinant.EXPORTED_ENERGY, "2026-02-01", "0");
        long dial = 0;
        long register = 0;
        long carried = 0;
        long due = 0;
        for (int month = 0; month < used.size(); month++) {
            DateRange period = DateRange.of(first.plusMonths(month), first.plusMonths(month + 1L));
            dial += used.get(month);
            register += fedIn.get(month);
            long over = carried + fedIn.get(month) - used.get(month);
            due += Math.max(0, -over);
            carried = Math.max(0, over);
            house.reads(period.to().toString(), dial)
                    .shows(Determinant.EXPORTED_ENERGY, period.to().toString(), Long.toString(register))
                    .wasBilled(BilledPeriod.estimated(period, Decimal.of(77), Amounts.ZERO));
        }
        DraftBill bill = house.bill(first.plusMonths(used.size()).toString());
        assertThat(bill.amounts().net()).isEqualTo(Money.parse(Long.toString(due)));
    }
}
