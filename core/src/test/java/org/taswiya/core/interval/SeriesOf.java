package org.taswiya.core.interval;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Unit;

/// Series for tests.
final class SeriesOf {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final IntervalClock QUARTERS = new IntervalClock(PARIS, 15);
    static final IntervalClock HOURS = new IntervalClock(PARIS, 60);

    private SeriesOf() {}

    static DateRange days(String from, int count) {
        LocalDate first = LocalDate.parse(from);
        return DateRange.of(first, first.plusDays(count));
    }

    static IntervalSeries known(DateRange days, IntervalClock clock, IntToLongFunction values) {
        return of(days, clock, values, _ -> IntervalQuality.ACTUAL);
    }

    /// Values of those that are not missing.
    static IntervalSeries of(
            DateRange days, IntervalClock clock, IntToLongFunction values, IntFunction<IntervalQuality> qualities) {
        int size = clock.edges(days).length - 1;
        long[] all = new long[size];
        IntervalQuality[] known = new IntervalQuality[size];
        for (int i = 0; i < size; i++) {
            known[i] = qualities.apply(i);
            all[i] = known[i] == IntervalQuality.MISSING ? 0 : values.applyAsLong(i);
        }
        return IntervalSeries.of(days, clock, Unit.KILOWATT_HOUR, 3, all, known);
    }

    /// Any values of up to so many bits, in runs of any qualities.
    static IntervalSeries any(Random random, DateRange days, IntervalClock clock, int bits, boolean isSigned) {
        IntervalQuality[] run = {IntervalQuality.ACTUAL};
        return of(
                days,
                clock,
                _ -> {
                    long value = Math.min(IntervalSeries.VALUE_MAX, random.nextLong() >>> Long.SIZE - bits);
                    return isSigned && random.nextBoolean() ? -value : value;
                },
                _ -> {
                    if (random.nextInt(9) == 0) {
                        run[0] = IntervalQuality.of(random.nextInt(4));
                    }
                    return run[0];
                });
    }
}
