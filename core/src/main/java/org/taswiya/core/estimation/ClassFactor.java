package org.taswiya.core.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;

/// By how much the use of a class has changed at once, learnt from those of its meters that were read: what they showed
/// over what they were estimated at. In spring 2020 shops closed and homes filled; no meter's own past knows.
///
/// Not all of a class change alike, so for one meter those count more that are like it: as large, and with as much
/// swing between the seasons. Of them the middle is taken, weighed by likeness. A change that is small beside what
/// chance makes of so few meters counts for little.
public final class ClassFactor {
    private static final int YEAR_DAYS = 365;
    private static final int METERS_LEAST = 5;

    /// Enough to say how far read meters lie from each other.
    private static final int JUDGED_MOST = 1_000;

    /// Likeness is measured in sixteenths of the usual distance; a weight falls to a quarter at one and a half of it.
    private static final long USUAL = 16;

    private static final long HALF_LIKE = USUAL * USUAL * 9 / 4;
    private static final long WEIGHT = 1L << 20;

    private final DateRange range;
    private final List<Known> read;
    private final long usualSize;
    private final long usualSwing;

    /// What chance makes of the middle: the square of the scatter over the number of meters.
    private final long chance;

    /// Four of five read meters lie between, each judged by the others; null when they are too few to say.
    private final @Nullable Spread spread;

    /// @param size the binary logarithm of what it was estimated at, in parts of 2^16
    /// @param swing how far its stretches of a year lie from their mean, in millionths of it
    private record Known(@Nullable PastUse meter, long size, long swing, long ratio) {}

    /// A meter of the class that was read.
    ///
    /// @param before what is known of it up to the dates
    /// @param estimated what it would have been estimated at, a day
    /// @param showed what it used on the dates, a day, in the same unit as the estimate
    public record ReadMeter(PastUse before, long estimated, long showed) {}

    /// @param range the dates estimated
    /// @param meters those that were read; which are left out that were estimated at nothing
    public static ClassFactor learn(DateRange range, List<ReadMeter> meters) {
        return new ClassFactor(known(range, meters), range);
    }

    private ClassFactor(List<Known> meters, DateRange range) {
        this.range = range;
        this.read = new ArrayList<>(meters);
        read.sort(Comparator.comparingLong(Known::ratio));
        usualSize = usual(read.stream().mapToLong(Known::size).toArray());
        usualSwing = usual(read.stream().mapToLong(Known::swing).toArray());
        long scatter = usual(read.stream().mapToLong(Known::ratio).toArray());
        chance = Math.max(1, square(scatter) / Math.max(1, read.size()));
        spread = Spread.of(errors());
    }

    private static List<Known> known(DateRange range, List<ReadMeter> meters) {
        List<Known> known = new ArrayList<>();
        for (ReadMeter meter : meters) {
            if (meter.estimated() > 0 && meter.showed() >= 0) {
                long ratio = Ratio.of(meter.showed(), meter.estimated());
                known.add(new Known(meter.before(), size(meter.estimated()), swing(meter.before(), range), ratio));
            }
        }
        return known;
    }

    /// Whether enough meters were read.
    public boolean isLearnt() {
        return read.size() >= METERS_LEAST;
    }

    /// What the read meters were, one after the other: size, swing and ratio of each.
    public List<Long> figures() {
        List<Long> figures = new ArrayList<>(read.size() * 3);
        for (Known meter : read) {
            figures.add(meter.size());
            figures.add(meter.swing());
            figures.add(meter.ratio());
        }
        return figures;
    }

    /// Reads what [#figures] has written.
    public static ClassFactor ofFigures(DateRange range, List<Long> figures) {
        List<Known> read = new ArrayList<>(figures.size() / 3);
        for (int i = 0; i + 2 < figures.size(); i += 3) {
            read.add(new Known(null, figures.get(i), figures.get(i + 1), figures.get(i + 2)));
        }
        return new ClassFactor(read, range);
    }

    /// What each read meter showed over what the others let expect, least first; of some, where there are many.
    private long[] errors() {
        long[] errors = new long[Math.min(read.size(), JUDGED_MOST)];
        for (int i = 0; i < errors.length; i++) {
            int place = (int) ((long) i * read.size() / errors.length);
            Known meter = read.get(place);
            errors[i] = Ratio.of(meter.ratio(), Math.max(1, of(meter.size(), meter.swing(), at -> at == place)));
        }
        Arrays.sort(errors);
        return errors;
    }

    /// Between what four of five meters lie, over their estimate times the factor; null where too few were read.
    @Nullable Spread spread() {
        return spread;
    }

    private static long size(long amount) {
        int whole = Long.SIZE - 1 - Long.numberOfLeadingZeros(amount);
        long rest = whole >= 16 ? amount >> (whole - 16) : amount << (16 - whole);
        return ((long) whole << 16) + rest - (1 << 16);
    }

    private static long swing(PastUse meter, DateRange range) {
        return meter.swing(DateRange.of(range.from().minusDays(YEAR_DAYS), range.from()));
    }

    /// The usual distance from the middle.
    private static long usual(long[] values) {
        if (values.length == 0) {
            return 1;
        }
        long middle = Ratio.median(values);
        long sum = 0;
        for (long value : values) {
            sum += Math.abs(value - middle);
        }
        return Math.max(1, sum * 5 / 4 / values.length);
    }

    /// What a meter's estimate is to be multiplied by, in millionths: one when too few meters were read.
    ///
    /// @param meter what is known of it before the dates; where it was read itself, that does not count
    /// @param estimated a day, in the unit in which the others were given
    public long of(PastUse meter, long estimated) {
        return estimated <= 0
                ? Ratio.ONE
                : of(size(estimated), swing(meter, range), at -> read.get(at).meter() == meter);
    }

    private long of(long size, long swing, IntPredicate isItself) {
        if (!isLearnt()) {
            return Ratio.ONE;
        }
        long[] weights = new long[read.size()];
        long whole = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = isItself.test(i) ? 0 : weight(read.get(i), size, swing);
            whole += weights[i];
        }
        long reached = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            if (reached * 2 >= whole) {
                return doubted(read.get(i).ratio() - Ratio.ONE);
            }
        }
        return Ratio.ONE;
    }

    /// One and as much of a change as is beyond chance.
    private long doubted(long change) {
        long squared = square(change);
        return Ratio.ONE + Long.signum(change) * Ratio.times(Math.abs(change), squared, squared + chance);
    }

    private static long square(long ratio) {
        return ratio * ratio / Ratio.ONE;
    }

    private long weight(Known other, long size, long swing) {
        long bySize = distance(size - other.size(), usualSize);
        long bySwing = distance(swing - other.swing(), usualSwing);
        long apart = HALF_LIKE + bySize * bySize + bySwing * bySwing;
        long like = HALF_LIKE * WEIGHT / apart;
        return 1 + like * like / WEIGHT;
    }

    private static long distance(long difference, long usual) {
        return Math.min(Math.abs(difference) * USUAL / usual, 100 * USUAL);
    }
}
