package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.DemandFloor;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.WinterRule;
import org.taswiya.core.tariff.WinterRule.Outside;

/// Bills whose prices hang on what was used before: a year's first 1000 cost 1.00 and the rest 3.00; sewage is the
/// winter's average, at 2.00; demand is billed at 10.00, no less than 0.8 of that of three months before.
class BilledPastTest {
    static final BlockCharge YEAR = new BlockCharge(
            "energy",
            Unit.KILOWATT_HOUR,
            new BlockRule(false, new BlockSpan.Year(MonthDay.of(1, 1)), null, Collections.emptySortedMap()),
            TariffComponent.ALL_YEAR,
            List.of(
                    new BlockTier(Decimal.of(1000), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE),
                    new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(3))),
            "all",
            "");
    private static final SewerCharge SEWER = new SewerCharge(
            "sewer",
            Unit.KILOWATT_HOUR,
            Decimal.ONE,
            new WinterRule(Set.of(Month.DECEMBER, Month.JANUARY, Month.FEBRUARY), Outside.AVERAGE, null),
            Mill.tiers("2"),
            "all",
            "");
    private static final BilledDemandCharge RATCHET = new BilledDemandCharge(
            "capacity",
            Unit.KILOWATT,
            EnumSet.allOf(Month.class),
            null,
            List.of(new DemandFloor.OfPast(Decimal.parse("0.8"), 3, EnumSet.allOf(Month.class))),
            Mill.tiers("10"),
            "all",
            "");

    private static Usage used(String from, String to, long quantity) {
        return new Usage(
                DateRange.of(LocalDate.parse(from), LocalDate.parse(to)), Decimal.of(quantity), UsageQuality.ACTUAL);
    }

    /// @param used such as `2026-01-01..2026-02-01=300`
    private static BilledPast past(@Nullable String suppliedFrom, String used) {
        List<Usage> periods = new ArrayList<>();
        for (String period : used.split(" ")) {
            if (!period.isEmpty()) {
                long quantity = Long.parseLong(period.substring(23));
                periods.add(used(period.substring(0, 10), period.substring(12, 22), quantity));
            }
        }
        LocalDate supplied = suppliedFrom == null ? null : LocalDate.parse(suppliedFrom);
        return new BilledPast(supplied, null, LocalDate.of(2026, 4, 1), periods, new TreeMap<>());
    }

    /// April used 200.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "none of the year before,   2020-01-01, 2025-12-01..2026-01-01=900 2026-01-01..2026-04-01=0,    200",
                "up to the bound,           2020-01-01, 2026-01-01..2026-02-01=500 2026-02-01..2026-04-01=300,  200",
                "across the bound,          2020-01-01, 2026-01-01..2026-02-01=500 2026-02-01..2026-04-01=400,  400",
                "beyond it,                 2020-01-01, 2026-01-01..2026-04-01=1700,                            600",
                "14 of 31 days are new,     2020-01-01, 2025-12-15..2026-01-15=1860 2026-01-15..2026-04-01=60,  400",
                "supplied since March,      2026-03-01, 2026-03-01..2026-04-01=900,                             400",
                "supplied since today,      2026-04-01, '',                                                     200",
                "nobody said since when,    -,          2026-01-01..2026-04-01=900,                             400",
            })
    void blocksOfAYearGoOnWhereTheBillsBeforeEnd(String trap, @Nullable String supplied, String used, String net) {
        DraftBill bill = new Mill(YEAR)
                .hasPast(past(supplied, used))
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 200)
                .bill("2026-05-01");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse(net));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a hole,            2026-01-01..2026-02-01=500 2026-03-01..2026-04-01=300",
        "twice the same,    2026-01-01..2026-04-01=500 2026-03-01..2026-04-01=300",
        "nothing is known,  ''",
    })
    void whatTheBooksDoNotKnowIsHeld(String trap, String used) {
        Mill mill = new Mill(YEAR)
                .hasPast(past("2020-01-01", used))
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 200);
        assertThat(mill.billed("2026-05-01")).isInstanceOfSatisfying(HeldAgreement.class, held -> {
            assertThat(held.holds().getFirst().reason()).isEqualTo(HoldReason.NOT_COUNTED);
            assertThat(held.holds().getFirst().found())
                    .contains("the used-this-year", "the books do not know every day since 2026-01-01");
        });
    }

    /// March is estimated at 310 above 850, so that it reaches the bound, and April at 300 beyond it. The reading of
    /// May says that March used 62 and April 60: both are below.
    @Test
    void aMonthThatIsSettledMovesThoseAfterIt() {
        BilledPast before = new BilledPast(
                LocalDate.of(2020, 1, 1),
                null,
                LocalDate.of(2026, 3, 1),
                List.of(used("2026-01-01", "2026-03-01", 850)),
                new TreeMap<>());
        DraftBill march = new Mill(YEAR)
                .hasPast(before)
                .used(used("2026-02-01", "2026-03-01", 280))
                .reads("2026-03-01", 0)
                .bill("2026-04-01");
        assertThat(march.amounts().net()).isEqualTo(Money.parse("630")); // 150 x 1 + 160 x 3
        BilledPeriod asMarch =
                BilledPeriod.estimated(march.segments().getFirst().range(), Decimal.of(310), march.amounts());
        DraftBill april = new Mill(YEAR)
                .hasPast(before)
                .used(used("2026-02-01", "2026-03-01", 280))
                .reads("2026-03-01", 0)
                .wasBilled(asMarch)
                .bill("2026-05-01");
        assertThat(april.amounts().net()).isEqualTo(Money.parse("900")); // 300 x 3
        DraftBill settled = new Mill(YEAR)
                .hasPast(before)
                .reads("2026-03-01", 0)
                .reads("2026-05-01", 122)
                .wasBilled(asMarch)
                .wasBilled(
                        BilledPeriod.estimated(april.segments().getFirst().range(), Decimal.of(300), april.amounts()))
                .bill("2026-05-01");
        assertThat(settled.amounts().net()).isEqualTo(Money.parse("-1408")); // 62 + 60 - 630 - 900
    }

    /// April costs the average of a month of the last winter that is over, twice.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "each month,     2020-01-01, 2025-12-01..2026-01-01=30 2026-01-01..2026-02-01=60 2026-02-01..2026-03-01=90,120",
        "all in one,     2020-01-01, 2025-12-01..2026-03-01=100,                                              66.67",
        "half of March,  2020-01-01, 2025-12-01..2026-03-01=90 2026-03-01..2026-04-01=900,                    60",
        "its first day,  2025-12-01, 2025-12-01..2026-03-01=90,                                               60",
    })
    void sewageIsAMonthOfTheWinterThatTheBillsTell(String trap, String supplied, String used, String net) {
        DraftBill bill = new Mill(SEWER)
                .hasPast(past(supplied, used))
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 200)
                .bill("2026-05-01");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse(net));
    }

    @Test
    void whoCameInWinterHasNoAverage() {
        Mill mill = new Mill(SEWER)
                .hasPast(past("2025-12-02", "2025-12-02..2026-04-01=90"))
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 200);
        assertThat(mill.billed("2026-05-01")).isInstanceOf(HeldAgreement.class);
    }

    /// April drew 5 kW.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "what was drawn is more,      2020-01-01, 2026-01=4 2026-02=6 2026-03=1,   50",
        "the ratchet is more,         2020-01-01, 2026-01=10 2026-02=6 2026-03=1,  80",
        "of all three months,         2020-01-01, 2026-01=1 2026-02=6 2026-03=20,  160",
        "four months ago is too long, 2020-01-01, 2025-12=90 2026-01=1 2026-02=6 2026-03=2, 50",
        "no supply is no demand,      2026-03-10, 2026-03=10,                      80",
    })
    void demandIsNoLessThanAShareOfTheMonthsBefore(String trap, String supplied, String highest, String net) {
        assertThat(ratchet(supplied, highest).bill("2026-05-01").amounts().net())
                .isEqualTo(Money.parse(net));
    }

    @Test
    void aMonthOfWhichNothingIsKnownIsHeld() {
        assertThat(ratchet("2020-01-01", "2026-01=4 2026-03=1").billed("2026-05-01"))
                .isInstanceOfSatisfying(
                        HeldAgreement.class,
                        held -> assertThat(held.holds().getFirst().found()).contains("past-demand", "2026-02"));
    }

    /// By intervals January drew 4 kW at most and March 1; of what was not counted somebody wrote down the highest.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the month that lacks,           2026-01=4 2026-03=1,           2026-02-01=20,                160",
        "none was drawn,                 2026-01=4 2026-03=1,           2026-02-01=0,                 50",
        "on any day of it,               2026-01=4 2026-03=1,           2026-02-28=20,                160",
        "two of a month,                 2026-01=4 2026-03=1,           2026-02-01=20 2026-02-17=10,  160",
        "each of three,                  '',                            2026-01-01=5 2026-02-01=20 2026-03-01=9, 160",
        "months that are counted,        2026-01=4 2026-02=6 2026-03=1, 2026-01-01=90 2026-03-31=90,  50",
        "before the look-back,           2026-01=4 2026-02=6 2026-03=1, 2025-12-31=90,                50",
        "the month that is billed,       2026-01=4 2026-02=6 2026-03=1, 2026-04-01=90,                50",
    })
    void aMonthThatWasNotCountedIsWhatWasWrittenDown(String trap, String highest, String written, String net) {
        assertThat(writes(ratchet("2020-01-01", highest), written)
                        .bill("2026-05-01")
                        .amounts()
                        .net())
                .isEqualTo(Money.parse(net));
    }

    @Test
    void whatWasWrittenOfAnotherMonthLeavesItHeldAndTheHoldSaysWhatToDo() {
        Mill mill = writes(ratchet("2020-01-01", "2026-01=4 2026-03=1"), "2026-01-31=20 2026-03-01=20");
        assertThat(mill.billed("2026-05-01"))
                .isInstanceOfSatisfying(
                        HeldAgreement.class,
                        held -> assertThat(held.holds().getFirst().found())
                                .contains(
                                        "past-demand",
                                        "that of 2026-02; 0",
                                        "write down the highest demand of each",
                                        "`./taswiya agreement fact`"));
    }

    /// The gap begins on 20 February: what was measured of February counts too.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "less than was written down, 2026-01-01, 2026-02-27, 0.5, 0, 10",
        "more than was written down, 2026-01-01, 2026-02-27, 5,   0, 20",
        "more by an estimate,        2026-01-01, 2026-02-27, 5,   1, 10",
        "all since the gap begins,   2026-01-01, 2026-02-20, 0.5, 0, 10",
        "all since supply does,      2026-02-20, 2026-02-20, 0.5, 0, 2",
        "an estimate of all,         2026-02-20, 2026-02-20, 0.5, 1, 10",
    })
    void daysOfAMonthCountBesideWhatWasWrittenDown(
            String trap, LocalDate supplied, String countedFrom, String quarter, int estimated, String most) {
        Mill mill = new Mill(RATCHET).counts(countedFrom, "2026-03-01", "0", "0", "0", quarter, estimated);
        AskedFor known = writes(mill, "2026-02-01=10").known();
        BilledPast past = new BilledPast(supplied, null, LocalDate.of(2026, 2, 20), List.of(), new TreeMap<>());
        assertThat(past.highest(YearMonth.of(2026, 2), known)).contains(Fraction.of(Decimal.parse(most)));
    }

    /// @param written such as `2026-02-01=20`
    private static Mill writes(Mill mill, String written) {
        for (String one : written.split(" ")) {
            mill.shows(Determinant.PAST_DEMAND, one.substring(0, 10), one.substring(11));
        }
        return mill;
    }

    /// A month of the gap is told by its intervals: May looks back on April.
    @Test
    void aMonthOfTheGapIsToldByItsIntervals() {
        DraftBill bill = ratchet("2020-01-01", "2026-01=4 2026-02=1 2026-03=1")
                .counts("2026-05-01", "2026-06-01", "0", "0", "0", "0.25")
                .reads("2026-06-01", 0)
                .bill("2026-06-01");
        assertThat(bill.segments().getLast().range())
                .isEqualTo(DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 1)));
        DraftBill may = ratchet("2020-01-01", "2026-01=4 2026-02=1 2026-03=1")
                .counts("2026-05-01", "2026-06-01", "0", "0", "0", "0.25")
                .reads("2026-06-01", 0)
                .wasBilled(BilledPeriod.actual(
                        DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1)),
                        Decimal.ZERO,
                        Amounts.ZERO.plus(ratchet("2020-01-01", "2026-01=4 2026-02=1 2026-03=1")
                                .bill("2026-05-01")
                                .amounts())))
                .bill("2026-06-01");
        assertThat(may.amounts().net()).isEqualTo(Money.parse("40")); // 0.8 x 5, and not 1
    }

    private static Mill ratchet(String supplied, String highest) {
        SortedMap<YearMonth, Demand> months = new TreeMap<>();
        for (String month : highest.isEmpty() ? new String[0] : highest.split(" ")) {
            months.put(
                    YearMonth.parse(month.substring(0, 7)),
                    new Demand(Instant.EPOCH, 3600, Decimal.parse(month.substring(8))));
        }
        return new Mill(RATCHET)
                .hasPast(new BilledPast(LocalDate.parse(supplied), null, LocalDate.of(2026, 4, 1), List.of(), months))
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 0)
                .counts("2026-04-01", "2026-05-01", "0", "0", "0", "1.25");
    }
}
