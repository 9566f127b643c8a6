package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.lighting.Regime.OffHours;
import org.taswiya.core.lighting.SunTimes;
import org.taswiya.core.lighting.SwitchRule;
import org.taswiya.core.lighting.SwitchRule.Horizon;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// Lamps burn in each minute in which they should, looked at minute by minute.
class LightingLaws {
    private static final List<String> ZONES =
            List.of("Africa/Casablanca", "Europe/London", "America/St_Johns", "Asia/Tokyo", "Australia/Lord_Howe");

    record Street(
            ZoneId zone,
            Place place,
            SwitchRule rule,
            @Nullable OffHours off,
            DateRange days) {

        LightingCalendar calendar() {
            Map<String, Regime> regimes = new TreeMap<>();
            regimes.put("drawn", new Regime.Switched(rule, off));
            regimes.put("all", new Regime.Switched(rule, null));
            regimes.put(
                    "later",
                    new Regime.Switched(new SwitchRule(rule.horizon(), rule.onAfter() + 7, rule.offBefore()), off));
            return new LightingCalendar(zone, place, new TreeMap<>(regimes));
        }
    }

    @Property(tries = 60)
    void everyMinuteIsCountedOnce(@ForAll("streets") Street street) {
        List<Instant> evenings = new ArrayList<>();
        List<Instant> mornings = new ArrayList<>();
        for (LocalDate day = street.days().from().minusDays(2);
                !day.isAfter(street.days().to().plusDays(1));
                day = day.plusDays(1)) {
            SunTimes next = sun(street, day.plusDays(1));
            evenings.add(
                    sun(street, day).set().plus(Duration.ofMinutes(street.rule().onAfter())));
            mornings.add(next.rise().minus(Duration.ofMinutes(street.rule().offBefore())));
        }
        Instant end = street.days().to().atStartOfDay(street.zone()).toInstant();
        long burning = 0;
        for (Instant minute = street.days().from().atStartOfDay(street.zone()).toInstant();
                minute.isBefore(end);
                minute = minute.plusSeconds(60)) {
            if (isNight(minute, evenings, mornings) && !isOff(minute, street)) {
                burning++;
            }
        }
        assertThat(street.calendar().minutes("drawn", street.days())).isEqualByComparingTo(Fraction.of(burning));
    }

    private static SunTimes sun(Street street, LocalDate day) {
        return SunTimes.of(street.place(), day, street.rule().horizon()).orElseThrow();
    }

    private static boolean isNight(Instant minute, List<Instant> evenings, List<Instant> mornings) {
        for (int i = 0; i < evenings.size(); i++) {
            if (!minute.isBefore(evenings.get(i)) && minute.isBefore(mornings.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOff(Instant minute, Street street) {
        OffHours off = street.off();
        if (off == null) {
            return false;
        }
        LocalTime clock = minute.atZone(street.zone()).toLocalTime();
        boolean isAfter = !clock.isBefore(off.from());
        boolean isBefore = clock.isBefore(off.to());
        return off.from().isBefore(off.to()) ? isAfter && isBefore : isAfter || isBefore;
    }

    @Property(tries = 100)
    void partsAddUpAndLessIsNeverMore(@ForAll("streets") Street street) {
        LightingCalendar calendar = street.calendar();
        Fraction whole = calendar.minutes("drawn", street.days());
        Fraction sum = Fraction.ZERO;
        for (LocalDate day = street.days().from(); day.isBefore(street.days().to()); day = day.plusDays(1)) {
            sum = sum.plus(calendar.minutes("drawn", DateRange.of(day, day.plusDays(1))));
        }
        assertThat(sum).isEqualByComparingTo(whole);
        assertThat(whole).isLessThanOrEqualTo(calendar.minutes("all", street.days()));
        assertThat(calendar.minutes("later", street.days())).isLessThanOrEqualTo(whole);
    }

    @Provide
    Arbitrary<Street> streets() {
        return Tapes.tapes().map(tape -> street(new Choices(tape)));
    }

    /// Around the days on which clocks move, and others; hours that are off begin and end away from where they do.
    private static Street street(Choices choices) {
        ZoneId zone = ZoneId.of(choices.oneOf(ZONES));
        Place place = new Place(
                Decimal.ofSteps(choices.between(-5_500, 5_500), 2),
                Decimal.ofSteps(choices.between(-18_000, 18_000), 2));
        Horizon horizon = choices.percent(70) ? Horizon.SUNSET : Horizon.CIVIL;
        SwitchRule rule = new SwitchRule(horizon, choices.below(40), choices.below(40));
        OffHours off = choices.percent(50)
                ? new OffHours(
                        LocalTime.of(choices.oneOf(20, 22, 23), choices.below(60)),
                        LocalTime.of(choices.between(4, 8), choices.below(60)))
                : null;
        LocalDate from = choices.percent(40)
                ? choices.oneOf(
                        LocalDate.of(2024, 3, 9),
                        LocalDate.of(2024, 3, 30),
                        LocalDate.of(2024, 4, 6),
                        LocalDate.of(2024, 10, 26),
                        LocalDate.of(2024, 11, 2))
                : LocalDate.of(2024, 1, 1).plusDays(choices.below(365));
        return new Street(zone, place, rule, off, DateRange.of(from, from.plusDays(choices.between(1, 4))));
    }
}
