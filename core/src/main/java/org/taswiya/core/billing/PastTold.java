package org.taswiya.core.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.AskedPast;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Tariff;

/// What the days before a period tell of it.
///
/// @param tariff by which energy is carried on
/// @param asked by the prices of its first day
/// @param period which it is
/// @param earlier what was used in periods of the gap before it
record PastTold(Tariff tariff, AskedFor known, AskedPast asked, DateRange period, List<Usage> earlier) {

    /// With what is a number. A winter's average that was written down is not reckoned again.
    Map<Determinant, Fraction> others(Map<Determinant, Fraction> facts) {
        if (known.past().equals(BilledPast.NOTHING)) {
            return facts;
        }
        LocalDate from = period.from();
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
        if (asked.netted() != null) {
            CarriedEnergy carried = new CarriedEnergy(tariff, known, asked.netted());
            carried.into(from, earlier).ifPresent(energy -> others.put(Determinant.CARRIED_IN, energy));
            carried.fedIn(period).ifPresent(energy -> others.put(Determinant.EXPORTED_ENERGY, Fraction.of(energy)));
        }
        return others;
    }

    /// With what is a number for each month.
    Map<Determinant, Map<String, Fraction>> parts() {
        Map<String, Fraction> highest = new TreeMap<>();
        for (int back = 1; back <= asked.monthsBack(); back++) {
            YearMonth month = YearMonth.from(period.from()).minusMonths(back);
            known.past().highest(month, known).ifPresent(most -> highest.put(month.toString(), most));
        }
        return highest.isEmpty() ? Map.of() : Map.of(Determinant.PAST_DEMAND, highest);
    }
}
