package org.taswiya.core.lighting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;

/// What lamps used: count x (watts + losses) x hours, exact.
///
/// @param days on which they were there
/// @param minutes for which they burned
/// @param energy in kWh
public record LampUsage(LampGroup lamps, DateRange days, Fraction minutes, Fraction energy) {
    private static final Fraction HOUR = Fraction.of(1, 60);
    private static final Fraction WATT_MINUTE = Fraction.of(1, 60_000);

    private record Burning(String regime, DateRange days) {}

    /// Of the lamps that were there on some days, in their order.
    ///
    /// @throws IllegalArgumentException as [LightingCalendar#minutes] does
    public static List<LampUsage> of(LightingCalendar calendar, List<LampGroup> inventory, DateRange period) {
        Map<Burning, Fraction> known = new HashMap<>();
        return of(
                one -> known.computeIfAbsent(one, asked -> calendar.minutes(asked.regime(), asked.days())),
                inventory,
                period);
    }

    /// The same where it is known how long they burned.
    public static List<LampUsage> of(BurningMinutes burning, List<LampGroup> inventory, DateRange period) {
        return of(one -> burning.minutes(one.regime(), one.days()), inventory, period);
    }

    private static List<LampUsage> of(
            Function<Burning, Fraction> burning, List<LampGroup> inventory, DateRange period) {
        List<LampUsage> usages = new ArrayList<>();
        for (LampGroup lamps : inventory) {
            if (lamps.isThere(period)) {
                DateRange days = lamps.thereOf(period);
                Fraction minutes = burning.apply(new Burning(lamps.regime(), days));
                Fraction watts = Fraction.of(lamps.wattsEach()).times(Fraction.of(lamps.count()));
                usages.add(new LampUsage(
                        lamps,
                        days,
                        minutes,
                        watts.times(minutes).times(WATT_MINUTE).reduced()));
            }
        }
        return usages;
    }

    /// For how many hours they burned.
    public Fraction hours() {
        return minutes.times(HOUR).reduced();
    }

    /// What all of them used, in kWh.
    public static Fraction total(List<LampUsage> usages) {
        return usages.stream().map(LampUsage::energy).reduce(Fraction.ZERO, Fraction::plus);
    }
}
