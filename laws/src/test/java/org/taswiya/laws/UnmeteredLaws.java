package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.UnmeteredSupply;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LampUsage;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.lighting.Regime.OffHours;
import org.taswiya.core.lighting.SwitchRule;
import org.taswiya.core.lighting.SwitchRule.Horizon;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;

/// Lamps without a meter: however days are cut and whenever the inventory is known, what they come to is the same.
class UnmeteredLaws {
    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);
    private static final int DECIMALS = 3;
    private static final Decimal WATT_HOUR = Decimal.ofSteps(1, DECIMALS);

    /// @param known the inventory as it was known at first
    /// @param right as it was
    /// @param late the month in which that became known
    record Town(LightingCalendar calendar, Tariff tariff, List<LampGroup> known, List<LampGroup> right, int late) {}

    @Property(tries = 30)
    void cuttingDaysChangesNothing(@ForAll("towns") Town town) {
        DateRange whole = DateRange.of(BEGIN, BEGIN.plusMonths(3));
        UnmeteredSupply supply = new UnmeteredSupply(town.calendar(), town.right(), whole);
        Fraction sum = Fraction.ZERO;
        Decimal rounded = Decimal.ZERO;
        int parts = 0;
        LocalDate from = BEGIN;
        for (int days = 1 + town.late(); from.isBefore(whole.to()); days += 9) {
            LocalDate to = from.plusDays(days).isBefore(whole.to()) ? from.plusDays(days) : whole.to();
            sum = sum.plus(LampUsage.total(supply.used(DateRange.of(from, to))));
            rounded = rounded.plus(supply.usage(DateRange.of(from, to)));
            parts++;
            from = to;
        }
        assertThat(sum).isEqualByComparingTo(LampUsage.total(supply.used(whole)));
        Fraction apart = Fraction.of(rounded.minus(supply.usage(whole)));
        Fraction most = Fraction.of(WATT_HOUR).times(Fraction.of(parts + 1, 2));
        assertThat(apart).isBetween(Fraction.ZERO.minus(most), most);
    }

    @Property(tries = 30)
    void anEntryThatIsCutInTwoIsTheSameLamps(@ForAll("towns") Town town) {
        DateRange whole = DateRange.of(BEGIN, BEGIN.plusMonths(2));
        List<LampGroup> cut = new ArrayList<>();
        for (LampGroup group : town.right()) {
            LocalDate day = BEGIN.plusDays(7L + town.late());
            boolean isAcross = group.from().isBefore(day)
                    && (group.to() == null || group.to().isAfter(day));
            if (isAcross) {
                cut.add(group.until(day));
                cut.add(new LampGroup(
                        group.place(),
                        group.type(),
                        group.count(),
                        group.watts(),
                        group.losses(),
                        day,
                        group.to(),
                        group.regime()));
            } else {
                cut.add(group);
            }
        }
        assertThat(new UnmeteredSupply(town.calendar(), cut, whole).usage(whole))
                .isEqualTo(new UnmeteredSupply(town.calendar(), town.right(), whole).usage(whole));
    }

    /// Four months one by one, by what is known then, and all that was billed again when more is known: all bills
    /// together are those of somebody who knew it from the start, part by part.
    @Property(tries = 20)
    void whatIsKnownLaterIsAsIfKnownFromTheStart(@ForAll("towns") Town town) {
        List<BilledPeriod> late = List.of();
        List<BilledPeriod> early = List.of();
        for (int month = 1; month <= 4; month++) {
            late = billed(town, month < town.late() ? town.known() : town.right(), month, late);
            early = billed(town, town.right(), month, early);
        }
        assertThat(late.stream().map(UnmeteredLaws::parts).toList())
                .isEqualTo(early.stream().map(UnmeteredLaws::parts).toList());
    }

    /// A part that was billed and taken back leaves nothing behind it.
    private static Map<String, Object> parts(BilledPeriod period) {
        Amounts amounts = Objects.requireNonNull(period.amounts());
        Map<String, Object> parts = new TreeMap<>(Map.of("usage", period.usage(), "total", amounts.total()));
        Stream.of(amounts.components(), amounts.taxes())
                .flatMap(all -> Stream.ofNullable(all))
                .flatMap(all -> all.entrySet().stream())
                .filter(one -> !one.getValue().isZero())
                .forEach(one -> parts.put("part " + one.getKey(), one.getValue()));
        return parts;
    }

    /// What is billed of each month when the bill of one more has been made.
    private static List<BilledPeriod> billed(Town town, List<LampGroup> lamps, int months, List<BilledPeriod> before) {
        LocalDate billTo = BEGIN.plusMonths(months);
        AgreementInput agreement = new AgreementInput(
                "C00001",
                town.tariff(),
                1,
                UnmeteredSupply.REGISTER,
                List.of(),
                List.of(),
                before,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                AskedFor.NOTHING.with(new UnmeteredSupply(town.calendar(), lamps, DateRange.of(BEGIN, billTo))));
        BillingPolicy policy =
                new BillingPolicy(new AllocationPolicy.Favourable(Decimal.parse("0.5")), List.of(), 3, null, null);
        AccountInput account = new AccountInput("0000000001", billTo, billTo, policy, Money.ZERO, List.of(agreement));
        DraftBill bill = ((Billed) AccountBilling.bill(account).agreements().getFirst()).bill();
        List<BilledPeriod> after = new ArrayList<>();
        for (int i = 0; i < bill.segments().size(); i++) {
            BillSegment segment = bill.segments().get(i);
            Amounts stated = i < before.size() ? before.get(i).amounts() : null;
            Amounts claimed = stated == null ? segment.claimed() : stated.plus(segment.claimed());
            after.add(BilledPeriod.actual(segment.range(), segment.usage(), claimed));
        }
        return after;
    }

    @Provide
    Arbitrary<Town> towns() {
        return Tapes.tapes().map(tape -> town(new Choices(tape)));
    }

    private static Town town(Choices choices) {
        Tariff tariff = RandomTariff.draw(choices, 0, 400);
        List<LampGroup> known = lamps(choices);
        return new Town(calendar(choices), tariff, known, lamps(choices), choices.between(2, 4));
    }

    private static LightingCalendar calendar(Choices choices) {
        Map<Month, Decimal> hours = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            hours.put(month, Decimal.ofSteps(choices.below(6_700), 1));
        }
        OffHours off = new OffHours(
                LocalTime.of(choices.oneOf(22, 23), choices.below(60)),
                LocalTime.of(choices.between(4, 6), choices.below(60)));
        SwitchRule rule = new SwitchRule(Horizon.SUNSET, choices.below(40), choices.below(40));
        Map<String, Regime> regimes = new TreeMap<>();
        regimes.put("night", new Regime.Switched(rule, null));
        regimes.put("half", new Regime.Switched(rule, off));
        regimes.put("table", new Regime.Published(hours, null));
        return new LightingCalendar(
                ZoneId.of("Africa/Casablanca"),
                new Place(Decimal.ofSteps(choices.between(-5_500, 5_500), 2), Decimal.parse("-7.58")),
                new TreeMap<>(regimes));
    }

    /// One that stays always, so that no day is without, and some that come and go.
    private static List<LampGroup> lamps(Choices choices) {
        List<LampGroup> lamps = new ArrayList<>();
        int others = choices.below(4);
        for (int i = 0; i <= others; i++) {
            LocalDate from = i == 0 ? BEGIN.minusYears(1) : BEGIN.plusDays(choices.between(-10, 110));
            lamps.add(new LampGroup(
                    "place " + i,
                    "led",
                    choices.between(1, 30),
                    Decimal.ofSteps(choices.between(1, 2_000), 1),
                    Decimal.ofSteps(choices.below(300), 1),
                    from,
                    i == 0 || choices.percent(40) ? null : from.plusDays(choices.between(1, 60)),
                    choices.oneOf("night", "half", "table")));
        }
        return lamps;
    }
}
