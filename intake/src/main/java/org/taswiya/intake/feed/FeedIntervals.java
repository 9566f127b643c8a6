package org.taswiya.intake.feed;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalClock;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// The intervals of a day of a feed one by one, earliest first, as it states them.
public final class FeedIntervals {
    private static final long MINUTE = 60;
    private static final int DECIMALS_MOST = 9;

    private final Fraction factor;
    private final List<One> all = new ArrayList<>();

    /// @param start in seconds since 1970
    private record One(long start, long end, Decimal value, IntervalQuality quality) {}

    /// What a series of them comes to in a zone.
    public sealed interface Placed permits Series, Wrong {}

    /// Whole days of the zone; what the feed's day does not reach is missing.
    public record Series(IntervalSeries series) implements Placed {}

    /// They are no series.
    public record Wrong(String found) implements Placed {}

    /// @param factor what makes the unit of the series of a value
    public FeedIntervals(Fraction factor) {
        this.factor = factor;
    }

    public void add(long start, long end, Decimal value, IntervalQuality quality) {
        all.add(new One(start, end, value, quality));
    }

    /// Places them among the intervals of a zone's days.
    public Placed in(ZoneId zone, Unit unit) {
        if (all.isEmpty()) {
            return new Wrong("no interval by itself");
        }
        LocalDate from = dayOf(all.getFirst().start(), zone);
        LocalDate last = dayOf(all.getLast().end() - 1, zone);
        DateRange days = DateRange.of(from, last.plusDays(1));
        int minutes = minutes(zone);
        if (!IntervalClock.isKnown(minutes)) {
            return new Wrong("intervals of different lengths, or of no part of an hour, an hour or a day of " + zone);
        }
        try {
            return placed(days, new IntervalClock(zone, minutes), unit);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Wrong(String.valueOf(e.getMessage()));
        }
    }

    private static LocalDate dayOf(long second, ZoneId zone) {
        return Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
    }

    /// 0 when they are no parts of hours and no days.
    private int minutes(ZoneId zone) {
        long seconds = all.getFirst().end() - all.getFirst().start();
        if (seconds <= MINUTE * MINUTE && seconds % MINUTE == 0) {
            return (int) (seconds / MINUTE);
        }
        One first = all.getFirst();
        LocalDate day = dayOf(first.start(), zone);
        boolean isDay = day.plusDays(1).atStartOfDay(zone).toEpochSecond() == first.end();
        return isDay ? IntervalClock.DAY : 0;
    }

    private Placed placed(DateRange days, IntervalClock clock, Unit unit) {
        long[] edges = clock.edges(days);
        Decimal[] quantities = new Decimal[edges.length - 1];
        IntervalQuality[] qualities = new IntervalQuality[quantities.length];
        Arrays.fill(qualities, IntervalQuality.MISSING);
        Arrays.fill(quantities, Decimal.ZERO);
        int decimals = 0;
        for (One one : all) {
            int at = Arrays.binarySearch(edges, one.start());
            if (at < 0 || at == quantities.length || edges[at + 1] != one.end()) {
                return new Wrong("an interval at " + Instant.ofEpochSecond(one.start()) + " that is none of "
                        + clock.minutes() + " minutes of " + clock.zone());
            }
            Fraction exact = Fraction.of(one.value()).times(factor).reduced();
            Decimal quantity = exact.round(DECIMALS_MOST, RoundingMode.DOWN);
            if (!Fraction.of(quantity).reduced().equals(exact)) {
                return new Wrong("a value that needs more than " + DECIMALS_MOST + " decimals: " + exact);
            }
            quantities[at] = one.quality() == IntervalQuality.MISSING ? Decimal.ZERO : plain(quantity);
            qualities[at] = one.quality();
            decimals = Math.max(decimals, quantities[at].scale());
        }
        long[] steps = new long[quantities.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = quantities[i].steps(decimals);
        }
        return new Series(IntervalSeries.of(days, clock, unit, decimals, steps, qualities));
    }

    /// Without zeros at the end.
    private static Decimal plain(Decimal value) {
        int scale = value.scale();
        while (scale > 0 && Decimal.ofSteps(value.steps(scale - 1), scale - 1).compareTo(value) == 0) {
            scale--;
        }
        return Decimal.ofSteps(value.steps(scale), scale);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeedIntervals that && factor.equals(that.factor) && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }
}
