package org.taswiya.core.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// Readings in force of one register, one a day, in the order of their days, each with the smallest hour of the day
/// that it ends where that is known.
///
/// A meter that is read every day has 1,461 of them, and each of them is judged beside those before it: so a day is
/// looked up by halves, and what was used up to an actual reading is measured once and handed on to whoever knows one
/// reading more.
final class KnownReadings {
    private final Reading[] readings;
    private final @Nullable Decimal[] leastHours;

    /// What was used up to each actual reading since the actual one before it, filled when it is asked for.
    private final @Nullable Leg[] legs;

    /// @param use null where it cannot be told, or nothing is known before
    private record Leg(@Nullable Usage use) {}

    private KnownReadings(Reading[] readings, @Nullable Decimal[] leastHours, @Nullable Leg[] legs) {
        this.readings = readings;
        this.leastHours = leastHours;
        this.legs = legs;
    }

    /// @param readings in any order
    static KnownReadings of(Collection<Reading> readings, Map<LocalDate, Decimal> leastHours) {
        Reading[] sorted = readings.toArray(Reading[]::new);
        Arrays.sort(sorted, Comparator.comparing(Reading::at));
        Decimal[] hours = new Decimal[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            hours[i] = leastHours.get(sorted[i].at());
        }
        return new KnownReadings(sorted, hours, new Leg[sorted.length]);
    }

    /// The same with one reading more; it takes the place of another one of its day.
    KnownReadings with(Reading reading, @Nullable Decimal leastHour) {
        KnownReadings others = withoutAny(reading.at());
        int place = others.firstFrom(reading.at());
        KnownReadings more = others.copy(place, place, 1);
        more.readings[place] = reading;
        more.leastHours[place] = leastHour;
        return more;
    }

    /// The same without what somebody read on a day.
    KnownReadings without(LocalDate day) {
        return on(day).filter(Reading::isMeasuring).isPresent() ? withoutAny(day) : this;
    }

    /// The same without those before a day.
    KnownReadings since(LocalDate day) {
        int place = firstFrom(day);
        return place == 0 ? this : copy(0, place, 0);
    }

    int size() {
        return readings.length;
    }

    private KnownReadings withoutAny(LocalDate day) {
        int place = firstFrom(day);
        return isOf(place, day) ? copy(place, place + 1, 0) : this;
    }

    /// Without those between two places, with room for some there. What was used up to the next actual reading rests on
    /// them and is forgotten.
    private KnownReadings copy(int from, int to, int room) {
        int size = readings.length - (to - from) + room;
        Reading[] kept = Arrays.copyOf(readings, size);
        Decimal[] hours = Arrays.copyOf(leastHours, size);
        Leg[] used = Arrays.copyOf(legs, size);
        int behind = readings.length - to;
        System.arraycopy(readings, to, kept, from + room, behind);
        System.arraycopy(leastHours, to, hours, from + room, behind);
        System.arraycopy(legs, to, used, from + room, behind);
        for (int i = from; i < size; i++) {
            used[i] = null;
            if (i >= from + room && kept[i] instanceof ActualReading) {
                break;
            }
        }
        return new KnownReadings(kept, hours, used);
    }

    /// The place of the first reading of a day or a later one; their number when there is none.
    private int firstFrom(LocalDate day) {
        int low = 0;
        int high = readings.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (readings[middle].at().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isOf(int place, LocalDate day) {
        return place < readings.length && readings[place].at().equals(day);
    }

    List<Reading> byDay() {
        return List.of(readings);
    }

    Optional<Reading> on(LocalDate day) {
        int place = firstFrom(day);
        return isOf(place, day) ? Optional.of(readings[place]) : Optional.empty();
    }

    /// The smallest hour of the day that ends with a day's reading.
    @Nullable Decimal leastHour(LocalDate day) {
        int place = firstFrom(day);
        return isOf(place, day) ? leastHours[place] : null;
    }

    Optional<Reading> lastBefore(LocalDate day, Predicate<Reading> which) {
        for (int i = firstFrom(day) - 1; i >= 0; i--) {
            if (which.test(readings[i])) {
                return Optional.of(readings[i]);
            }
        }
        return Optional.empty();
    }

    Optional<Reading> firstAfter(LocalDate day, Predicate<Reading> which) {
        for (int i = firstFrom(day.plusDays(1)); i < readings.length; i++) {
            if (which.test(readings[i])) {
                return Optional.of(readings[i]);
            }
        }
        return Optional.empty();
    }

    /// Estimates after one day, up to another and on it.
    List<Reading> estimatedBetween(LocalDate after, LocalDate to) {
        List<Reading> estimates = new ArrayList<>();
        for (int i = firstFrom(after.plusDays(1)); i < readings.length; i++) {
            if (readings[i].at().isAfter(to)) {
                break;
            }
            if (!readings[i].isMeasuring()) {
                estimates.add(readings[i]);
            }
        }
        return estimates;
    }

    /// What was used between actual readings before a day, of legs that reach beyond another.
    List<Usage> actualUse(Measurement measurement, LocalDate since, LocalDate before) {
        int end = firstFrom(before);
        int last = lastActual(end);
        List<Usage> use = new ArrayList<>(end);
        while (last >= 0 && readings[last].at().isAfter(since)) {
            int first = lastActual(last);
            Leg leg = legs[last];
            if (leg == null) {
                leg = first < 0 ? new Leg(null) : leg(measurement, readings[first], readings[last]);
                legs[last] = leg;
            }
            if (leg.use() != null) {
                use.add(leg.use());
            }
            last = first;
        }
        Collections.reverse(use);
        return use;
    }

    private static Leg leg(Measurement measurement, Reading first, Reading last) {
        return new Leg(
                measurement.measure(List.of(first, last)) instanceof Measured(var measured)
                        ? new Usage(
                                measured.getFirst().range(), measured.getFirst().usage(), UsageQuality.ACTUAL)
                        : null);
    }

    /// The place of the last actual reading before a place; below zero when there is none.
    private int lastActual(int before) {
        int place = before - 1;
        while (place >= 0 && !(readings[place] instanceof ActualReading)) {
            place--;
        }
        return place;
    }
}
