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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.DemandFloor;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.WinterRule;
import org.taswiya.core.tariff.WinterRule.Outside;

/// Versions that begin on 16 June, and what each of them asks of the days before. June used 300, and January to May 10,
/// 20, 30, 40 and 1400, so 1500 since January and 1440 since April. A year's first 1000 cost 1.00 and the rest 3.00, a
/// month's 2.00; sewage is the winter's average, at 2.00; demand is billed at 10.00.
class MidPeriodPastTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    /// @param name `month`, `year MM-DD`, `winter M,M` with water at 1.00, `none` with that alone
    private static TariffComponent[] charges(String name) {
        String[] parts = name.split(" ", -1);
        return switch (parts[0]) {
            case "month" -> new TariffComponent[] {blocks("energy", new BlockSpan.Month(), Mill.tiers("2"))};
            case "year" -> new TariffComponent[] {year(MonthDay.parse("--" + parts[1]), 1000)};
            case "none" -> new TariffComponent[] {water()};
            case "winter" -> new TariffComponent[] {water(), sewer(parts[1])};
            default -> throw new IllegalArgumentException(name);
        };
    }

    static BlockCharge year(MonthDay from, long bound) {
        return blocks(
                "energy",
                new BlockSpan.Year(from),
                List.of(
                        new BlockTier(Decimal.of(bound), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE),
                        new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(3))));
    }

    private static BlockCharge blocks(String code, BlockSpan span, List<BlockTier> tiers) {
        BlockRule rule = new BlockRule(false, span, null, Collections.emptySortedMap());
        return new BlockCharge(code, Unit.KILOWATT_HOUR, rule, TariffComponent.ALL_YEAR, tiers, "all", "");
    }

    private static BlockCharge water() {
        return blocks("water", new BlockSpan.Month(), Mill.tiers("1"));
    }

    private static SewerCharge sewer(String months) {
        Set<Month> winter = EnumSet.noneOf(Month.class);
        for (String month : months.split(";", -1)) {
            winter.add(Month.of(Integer.parseInt(month)));
        }
        WinterRule rule = new WinterRule(winter, Outside.AVERAGE, Decimal.of(50));
        return new SewerCharge("sewer", Unit.KILOWATT_HOUR, Decimal.ONE, rule, Mill.tiers("2"), "all", "");
    }

    private static BilledPast past(String suppliedFrom) {
        List<Usage> used = new ArrayList<>();
        LocalDate month = LocalDate.of(2026, 1, 1);
        for (int quantity : new int[] {10, 20, 30, 40, 1400}) {
            if (!month.isBefore(LocalDate.parse(suppliedFrom))) {
                used.add(
                        new Usage(DateRange.of(month, month.plusMonths(1)), Decimal.of(quantity), UsageQuality.ACTUAL));
            }
            month = month.plusMonths(1);
        }
        return new BilledPast(LocalDate.parse(suppliedFrom), null, JUNE, used, new TreeMap<>());
    }

    private static Mill mill(String before, String after) {
        return new Mill(charges(before))
                .charges("2026-06-16", charges(after))
                .hasPast(past("2026-01-01"))
                .reads("2026-06-01", 0)
                .reads("2026-07-01", 300);
    }

    @ParameterizedTest(name = "{0}: {1}, then {2}")
    @CsvSource({
        "a later year,              year 01-01,  year 04-01,  900", // 450 + 450: above 1000 in both
        "a year from May,           year 01-01,  year 05-31,  600", // 450 + 150: 1400/31 and June
        "an earlier year,           year 05-31,  year 01-01,  600",
        "years come,                month,       year 04-01,  750",
        "years go,                  year 04-01,  month,       750",
        "a year of these days,      month,       year 06-16,  450",
        "a year of days before,     month,       year 06-10,  450",
        "the year before it begins, year 06-10,  month,       630", // 90 x 3 + 60 + 150 x 2
        "winters come,              none,        winter 2;3,  325", // 300 + 25 x 2 / 2
        "winters go,                winter 2;3,  none,        325",
        "other winters,             winter 1,    winter 3;4,  345", // 300 + 10 + 35
        "the same,                  winter 2;3,  winter 2;3,  350",
    })
    void eachVersionIsToldWhatItAsksFor(String trap, String before, String after, String net) {
        assertThat(mill(before, after).bill("2026-07-01").amounts().net()).isEqualTo(Money.parse(net));
    }

    /// Nothing is asked of days before the year that begins with the version or in the period.
    @ParameterizedTest
    @CsvSource({"year 06-16", "year 06-10"})
    void aYearOfThePeriodAsksForNothingBefore(String after) {
        Mill mill = mill("month", after).hasPast(new BilledPast(null, null, JUNE, List.of(), new TreeMap<>()));
        assertThat(mill.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse("450"));
    }

    @Test
    void whatAVersionLacksIsSaidOfItsFirstDay() {
        BilledPast sinceApril =
                new BilledPast(null, null, JUNE, past("2026-04-01").used(), new TreeMap<>());
        assertThat(mill("year 04-01", "year 04-01").hasPast(sinceApril).billed("2026-07-01"))
                .isInstanceOf(AccountOutcome.Billed.class);
        assertThat(mill("year 04-01", "year 01-01").hasPast(sinceApril).billed("2026-07-01"))
                .isInstanceOfSatisfying(
                        HeldAgreement.class,
                        held -> assertThat(held.holds().getFirst().found())
                                .contains("asks on 2026-06-16", "do not know every day since 2026-01-01"));
    }

    /// What hangs on water alone is one line, whichever winters a version asks for.
    @Test
    void whatAsksForNothingIsNotDivided() {
        Rider rider = new Rider("rider", Set.of("water"), Decimal.parse("0.1"), "all", "");
        DraftBill bill = new Mill(water(), sewer("1"), rider)
                .charges("2026-06-16", water(), sewer("3;4"), rider)
                .hasPast(past("2026-01-01"))
                .reads("2026-06-01", 0)
                .reads("2026-07-01", 300)
                .bill("2026-07-01");
        assertThat(bill.segments().getFirst().rating().lines())
                .extracting(ChargeLine::component)
                .containsExactlyInAnyOrder("water", "sewer", "sewer", "rider");
    }

    /// May reached 8 kW and March 20; June 5. Half of June is 0.8 of a month before, half 0.8 of three.
    @Test
    void eachVersionLooksBackAsFarAsItAsks() {
        Demand high = new Demand(Instant.EPOCH, 3600, Decimal.of(20));
        Demand low = new Demand(Instant.EPOCH, 3600, Decimal.of(8));
        TreeMap<YearMonth, Demand> months = new TreeMap<>(
                Map.of(YearMonth.of(2026, 3), high, YearMonth.of(2026, 4), low, YearMonth.of(2026, 5), low));
        DraftBill bill = new Mill(ratchet(1))
                .charges("2026-06-16", ratchet(3))
                .hasPast(new BilledPast(LocalDate.of(2020, 1, 1), null, JUNE, List.of(), months))
                .reads("2026-06-01", 0)
                .reads("2026-07-01", 0)
                .counts("2026-06-01", "2026-07-01", "0", "0", "0", "1.25")
                .bill("2026-07-01");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse("112")); // 64 / 2 + 160 / 2
    }

    private static BilledDemandCharge ratchet(int months) {
        EnumSet<Month> all = EnumSet.allOf(Month.class);
        List<DemandFloor> floors = List.of(new DemandFloor.OfPast(Decimal.parse("0.8"), months, all));
        return new BilledDemandCharge("capacity", Unit.KILOWATT, all, null, floors, Mill.tiers("10"), "all", "");
    }
}
