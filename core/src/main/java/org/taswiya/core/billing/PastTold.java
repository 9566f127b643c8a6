package org.taswiya.core.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.AskedPast;
import org.taswiya.core.tariff.AskedPast.Netted;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;

/// What the days before a period tell of it. Each version in force in it is told what that one asks for, all of it as
/// of the period's first day: what of a period falls into a year before some of its days is reckoned with the price.
///
/// @param tariff whose versions ask, and by which energy is carried on
/// @param period which it is
/// @param earlier what was used in periods of the gap before it
record PastTold(Tariff tariff, AskedFor known, DateRange period, List<Usage> earlier) {

    /// The days after the first on which another version comes into force that asks otherwise.
    List<LocalDate> changes() {
        List<LocalDate> changes = new ArrayList<>();
        AskedPast before = AskedPast.on(period.from(), tariff);
        for (TariffVersion version : tariff.versions()) {
            if (period.contains(version.from()) && version.from().isAfter(period.from())) {
                AskedPast asked = AskedPast.on(version.from(), tariff);
                if (!asked.equals(before)) {
                    changes.add(version.from());
                }
                before = asked;
            }
        }
        return changes;
    }

    /// With what is a number. A winter's average that was written down is not reckoned again. What is carried in is
    /// asked for by the first day, which nets all of the period.
    ///
    /// @param facts that hold from a day on
    Map<Determinant, Fraction> others(LocalDate day, Map<Determinant, Fraction> facts) {
        if (known.past().equals(BilledPast.NOTHING)) {
            return facts;
        }
        LocalDate from = period.from();
        AskedPast asked = AskedPast.on(day, tariff);
        Map<Determinant, Fraction> others = new EnumMap<>(Determinant.class);
        others.putAll(facts);
        if (asked.year() != null) {
            known.past()
                    .usedIn(asked.year().startOf(from), from, earlier)
                    .ifPresent(used -> others.put(Determinant.USED_THIS_YEAR, used));
        }
        asked.lastWinter(from)
                .flatMap(winter -> known.past().average(winter, earlier))
                .ifPresent(average -> others.putIfAbsent(Determinant.WINTER_AVERAGE, average));
        Netted netted = AskedPast.on(from, tariff).netted();
        if (netted != null) {
            CarriedEnergy carried = new CarriedEnergy(tariff, known, netted);
            carried.into(from, earlier).ifPresent(energy -> others.put(Determinant.CARRIED_IN, energy));
            carried.fedIn(period).ifPresent(energy -> others.put(Determinant.EXPORTED_ENERGY, Fraction.of(energy)));
        }
        return others;
    }

    /// With what is a number for each month, as it is asked for from a day on.
    Map<Determinant, Map<String, Fraction>> parts(LocalDate day) {
        Map<String, Fraction> highest = new TreeMap<>();
        for (int back = 1; back <= AskedPast.on(day, tariff).monthsBack(); back++) {
            YearMonth month = YearMonth.from(period.from()).minusMonths(back);
            known.past().highest(month, known).ifPresent(most -> highest.put(month.toString(), most));
        }
        return highest.isEmpty() ? Map.of() : Map.of(Determinant.PAST_DEMAND, highest);
    }

    /// How the books come to know what they do not of the days before; empty where nothing but their bills tells it.
    static String remedy(Determinant asked) {
        String remedy = switch (asked) {
            case CARRIED_IN ->
                ", usage and what was fed in: write down what its register showed at the bounds of each period,"
                        + " or what is carried in";
            case CHARGED_THIS_YEAR -> ": write down what was charged";
            case PAST_DEMAND ->
                ": load the intervals of these months, or write down the highest demand of each from one of its"
                        + " days";
            default -> "";
        };
        return remedy.isEmpty() ? "" : remedy + " (`./taswiya agreement fact`)";
    }
}
