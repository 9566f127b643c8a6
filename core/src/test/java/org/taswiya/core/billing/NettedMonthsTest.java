package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;

/// What a roof feeds in comes off what the house uses in the same month or later, at 1.00, never off an earlier month,
/// however long nobody billed.
class NettedMonthsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    /// A house whose dial and register were read on the first of all days, and never billed.
    private static Mill house() {
        UnitCharge energy =
                new UnitCharge("energy", Unit.KILOWATT_HOUR, EnumSet.allOf(Month.class), Decimal.ONE, "all", "");
        NetMetering netting = new NetMetering("own-energy", Unit.KILOWATT_HOUR, null, false, "all", "");
        return new Mill(energy, netting)
                .hasPast(new BilledPast(FIRST, null, FIRST, List.of(), new TreeMap<>()))
                .reads(FIRST.toString(), 0)
                .shows(Determinant.EXPORTED_ENERGY, FIRST.toString(), "0");
    }

    /// The bill of all days since, month by month.
    private static DraftBill bill(Mill house, LocalDate to) {
        List<BilledPeriod> unbilled =
                new UnbilledPeriods(house.input().tariff()).around(List.of(), List.of(FIRST, to), to);
        unbilled.forEach(house::wasBilled);
        return house.bill(to.toString());
    }

    private static Mill read(Mill house, LocalDate day, long dial, long register) {
        return house.reads(day.toString(), dial)
                .shows(Determinant.EXPORTED_ENERGY, day.toString(), Long.toString(register));
    }

    /// 40 days: all of it was used in March, and all of it fed in in April.
    @Test
    void whatAprilFeedsInDoesNotComeOffMarch() {
        LocalDate to = LocalDate.of(2026, 4, 10);
        Mill house = read(read(house(), LocalDate.of(2026, 4, 1), 300, 0), to, 300, 300);
        DraftBill bill = bill(house, to);
        assertThat(bill.segments()).hasSize(2);
        assertThat(bill.amounts().net()).isEqualTo(Money.parse("300.00"));
    }

    /// 40 days in which 400 were used, 310 of them in March by days.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "neither was read on 1 April,           -,   -,   160, 240",
        "the register was,                      -,   60,  160, 250",
        "and all was fed in in March,           -,   160, 160, 240",
        "and more than was used in March,       -,   400, 400, 0",
        "and all in April,                      -,   0,   160, 310",
        "the dial was,                          400, -,   160, 276",
        "both were,                             350, 20,  160, 330",
    })
    void whatWasNotReadIsDividedByDays(String trap, String dial, String register, String fedIn, String net) {
        LocalDate april = LocalDate.of(2026, 4, 1);
        LocalDate to = LocalDate.of(2026, 4, 10);
        Mill house = read(house(), to, 400, Long.parseLong(fedIn));
        if (!dial.equals("-")) {
            house.reads(april.toString(), Long.parseLong(dial));
        }
        if (!register.equals("-")) {
            house.shows(Determinant.EXPORTED_ENERGY, april.toString(), register);
        }
        assertThat(bill(house, to).amounts().net()).isEqualTo(Money.parse(net + ".00"));
    }

    /// Whole months and a part of one more, all read and billed at once, come to what plain subtraction says.
    @Property(tries = 300)
    void monthsBilledLateEqualPlainSubtraction(
            @ForAll @Size(4) List<@IntRange(max = 300) Integer> used,
            @ForAll @Size(4) List<@IntRange(max = 300) Integer> fedIn,
            @ForAll @IntRange(min = 5, max = 29) int rest) {
        Mill house = house();
        LocalDate day = FIRST;
        long dial = 0;
        long register = 0;
        long carried = 0;
        long due = 0;
        for (int month = 0; month < used.size(); month++) {
            day = month + 1 < used.size() ? day.plusMonths(1) : day.plusDays(rest);
            dial += used.get(month);
            register += fedIn.get(month);
            read(house, day, dial, register);
            long over = carried + fedIn.get(month) - used.get(month);
            due += Math.max(0, -over);
            carried = Math.max(0, over);
        }
        DraftBill bill = bill(house, day);
        assertThat(bill.segments()).hasSize(used.size());
        assertThat(bill.amounts().net()).isEqualTo(Money.parse(due + ".00"));
    }

    /// Where neither was read between, both are the same on each day, and months change nothing but what is rounded to
    /// whole kWh.
    @Property(tries = 300)
    void dividedByDaysMonthsChangeNothing(
            @ForAll @IntRange(max = 900) int used,
            @ForAll @IntRange(max = 900) int fedIn,
            @ForAll @IntRange(min = 36, max = 90) int days) {
        LocalDate to = FIRST.plusDays(days);
        long net = bill(read(house(), to, used, fedIn), to).amounts().net().minorUnits();
        assertThat(net).isBetween(100L * Math.max(0, used - fedIn), 100L * Math.max(0, used - fedIn) + 300);
    }
}
