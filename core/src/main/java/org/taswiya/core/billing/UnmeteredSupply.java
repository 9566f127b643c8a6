package org.taswiya.core.billing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LampUsage;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// Lamps in place of a meter: what they used is reckoned from the inventory and the calendar of burning hours, period
/// by period, and counted up as on a dial. So what a dial does to a bill lamps do too: they settle by subtraction.
///
/// @param calendar how long they burn; null where nobody has said
/// @param lamps the inventory, in any order
/// @param days from the first day that may be billed to the day after the last
public record UnmeteredSupply(@Nullable LightingCalendar calendar, List<LampGroup> lamps, DateRange days) {
    private static final int DECIMALS = 3;

    /// How lamps count: in watt-hours, without end.
    public static final Register REGISTER = new Register(null, DECIMALS, Decimal.ONE, Unit.KILOWATT_HOUR);

    private static final Comparator<LampGroup> IN_ORDER =
            Comparator.comparing(LampGroup::place).thenComparing(LampGroup::type).thenComparing(LampGroup::from);

    public UnmeteredSupply {
        lamps = lamps.stream()
                .filter(one -> one.count() > 0 && one.isThere(days))
                .sorted(IN_ORDER)
                .toList();
    }

    /// Why it cannot be told what they used; null when it can.
    @Nullable Hold lack() {
        LightingCalendar hours = calendar;
        if (hours == null) {
            return lacks(
                    "no calendar tells how long lamps burn: take one into the books (`./taswiya lighting take`)",
                    HoldFigures.NONE.day("calendarFor", days.from()));
        }
        if (lamps.stream().allMatch(one -> one.from().isAfter(days.from()))) {
            return lacks(
                    "the inventory has no lamps on " + days.from() + ", which is to be billed: import them",
                    HoldFigures.NONE.day("lampsOn", days.from()));
        }
        for (LampGroup one : lamps) {
            if (!hours.regimes().containsKey(one.regime())) {
                return lacks(
                        "the calendar of burning hours has no regime " + one.regime() + ", by which lamps at "
                                + one.place() + " burn",
                        HoldFigures.NONE.name("regime", one.regime()).day("from", days.from()));
            }
            Optional<LocalDate> without = hours.dayWithoutNight(one.regime(), one.thereOf(days));
            if (without.isPresent()) {
                return lacks(
                        "on " + without.get() + " the sun does not set or does not rise where the lamps are: a table"
                                + " has to tell the hours of regime " + one.regime(),
                        HoldFigures.NONE.name("regime", one.regime()).day("from", without.get()));
            }
        }
        return null;
    }

    private static Hold lacks(String found, HoldFigures figures) {
        return new Hold(HoldReason.NOT_COUNTED, found, figures);
    }

    /// What each group of lamps used in a period, exact; those that stood there on some of its days.
    public List<LampUsage> used(DateRange period) {
        LightingCalendar hours = calendar;
        return hours == null ? List.of() : LampUsage.of(hours, lamps, period);
    }

    /// What all of them used in a period, rounded once.
    public Decimal usage(DateRange period) {
        return LampUsage.total(used(period)).round(DECIMALS, RoundingMode.HALF_UP);
    }

    /// What a dial would show that counts the lamps: at the begin of the days, where periods meet, and at the end. None
    /// where it cannot be told.
    public List<Reading> readings(List<BilledPeriod> billed) {
        if (lack() != null) {
            return List.of();
        }
        NavigableSet<LocalDate> bounds = new TreeSet<>();
        for (BilledPeriod period : billed) {
            bounds.add(period.range().from());
            bounds.add(period.range().to());
        }
        bounds.add(days.from());
        bounds.add(days.to());
        List<Reading> readings = new ArrayList<>();
        Decimal dial = Decimal.ZERO;
        LocalDate last = days.from();
        for (LocalDate day : bounds.subSet(days.from(), true, days.to(), true)) {
            dial = last.equals(day) ? dial : dial.plus(usage(DateRange.of(last, day)));
            readings.add(new Reading.ActualReading(day, dial, "lamps"));
            last = day;
        }
        return List.copyOf(readings);
    }
}
