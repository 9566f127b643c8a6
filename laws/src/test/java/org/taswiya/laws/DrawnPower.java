package org.taswiya.laws;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandFloor;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.laws.reference.Ratio;

/// A book with one charge of every kind, and what was drawn in a period of so many days.
record DrawnPower(
        SubscribedCharge subscribed,
        OverrunCharge overrun,
        BilledDemandCharge billed,
        ReactiveCharge reactive,
        PowerFactorCharge factor,
        LocalDate from,
        int days,
        Ratio usage,
        Ratio peak,
        Ratio power,
        Ratio kvarh,
        int hundredths,
        Map<YearMonth, Ratio> past) {
    private static final int MONTHS_BACK = 12;

    DrawnPower at(Ratio otherPeak) {
        return with(days, otherPeak, kvarh, hundredths);
    }

    private DrawnPower with(int days, Ratio peak, Ratio kvarh, int hundredths) {
        return new DrawnPower(
                subscribed, overrun, billed, reactive, factor, from, days, usage, peak, power, kvarh, hundredths, past);
    }

    DrawnPower good() {
        return with(days, peak, Ratio.ZERO, 100);
    }

    DrawnPower lasting(int days) {
        return with(days, peak, kvarh, hundredths);
    }

    Ratio months() {
        return days >= 25 && days <= 35 ? Ratio.ONE : Ratio.of(days, 30);
    }

    Ratio share(Set<Month> due) {
        long count = from.datesUntil(from.plusDays(days))
                .filter(day -> due.contains(day.getMonth()))
                .count();
        return Ratio.of(count, days);
    }

    static DrawnPower draw(Choices choices) {
        LocalDate from = LocalDate.of(2023, 1, 1).plusDays(choices.below(800));
        Map<YearMonth, Ratio> past = new LinkedHashMap<>();
        for (int back = 1; back <= MONTHS_BACK; back++) {
            past.put(YearMonth.from(from).minusMonths(back), Ratio.of(choices.below(60_000), 1_000));
        }
        Ratio power = Ratio.of(choices.between(1, 40), 1);
        // At the bound exactly as often as not.
        Ratio peak = choices.percent(20) ? power : Ratio.of(choices.below(60_000), 1_000);
        return new DrawnPower(
                new SubscribedCharge(
                        "subscribed",
                        Unit.KILOWATT,
                        null,
                        choices.percent(50) ? ChargedPer.MONTH : ChargedPer.YEAR,
                        tiers(choices),
                        "none",
                        ""),
                new OverrunCharge(
                        "overrun",
                        Unit.KILOWATT,
                        null,
                        choices.months(70),
                        false,
                        choices.percent(50) ? Decimal.ONE : Decimal.parse("1.05"),
                        price(choices),
                        "none",
                        ""),
                new BilledDemandCharge(
                        "billed",
                        Unit.KILOWATT,
                        choices.months(70),
                        powerFactor(choices),
                        floors(choices),
                        tiers(choices),
                        "none",
                        ""),
                new ReactiveCharge(
                        "reactive", null, choices.months(70), Decimal.parse("0.4"), price(choices), "none", ""),
                new PowerFactorCharge(
                        "factor",
                        Set.of("subscribed"),
                        Decimal.ofSteps(choices.between(80, 100), 2),
                        Decimal.ofSteps(choices.between(1, 20), 3),
                        null,
                        "none",
                        ""),
                from,
                choices.percent(70) ? choices.between(28, 31) : choices.between(1, 100),
                choices.percent(10) ? Ratio.ZERO : Ratio.of(choices.below(400_000), 1_000),
                peak,
                power,
                Ratio.of(choices.below(400_000), 1_000),
                choices.between(60, 100),
                past);
    }

    private static @Nullable Decimal powerFactor(Choices choices) {
        return choices.percent(60) ? Decimal.parse("0.9") : null;
    }

    private static List<DemandFloor> floors(Choices choices) {
        List<DemandFloor> floors = new ArrayList<>();
        floors.add(new DemandFloor.Amount(Decimal.of(choices.between(1, 10))));
        floors.add(new DemandFloor.OfSubscribed(Decimal.ofSteps(choices.between(1, 100), 2)));
        floors.add(new DemandFloor.OfPast(
                Decimal.ofSteps(choices.between(1, 100), 2), choices.between(1, MONTHS_BACK), choices.months(70)));
        return floors.subList(0, choices.between(1, floors.size()));
    }

    private static Decimal price(Choices choices) {
        return Decimal.ofSteps(choices.between(0, 30_000), 4);
    }

    private static List<BlockTier> tiers(Choices choices) {
        List<BlockTier> tiers = new ArrayList<>();
        long bound = 0;
        int count = choices.between(1, 3);
        for (int i = 0; i < count; i++) {
            bound += choices.between(1, 20);
            Decimal upTo = i == count - 1 ? null : Decimal.of(bound);
            tiers.add(new BlockTier(upTo, Decimal.ZERO, BlockMode.PROGRESSIVE, price(choices)));
        }
        return tiers;
    }
}
