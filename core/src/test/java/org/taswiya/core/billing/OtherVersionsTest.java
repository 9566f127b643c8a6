package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.Rider;

/// What a period asks for is what the versions in force on its days do; those before and after have no bearing on it.
class OtherVersionsTest {
    private static final DateRange JUNE = DateRange.of(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1));

    /// 2.00 each.
    static final BlockCharge PLAIN = new BlockCharge(
            "energy",
            Unit.KILOWATT_HOUR,
            new BlockRule(false, new BlockSpan.Month(), null, Collections.emptySortedMap()),
            TariffComponent.ALL_YEAR,
            Mill.tiers("2"),
            "all",
            "");

    private static final BlockCharge PLAIN_ON_TOP =
            new BlockCharge("own", Unit.KILOWATT_HOUR, PLAIN.rule(), PLAIN.months(), PLAIN.tiers(), "all", "");

    private static TariffComponent other(String kind) {
        return switch (kind) {
            case "bands" -> Mill.BANDS;
            case "demand" -> Mill.DEMAND;
            case "kVA" ->
                new DemandCharge(
                        "demand",
                        Unit.KILOVOLT_AMPERE,
                        DemandBands.WHOLE,
                        EnumSet.allOf(Month.class),
                        Mill.tiers("40"),
                        "all",
                        "");
            case "size" -> Mill.METER;
            case "year" -> MidPeriodPastTest.year(MonthDay.of(1, 1), 1000);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Mill june(Mill mill) {
        return mill.reads("2026-06-01", 0).reads("2026-07-01", 300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bands", "demand", "kVA", "size", "year"})
    void aVersionThatHasNotBegunAsksForNothing(String kind) {
        Mill mill = june(new Mill(PLAIN).charges("2026-07-01", other(kind)));
        assertThat(mill.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse("600"));
        Mill begun = june(new Mill(PLAIN).charges("2026-06-30", other(kind)));
        assertThat(begun.billed("2026-07-01")).isInstanceOf(HeldAgreement.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bands", "demand", "kVA", "size", "year"})
    void aVersionThatIsOverAsksForNothing(String kind) {
        Mill mill = june(new Mill(other(kind)).charges("2026-06-01", PLAIN));
        assertThat(mill.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse("600"));
    }

    /// Years of a version to come end no search for the cheapest division today.
    @ParameterizedTest
    @CsvSource({"2026-07-01, false", "2026-06-30, true"})
    void periodsAreInOrderWhereAVersionOfTheirsAsksForIt(String begins, boolean isInOrder) {
        Mill mill = new Mill(PLAIN).charges(begins, other("year"));
        assertThat(PeriodPrices.isInOrder(mill.input().tariff(), AskedFor.NOTHING, JUNE))
                .isEqualTo(isInOrder);
    }

    /// Prices by time band from 16 June, whose calendar begins with them: no interval was counted before. 300 x 2 and
    /// 300 x (0.2 x 0.9 + 0.2 x 0.6 + 0.6 x 1.2), half of June each.
    @Test
    void daysWithoutBandsNeedNoIntervals() {
        Mill mill = june(new Mill(PLAIN).charges("2026-06-16", Mill.BANDS))
                .hasCalendar(LocalDate.of(2026, 6, 16), 8)
                .counts("2026-06-16", "2026-07-01", "2", "2", "6", "0.25");
        assertThat(mill.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse("453"));
        Mill unknown = june(new Mill(PLAIN).charges("2026-06-16", Mill.BANDS))
                .hasCalendar(LocalDate.of(2026, 6, 16), 8)
                .counts("2026-06-17", "2026-07-01", "2", "2", "6", "0.25");
        assertThat(unknown.billed("2026-07-01"))
                .isInstanceOfSatisfying(
                        HeldAgreement.class,
                        held -> assertThat(held.holds().getFirst().found())
                                .contains("the intervals of 2026-06-16 are not known"));
    }

    /// June is priced by bands and May is not, so nothing says of May when it was used: a gap is divided by the rule.
    @Test
    void aGapOfBothIsDividedByTheRule() {
        Mill mill = new Mill(PLAIN)
                .charges("2026-06-01", Mill.BANDS)
                .hasCalendar()
                .counts("2026-06-01", "2026-07-01", "2", "2", "6", "0.25")
                .reads("2026-05-01", 0)
                .reads("2026-07-01", 610)
                .wasBilled(BilledPeriod.unbilled(DateRange.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1))));
        DraftBill bill = mill.bill("2026-07-01");
        assertThat(bill.segments()).extracting(BillSegment::usage).containsExactly(Decimal.of(310), Decimal.of(300));
        assertThat(bill.amounts().net()).isEqualTo(Money.parse("926")); // 310 x 2 + 300 x 1.02
    }

    /// A calendar that changes on 16 June alone: the shares were 0.8, 0.2, 0 and are 0.2, 0.2, 0.6; energy is
    /// 300 x 0.84 and 300 x 1.02, half of June each, and a tenth of it on top. The highest demand is that of the whole
    /// month.
    @Test
    void aNewCalendarDividesWhatHangsOnItsBands() {
        Rider rider = new Rider("rider", Set.of("energy"), Decimal.parse("0.1"), "all", "");
        DraftBill bill = june(new Mill(Mill.BANDS, Mill.DEMAND, PLAIN_ON_TOP, rider)
                        .charges("2026-06-16", Mill.BANDS, Mill.DEMAND, PLAIN_ON_TOP, rider)
                        .hasCalendar()
                        .hasCalendar(LocalDate.of(2026, 6, 16), 9))
                .counts("2026-06-01", "2026-06-16", "8", "2", "0", "0.25")
                .counts("2026-06-16", "2026-07-01", "2", "2", "6", "0.5")
                .bill("2026-07-01");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse("986.90")); // 279 + 27.90 + 80 + 600
        assertThat(bill.segments().getFirst().rating().lines())
                .filteredOn(line ->
                        line.component().equals("own") || line.component().equals("demand"))
                .hasSize(2); // and not divided
    }
}
