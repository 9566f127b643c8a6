package org.taswiya.core.lighting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;

/// For how long lamps burn on some days, reckoned once for all periods in them.
public final class BurningMinutes {
    private final LocalDate first;

    /// By regime: before the first day, and after each.
    private final Map<String, List<Fraction>> upTo = new HashMap<>();

    /// @param regimes of the calendar, whose days all have a night: see [LightingCalendar#dayWithoutNight]
    public BurningMinutes(LightingCalendar calendar, Suns suns, Collection<String> regimes, DateRange days) {
        this.first = days.from();
        for (String regime : regimes) {
            Fraction sum = Fraction.ZERO;
            List<Fraction> sums = new ArrayList<>();
            sums.add(sum);
            for (LocalDate day = first; day.isBefore(days.to()); day = day.plusDays(1)) {
                sum = sum.plus(calendar.minutes(regime, DateRange.of(day, day.plusDays(1)), suns))
                        .reduced();
                sums.add(sum);
            }
            upTo.put(regime, List.copyOf(sums));
        }
    }

    /// Of a regime, on some of the days.
    Fraction minutes(String regime, DateRange part) {
        List<Fraction> sums = Objects.requireNonNull(upTo.get(regime));
        return sums.get(day(part.to())).minus(sums.get(day(part.from()))).reduced();
    }

    private int day(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
    }
}
