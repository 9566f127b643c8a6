package org.taswiya.core.interval;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// What one register counted in every interval of whole days. Never changed.
///
/// A value is whole steps of `10^-decimals` of the unit, below zero where a register counts both ways.
public final class IntervalSeries {
    /// In steps, either way; so that all values of a series, and what demand needs of them, fit 64 bits.
    public static final long VALUE_MAX = 1_000_000_000_000L;

    /// Seven years of one minute; so that a total fits 63 bits.
    static final int INTERVALS_MOST = 4_000_000;

    static final int DECIMALS_MAX = 9;

    private static final long TEN = 10;

    private final DateRange days;
    private final IntervalClock clock;
    private final Unit unit;
    private final int decimals;
    private final int[] firsts;
    private final long[] values;
    private final byte[] qualities;

    /// Takes arrays that nobody else has.
    IntervalSeries(
            DateRange days,
            IntervalClock clock,
            Unit unit,
            int decimals,
            int[] firsts,
            long[] values,
            byte[] qualities) {
        this.days = days;
        this.clock = clock;
        this.unit = unit;
        this.decimals = decimals;
        this.firsts = firsts;
        this.values = values;
        this.qualities = qualities;
        int size = firsts[firsts.length - 1];
        if (values.length != size || qualities.length != size || size > INTERVALS_MOST) {
            throw new IllegalArgumentException(values.length + " values and " + qualities.length + " qualities for "
                    + size + " intervals of " + days + ", at most " + INTERVALS_MOST);
        }
        if (decimals < 0 || decimals > DECIMALS_MAX) {
            throw new IllegalArgumentException("Decimals " + decimals + " are not 0 to " + DECIMALS_MAX);
        }
        for (int i = 0; i < size; i++) {
            if (Math.abs(values[i]) > VALUE_MAX || quality(i) == IntervalQuality.MISSING && values[i] != 0) {
                throw new IllegalArgumentException(
                        "Value " + values[i] + ", " + quality(i).code() + ", of interval " + i + " of " + days
                                + ": expected at most " + VALUE_MAX + " either way, of a missing one 0");
            }
        }
    }

    /// Copies what it is given.
    public static IntervalSeries of(
            DateRange days, IntervalClock clock, Unit unit, int decimals, long[] values, IntervalQuality[] qualities) {
        byte[] codes = new byte[qualities.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) qualities[i].number();
        }
        return new IntervalSeries(days, clock, unit, decimals, clock.firsts(days), values.clone(), codes);
    }

    /// Days of which nothing is known.
    public static IntervalSeries missing(DateRange days, IntervalClock clock, Unit unit, int decimals) {
        int[] firsts = clock.firsts(days);
        byte[] qualities = new byte[firsts[firsts.length - 1]];
        Arrays.fill(qualities, (byte) IntervalQuality.MISSING.number());
        return new IntervalSeries(days, clock, unit, decimals, firsts, new long[qualities.length], qualities);
    }

    public DateRange days() {
        return days;
    }

    public IntervalClock clock() {
        return clock;
    }

    public Unit unit() {
        return unit;
    }

    public int decimals() {
        return decimals;
    }

    public int size() {
        return values.length;
    }

    /// In steps.
    public long value(int interval) {
        return values[interval];
    }

    public IntervalQuality quality(int interval) {
        return IntervalQuality.of(qualities[interval]);
    }

    /// As [IntervalClock#edges] of its days.
    public long[] edges() {
        return clock.edges(days);
    }

    /// The first interval of a day; of the day after the last, how many there are.
    public int first(LocalDate day) {
        return firsts[Math.toIntExact(day.toEpochDay() - days.from().toEpochDay())];
    }

    /// What all values come to, in steps.
    public long total() {
        long total = 0;
        for (long value : values) {
            total += value;
        }
        return total;
    }

    /// Steps in the unit.
    public Decimal quantity(long steps) {
        return Decimal.ofSteps(steps, decimals);
    }

    /// How many intervals are known so.
    public int count(IntervalQuality quality) {
        int count = 0;
        for (byte code : qualities) {
            count += code == quality.number() ? 1 : 0;
        }
        return count;
    }

    /// Some of its days, and of days that it does not have the intervals as missing.
    public IntervalSeries over(DateRange wanted) {
        if (wanted.equals(days)) {
            return this;
        }
        IntervalSeries all = missing(wanted, clock, unit, decimals);
        wanted.intersection(days).ifPresent(shared -> {
            int from = first(shared.from());
            int count = first(shared.to()) - from;
            System.arraycopy(values, from, all.values, all.first(shared.from()), count);
            System.arraycopy(qualities, from, all.qualities, all.first(shared.from()), count);
        });
        return all;
    }

    /// The same in finer steps.
    ///
    /// @throws IllegalArgumentException when a value is too large for them
    public IntervalSeries finer(int other) {
        if (other == decimals) {
            return this;
        }
        long factor = power(other - decimals);
        long[] finer = new long[values.length];
        for (int i = 0; i < finer.length; i++) {
            if (Math.abs(values[i]) > VALUE_MAX / factor) {
                throw new IllegalArgumentException("Value " + quantity(values[i]) + " with " + other
                        + " decimals is above " + VALUE_MAX + " steps");
            }
            finer[i] = values[i] * factor;
        }
        return new IntervalSeries(days, clock, unit, other, firsts, finer, qualities);
    }

    /// The same in steps of so many decimals at least, unless a value is too large for them.
    IntervalSeries finerWhereItFits(int least) {
        long most = 0;
        for (long value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return decimals >= least || most > VALUE_MAX / power(least - decimals) ? this : finer(least);
    }

    /// The same in the coarsest steps in which every value is whole: the same series however it was delivered.
    public IntervalSeries coarsest() {
        int spare = decimals;
        for (long value : values) {
            while (spare > 0 && value % power(spare) != 0) {
                spare--;
            }
        }
        if (spare == 0) {
            return this;
        }
        long factor = power(spare);
        long[] coarse = new long[values.length];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = values[i] / factor;
        }
        return new IntervalSeries(days, clock, unit, decimals - spare, firsts, coarse, qualities);
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= TEN;
        }
        return power;
    }

    /// Its arrays, to be filled anew.
    long[] copiedValues() {
        return values.clone();
    }

    byte[] copiedQualities() {
        return qualities.clone();
    }

    IntervalSeries with(long[] newValues, byte[] newQualities) {
        return new IntervalSeries(days, clock, unit, decimals, firsts, newValues, newQualities);
    }

    /// Whether it is of the same days in the same intervals, unit and steps, with the same values known the same way.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntervalSeries series
                && days.equals(series.days)
                && clock.equals(series.clock)
                && unit == series.unit
                && decimals == series.decimals
                && Arrays.equals(values, series.values)
                && Arrays.equals(qualities, series.qualities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(days, clock, unit, decimals, Arrays.hashCode(values), Arrays.hashCode(qualities));
    }

    @Override
    public String toString() {
        return size() + " intervals of " + clock.minutes() + " minutes, " + days + " " + clock.zone() + ", "
                + quantity(total()) + " " + unit.symbol();
    }
}
