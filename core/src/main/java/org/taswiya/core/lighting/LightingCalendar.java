package org.taswiya.core.lighting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.Regime.OffHours;
import org.taswiya.core.lighting.Regime.Published;
import org.taswiya.core.lighting.Regime.Switched;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// How long lamps burn, regime by regime.
///
/// @param zone the legal time by which days begin and hours are off
/// @param place whose dusk and dawn count; null where tables tell everything
/// @param regimes by name
public record LightingCalendar(ZoneId zone, @Nullable Place place, SortedMap<String, Regime> regimes) {
    private static final int HOUR_MINUTES = 60;
    private static final int COMMON_FEBRUARY = 28;

    public LightingCalendar {
        regimes = new TreeMap<>(regimes);
        if (place == null && regimes.values().stream().anyMatch(Switched.class::isInstance)) {
            throw new IllegalArgumentException("Dusk and dawn are of a place, and there is none");
        }
    }

    /// The first day on which the sun does not set or does not rise, so that no night can be told; empty where each has
    /// one, and where a table tells the hours.
    public Optional<LocalDate> dayWithoutNight(String regime, DateRange days) {
        return dayWithoutNight(regime, days, new Suns(this));
    }

    /// The same where the sun of these days is asked for again.
    public Optional<LocalDate> dayWithoutNight(String regime, DateRange days, Suns suns) {
        if (!(regime(regime) instanceof Switched switched)) {
            return Optional.empty();
        }
        return firstSun(days)
                .datesUntil(days.to().plusDays(2))
                .filter(day -> suns.on(day, switched.rule().horizon()).isEmpty())
                .findFirst();
    }

    /// How many minutes the lamps of a regime burn on some days, from midnight to midnight.
    ///
    /// @throws IllegalArgumentException when there is no such regime, or a day has no night: see [#dayWithoutNight]
    public Fraction minutes(String regime, DateRange days) {
        return minutes(regime, days, new Suns(this));
    }

    Fraction minutes(String regime, DateRange days, Suns suns) {
        return switch (regime(regime)) {
            case Published published -> published(published, days);
            case Switched switched -> Fraction.of(seconds(switched, days, suns), HOUR_MINUTES);
        };
    }

    /// The first of some days on which the lamps of a regime burn for another time than by another calendar; empty
    /// where they never do.
    public Optional<LocalDate> firstDifference(LightingCalendar other, String name, DateRange days) {
        boolean isSame = zone.equals(other.zone)
                && Objects.equals(place, other.place)
                && Objects.equals(regimes.get(name), other.regimes.get(name));
        Suns suns = new Suns(this);
        Suns others = new Suns(other);
        return isSame
                ? Optional.empty()
                : days.from()
                        .datesUntil(days.to())
                        .filter(day -> !told(name, day, suns).equals(other.told(name, day, others)))
                        .findFirst();
    }

    /// Empty where it cannot be told.
    private Optional<Fraction> told(String name, LocalDate day, Suns suns) {
        DateRange alone = DateRange.of(day, day.plusDays(1));
        return !regimes.containsKey(name) || dayWithoutNight(name, alone, suns).isPresent()
                ? Optional.empty()
                : Optional.of(minutes(name, alone, suns).reduced());
    }

    private Regime regime(String name) {
        Regime regime = regimes.get(name);
        if (regime == null) {
            throw new IllegalArgumentException("No regime is called " + name);
        }
        return regime;
    }

    /// A month that is not whole has its days of it.
    private static Fraction published(Published regime, DateRange days) {
        Fraction minutes = Fraction.ZERO;
        LocalDate from = days.from();
        while (from.isBefore(days.to())) {
            LocalDate next = from.withDayOfMonth(1).plusMonths(1);
            LocalDate to = next.isBefore(days.to()) ? next : days.to();
            long shared = DateRange.of(from, to).days();
            minutes = minutes.plus(monthly(regime, from).times(Fraction.of(shared, from.lengthOfMonth())));
            from = to;
        }
        return minutes.times(Fraction.of(HOUR_MINUTES)).reduced();
    }

    private static Fraction monthly(Published regime, LocalDate month) {
        Decimal leap = regime.leapFebruary();
        Fraction stated = Fraction.of(Objects.requireNonNull(regime.hours().get(month.getMonth())));
        boolean isLeap = month.getMonth() == Month.FEBRUARY && month.lengthOfMonth() > COMMON_FEBRUARY;
        if (isLeap) {
            return leap == null ? stated.times(Fraction.of(month.lengthOfMonth(), COMMON_FEBRUARY)) : Fraction.of(leap);
        }
        return stated;
    }

    /// Early enough wherever the zone lies beside the place: legal days are within a day of the sun's.
    private static LocalDate firstSun(DateRange days) {
        return days.from().minusDays(2);
    }

    /// Night after night, from one before the first day to one after the last.
    private long seconds(Switched regime, DateRange days, Suns suns) {
        Stretch asked = new Stretch(
                days.from().atStartOfDay(zone).toInstant(),
                days.to().atStartOfDay(zone).toInstant());
        long seconds = 0;
        LocalDate first = firstSun(days);
        SunTimes evening = known(first, regime, suns);
        for (LocalDate day = first.plusDays(1); !day.isAfter(days.to().plusDays(1)); day = day.plusDays(1)) {
            SunTimes morning = known(day, regime, suns);
            Stretch night = new Stretch(
                            evening.set().plus(Duration.ofMinutes(regime.rule().onAfter())),
                            morning.rise()
                                    .minus(Duration.ofMinutes(regime.rule().offBefore())))
                    .within(asked);
            seconds += night.seconds() - off(regime.off(), night);
            evening = morning;
        }
        return seconds;
    }

    private SunTimes known(LocalDate day, Switched regime, Suns suns) {
        return suns.on(day, regime.rule().horizon())
                .orElseThrow(() -> new IllegalArgumentException("No night on " + day + " at " + place));
    }

    /// For how long a night is off: the hours of the days that it touches.
    private long off(@Nullable OffHours hours, Stretch night) {
        if (hours == null || night.seconds() == 0) {
            return 0;
        }
        long seconds = 0;
        LocalDate first = night.from().atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = night.to().atZone(zone).toLocalDate();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate until = hours.to().isAfter(hours.from()) ? day : day.plusDays(1);
            Stretch off = new Stretch(
                    day.atTime(hours.from()).atZone(zone).toInstant(),
                    until.atTime(hours.to()).atZone(zone).toInstant());
            seconds += off.within(night).seconds();
        }
        return seconds;
    }

    /// From a moment to another; nothing where the other is not later.
    private record Stretch(Instant from, Instant to) {
        Stretch within(Stretch other) {
            return new Stretch(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
        }

        long seconds() {
            return Math.max(0, Duration.between(from, to).toSeconds());
        }
    }
}
