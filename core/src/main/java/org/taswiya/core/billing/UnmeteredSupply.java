package org.taswiya.core.billing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.BurningMinutes;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LampUsage;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Suns;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// Lamps in place of a meter: what they used is reckoned from the inventory and the calendar of burning hours, period
/// by period, and counted up as on a dial. So what a dial does to a bill lamps do too: they settle by subtraction.
public final class UnmeteredSupply {
    private static final int DECIMALS = 3;

    /// How lamps count: in watt-hours, without end.
    public static final Register REGISTER = new Register(null, DECIMALS, Decimal.ONE, Unit.KILOWATT_HOUR);

    private static final Comparator<LampGroup> IN_ORDER = Comparator.comparing(LampGroup::place)
            .thenComparing(LampGroup::type)
            .thenComparing(LampGroup::from);

    private final @Nullable LightingCalendar calendar;
    private final List<LampGroup> lamps;
    private final DateRange days;
    private final @Nullable Hold lack;
    private final @Nullable BurningMinutes burning;

    /// @param calendar how long they burn; null where nobody has said
    /// @param lamps the inventory, in any order
    /// @param days from the first day that may be billed to the day after the last
    public UnmeteredSupply(@Nullable LightingCalendar calendar, List<LampGroup> lamps, DateRange days) {
        this(calendar, calendar == null ? null : new Suns(calendar), lamps, days);
    }

    /// One of many of the same calendar.
    ///
    /// @param suns of the calendar; null without it
    public UnmeteredSupply(
            @Nullable LightingCalendar calendar, @Nullable Suns suns, List<LampGroup> lamps, DateRange days) {
        this.calendar = calendar;
        this.days = days;
        this.lamps = lamps.stream()
                .filter(one -> one.count() > 0 && one.isThere(days))
                .sorted(IN_ORDER)
                .toList();
        this.lack = calendar == null || suns == null ? noCalendar() : lack(calendar, suns);
        this.burning = calendar == null || suns == null || lack != null
                ? null
                : new BurningMinutes(calendar, suns, regimes().keySet(), days);
    }

    public @Nullable LightingCalendar calendar() {
        return calendar;
    }

    /// Those that are there on some of the days, by place, type and first day.
    public List<LampGroup> lamps() {
        return lamps;
    }

    public DateRange days() {
        return days;
    }

    /// Why it cannot be told what they used; null when it can.
    @Nullable Hold lack() {
        return lack;
    }

    /// Of each regime some lamps that burn by it.
    private SortedMap<String, LampGroup> regimes() {
        SortedMap<String, LampGroup> regimes = new TreeMap<>();
        lamps.forEach(one -> regimes.putIfAbsent(one.regime(), one));
        return regimes;
    }

    private Hold noCalendar() {
        return lacks(
                "no calendar tells how long lamps burn: take one into the books (`./taswiya lighting take`)",
                HoldFigures.NONE.day("calendarFor", days.from()));
    }

    private @Nullable Hold lack(LightingCalendar hours, Suns suns) {
        if (lamps.stream().allMatch(one -> one.from().isAfter(days.from()))) {
            return lacks(
                    "the inventory has no lamps on " + days.from() + ", which is to be billed: import them",
                    HoldFigures.NONE.day("lampsOn", days.from()));
        }
        for (Map.Entry<String, LampGroup> one : regimes().entrySet()) {
            String regime = one.getKey();
            if (!hours.regimes().containsKey(regime)) {
                return lacks(
                        "the calendar of burning hours has no regime " + regime + ", by which lamps at "
                                + one.getValue().place() + " burn",
                        HoldFigures.NONE.name("regime", regime).day("from", days.from()));
            }
            Optional<LocalDate> without = hours.dayWithoutNight(regime, days, suns);
            if (without.isPresent()) {
                return lacks(
                        "on " + without.get() + " the sun does not set or does not rise where the lamps are: a table"
                                + " has to tell the hours of regime " + regime,
                        HoldFigures.NONE.name("regime", regime).day("from", without.get()));
            }
        }
        return null;
    }

    private static Hold lacks(String found, HoldFigures figures) {
        return new Hold(HoldReason.NOT_COUNTED, found, figures);
    }

    /// What each group of lamps used in a period, exact; those that stood there on some of its days.
    public List<LampUsage> used(DateRange period) {
        BurningMinutes minutes = burning;
        return minutes == null ? List.of() : LampUsage.of(minutes, lamps, period);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnmeteredSupply supply
                && Objects.equals(calendar, supply.calendar)
                && lamps.equals(supply.lamps)
                && days.equals(supply.days);
    }

    @Override
    public int hashCode() {
        return Objects.hash(calendar, lamps, days);
    }

    @Override
    public String toString() {
        return lamps + " in " + days + " by " + calendar;
    }
}
