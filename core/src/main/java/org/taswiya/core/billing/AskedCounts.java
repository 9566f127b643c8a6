package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;

/// What a tariff asks of intervals, and of registers by time band: each version asks for its own days of a period, and
/// the others have no bearing on these.
record AskedCounts(Tariff tariff, AskedFor known) {

    static boolean isByBand(Tariff asked) {
        return asked.timeBands().size() > 1;
    }

    /// Whether registers count by time band what some versions price by it.
    boolean isByRegister(Tariff asked) {
        return isByBand(asked) && !known.registers().isEmpty();
    }

    /// Whether versions hang on intervals.
    private boolean isAskedBy(Tariff asked) {
        return isByBand(asked) && known.registers().isEmpty() || asked.isOfDemand();
    }

    /// Whether prices of some days ask for intervals, and those of each of the days are known.
    boolean areThere(DateRange days) {
        return isAskedBy(tariff.in(days)) && known.uncounted(days).isEmpty();
    }

    /// A period cut where usage begins to be divided over other time bands, or by another calendar, of which registers
    /// know none.
    List<DateRange> parts(DateRange period) {
        Set<LocalDate> cuts = known.registers().isEmpty() ? calendarCuts() : new TreeSet<>();
        Set<String> before = Set.of();
        for (TariffVersion version : tariff.in(period).versions()) {
            Set<String> bands = version.timeBands().size() > 1 ? version.timeBands() : Set.of();
            if (!bands.equals(before)) {
                cuts.add(version.from());
            }
            before = bands;
        }
        return CountedDays.parts(period, cuts);
    }

    private Set<LocalDate> calendarCuts() {
        return new TreeSet<>(tariff.calendars().keySet());
    }

    /// The highest demand of the days on which a version charges some, time band by time band, each day by the calendar
    /// of its own.
    Map<String, Fraction> demand(DateRange period) {
        Map<String, Fraction> highest = new TreeMap<>();
        for (DateRange part : tariff.daysOfDemand(period)) {
            known.demand(part).forEach((band, demand) -> highest.merge(band, demand, Fraction::max));
        }
        return highest;
    }

    /// A period cut where another version or another calendar begins.
    private List<DateRange> ofVersions(DateRange period) {
        Set<LocalDate> cuts = calendarCuts();
        tariff.in(period).versions().forEach(version -> cuts.add(version.from()));
        return CountedDays.parts(period, cuts);
    }

    /// Why what is asked of a period is not counted; null when it is.
    @Nullable Hold lack(DateRange period) {
        Hold unmeasured = unmeasured(period);
        if (unmeasured != null) {
            return unmeasured;
        }
        for (DateRange part : ofVersions(period)) {
            Tariff asked = tariff.in(part);
            Hold uncounted = isAskedBy(asked) ? uncounted(part, asked) : null;
            if (uncounted != null) {
                return uncounted;
            }
        }
        return tariff.in(period).isOfDemand() && demand(period).isEmpty()
                ? lacks("asks for demand, and no interval of " + period + " tells one", "demand", period.from())
                : null;
    }

    /// Intervals of kWh tell kW, and nothing of what does no work.
    private @Nullable Hold unmeasured(DateRange period) {
        return tariff.in(period).demandUnits().stream()
                .filter(unit -> unit != Unit.KILOWATT)
                .findFirst()
                .map(unit -> lacks(
                        "asks for demand in " + unit.symbol() + ", and intervals of "
                                + tariff.unit().symbol() + " tell kW: state the price by the kW, or price it by"
                                + " `./taswiya rate`",
                        "demand",
                        period.from()))
                .orElse(null);
    }

    /// @param part of a period, by one calendar
    /// @param asked the version of it
    private @Nullable Hold uncounted(DateRange part, Tariff asked) {
        boolean isOfBands = isByBand(asked) && known.registers().isEmpty();
        Optional<LocalDate> day = known.uncounted(part);
        if (day.isPresent()) {
            String asks = isOfBands
                    ? "asks for the time bands " + String.join(", ", asked.timeBands())
                            + "; its device has no register named for each"
                    : "asks for demand";
            return CountedDays.hasBands(tariff, day.get())
                    ? lacks(
                            asks + ", and the intervals of " + day.get()
                                    + " are not known: load them (`./taswiya intervals load`)",
                            isOfBands ? "time-bands" : "intervals",
                            day.get())
                    : lacks(
                            asks + ", and no calendar that its book names says when each of them is",
                            "time-bands",
                            day.get());
        }
        if (isOfBands) {
            Map<String, Fraction> counted = new TreeMap<>();
            known.byBand(part).forEach((band, quantity) -> counted.put(band, Fraction.of(quantity)));
            return unpriced(counted, asked, "its calendar");
        }
        return null;
    }

    /// Where something was counted in a time band of which a version knows nothing, what it is charged for would be
    /// less than what was used.
    ///
    /// @param counted by time band
    /// @param by what counts in it
    @Nullable Hold unpriced(Map<String, Fraction> counted, Tariff asked, String by) {
        Set<String> unpriced = new HashSet<>(counted.keySet());
        unpriced.removeAll(asked.timeBands());
        return unpriced.stream()
                .filter(band -> counted.getOrDefault(band, Fraction.ZERO).signum() > 0)
                .min(String::compareTo)
                .map(band -> new Hold(
                        HoldReason.NOT_COUNTED,
                        "tariff " + tariff.id() + " has no price for the time band " + band + ", in which "
                                + counted.getOrDefault(band, Fraction.ZERO).toDecimal(6) + " were counted: " + by
                                + " and its prices differ",
                        HoldFigures.NONE.name("tariff", tariff.id()).name("band", band)))
                .orElse(null);
    }

    private Hold lacks(String found, String asked, LocalDate day) {
        return lacks(tariff, found, asked, day);
    }

    static Hold lacks(Tariff tariff, String found, String asked, LocalDate day) {
        return new Hold(
                HoldReason.NOT_COUNTED,
                "tariff " + tariff.id() + " " + found,
                HoldFigures.NONE
                        .name("tariff", tariff.id())
                        .name("asked", asked)
                        .day("from", day));
    }
}
