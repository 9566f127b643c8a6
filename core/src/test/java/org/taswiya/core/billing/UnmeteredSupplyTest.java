package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.example.CasablancaFixture;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.lighting.SwitchRule;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// Lamps in place of a meter. Those of a table burn ten hours a day; 12 of 100 W use 12 kWh a day.
class UnmeteredSupplyTest {
    private static final BillingPolicy POLICY =
            new BillingPolicy(new AllocationPolicy.ByDays(), List.of(), 3, null, null);
    private static final LightingCalendar CALENDAR = calendar("33.5731");

    private static LightingCalendar calendar(String latitude) {
        Map<Month, Decimal> hours = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            hours.put(month, Decimal.of(10L * month.minLength()));
        }
        Map<String, Regime> regimes = new TreeMap<>();
        regimes.put("table", new Regime.Published(hours, null));
        regimes.put("night", new Regime.Switched(new SwitchRule(SwitchRule.Horizon.SUNSET, 0, 0), null));
        return new LightingCalendar(
                ZoneId.of("Africa/Casablanca"),
                new Place(Decimal.parse(latitude), Decimal.parse("-7.5898")),
                new TreeMap<>(regimes));
    }

    private static LampGroup lamps(String place, int count, String regime, String from, @Nullable String to) {
        return new LampGroup(
                place,
                "led",
                count,
                Decimal.of(95),
                Decimal.of(5),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                regime);
    }

    private static DateRange days(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static AgreementOutcome bill(
            @Nullable LightingCalendar calendar, List<LampGroup> lamps, DateRange days, BilledPeriod... billed) {
        AgreementInput agreement = new AgreementInput(
                "C00001",
                CasablancaFixture.electricity(),
                1,
                UnmeteredSupply.REGISTER,
                List.of(new Reading.ActualReading(days.from(), Decimal.of(77), "of nobody")),
                List.of(),
                List.of(billed),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                AskedFor.NOTHING.with(new UnmeteredSupply(calendar, lamps, days)));
        AccountInput account =
                new AccountInput("0000000001", days.to(), days.to(), POLICY, Money.ZERO, List.of(agreement));
        return AccountBilling.bill(account).agreements().getFirst();
    }

    private static List<Decimal> usages(AgreementOutcome outcome) {
        return ((Billed) outcome)
                .bill().segments().stream().map(BillSegment::usage).toList();
    }

    @ParameterizedTest(name = "from {0} to {1}: {2} kWh of April")
    @CsvSource({
        "2020-01-01,            , 360",
        "2020-04-01,            , 360",
        "2020-04-11,            , 240", // 20 days of 12
        "2020-04-30,            ,  12",
        "2020-05-01,            ,   0",
        "2020-01-01,  2020-04-11, 120",
        "2020-04-11,  2020-04-12,  12",
        "2020-01-01,  2020-04-01,   0"
    })
    void lampsCountOnTheDaysOnWhichTheyAreThere(String from, @Nullable String to, int used) {
        List<LampGroup> inventory =
                List.of(lamps("Bridge", 1, "table", "2020-01-01", null), lamps("Tunnel", 12, "table", from, to));
        assertThat(usages(bill(CALENDAR, inventory, days("2020-04-01", "2020-05-01"))))
                .containsExactly(Decimal.of(30 + used));
    }

    /// 687 minutes from sunset to sunrise: 1 lamp of 100 W uses 1.145 kWh, 7 of them 8.015; a sign of 0.05 W is told
    /// exactly, and the sum is rounded once, to a watt-hour.
    @Test
    void aNightIsCountedToTheMinuteAndRoundedOnce() {
        DateRange day = days("2020-04-01", "2020-04-02");
        LampGroup square = lamps("Square", 7, "night", "2020-01-01", null);
        LampGroup sign = new LampGroup(
                "Sign", "led", 1, Decimal.parse("0.05"), Decimal.ZERO, LocalDate.of(2020, 1, 1), null, "night");
        UnmeteredSupply supply = new UnmeteredSupply(CALENDAR, List.of(square, sign, square), day);
        assertThat(supply.used(day)).extracting(one -> one.minutes().toString()).containsOnly("687");
        assertThat(supply.used(day))
                .extracting(one -> one.energy().toString())
                .containsExactly("229/400000", "1603/200", "1603/200");
        assertThat(usages(bill(CALENDAR, List.of(square, sign, square), day))).containsExactly(Decimal.parse("16.031"));
    }

    /// 2 of the 12 lamps were never there: 60 kWh less of April, and May is billed without them.
    @Test
    void whatIsPutRightIsSettledBySubtraction() {
        List<LampGroup> inventory = List.of(lamps("Tunnel", 10, "table", "2020-04-01", null));
        BilledPeriod april = BilledPeriod.actual(days("2020-04-01", "2020-05-01"), Decimal.of(360), null);
        AgreementOutcome outcome = bill(CALENDAR, inventory, days("2020-04-01", "2020-06-01"), april);
        assertThat(usages(outcome)).containsExactly(Decimal.of(300), Decimal.of(310));
        DraftBill bill = ((Billed) outcome).bill();
        Money of300 = ((Billed) bill(CALENDAR, inventory, days("2020-04-01", "2020-05-01")))
                .bill()
                .total();
        Money of360 = ((Billed) bill(
                        CALENDAR,
                        List.of(lamps("Tunnel", 12, "table", "2020-04-01", null)),
                        days("2020-04-01", "2020-05-01")))
                .bill()
                .total();
        assertThat(bill.segments().getFirst().claimed().total()).isEqualTo(of300.minus(of360));
        assertThat(bill.segments())
                .extracting(BillSegment::kind)
                .containsExactly(BillSegment.Kind.TRUE_UP, BillSegment.Kind.ACTUAL);
    }

    @Test
    void whatCannotBeToldIsHeldWithWhatIsMissing() {
        DateRange april = days("2020-04-01", "2020-05-01");
        List<LampGroup> tunnel = List.of(lamps("Tunnel", 12, "table", "2020-01-01", null));
        assertHeld(bill(null, tunnel, april), "no calendar tells how long lamps burn");
        assertHeld(bill(CALENDAR, List.of(), april), "the inventory has no lamps on 2020-04-01");
        assertHeld(
                bill(CALENDAR, List.of(lamps("Tunnel", 12, "table", "2020-04-02", null)), april),
                "the inventory has no lamps on 2020-04-01");
        assertHeld(
                bill(CALENDAR, List.of(lamps("Tunnel", 12, "moonlight", "2020-01-01", null)), april),
                "has no regime moonlight, by which lamps at Tunnel burn");
        assertHeld(
                bill(calendar("78"), List.of(lamps("Tunnel", 12, "night", "2020-01-01", null)), april),
                "the sun does not set or does not rise");
    }

    /// Withdrawn entries and lamps of other days are none of a bill's.
    @Test
    void lampsOfOtherDaysAreNoPartOfABill() {
        LampGroup there = lamps("Tunnel", 12, "table", "2020-01-01", null);
        UnmeteredSupply supply = new UnmeteredSupply(
                CALENDAR,
                List.of(
                        lamps("Bridge", 12, "table", "2020-01-01", "2020-04-01"),
                        there,
                        lamps("Old town", 0, "table", "2020-01-01", null),
                        lamps("Quay", 12, "table", "2020-05-01", null)),
                days("2020-04-01", "2020-05-01"));
        assertThat(supply.lamps()).containsExactly(there);
    }

    private static void assertHeld(AgreementOutcome outcome, String found) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HeldAgreement.class,
                        held -> assertThat(held.holds()).singleElement().satisfies(hold -> {
                            assertThat(hold.reason()).isEqualTo(HoldReason.NOT_COUNTED);
                            assertThat(hold.found()).contains(found);
                        }));
    }
}
