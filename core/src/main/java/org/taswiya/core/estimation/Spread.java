package org.taswiya.core.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;

/// How far the truth was from what a class of meters would have been estimated at: four of five lie between.
///
/// Found by estimating the same dates of earlier years from what was known before them, each year for itself, and
/// taking the widest of the years: what a mild winter does to all meters at once shows between years only. The fewer
/// years, the less of it shows, so fewer are left outside. A year counts for meters that were known on the same dates
/// before it, as those to be estimated mostly are.
///
/// The estimate itself always lies between: where all meters of a class have erred to the same side, none of them says
/// that the estimate cannot be right.
///
/// @param low truth over estimate, in millionths
/// @param high truth over estimate, in millionths
public record Spread(long low, long high) {
    /// Where nothing is known: half to double.
    private static final Spread UNKNOWN = new Spread(Ratio.ONE / 2, 2 * Ratio.ONE);

    /// Where nothing is estimated: what was said is what counts.
    private static final Spread NONE = new Spread(Ratio.ONE, Ratio.ONE);

    /// Where nothing has been learnt about a method, or what it rests on is not certain.
    static Spread unlearnt(EstimationMethod method) {
        return switch (method.kind()) {
            case VACANT, STATED -> NONE;
            case CUSTOMER_READING,
                    TWO_YEARS,
                    LAST_YEAR,
                    PREVIOUS_PERIOD,
                    RECENT_AVERAGE,
                    LAST_QUARTER,
                    LAST_TWELVE_MONTHS,
                    CLASS_SEASON,
                    ANNUAL_VOLUME,
                    CLASS_AVERAGE,
                    BEST -> UNKNOWN;
        };
    }

    private static final int YEARS_MOST = 3;
    private static final int METERS_LEAST = 10;

    /// How many of 100 lie below and how many above, by the number of years looked at; of the year itself first.
    private static final int[] OUTSIDE = {10, 9, 10, 12};

    /// Null where too few meters are known.
    ///
    /// @param method makes ready for some dates; what it then says of a meter is [PastUse#UNKNOWN] where it cannot
    static @Nullable Spread learn(
            List<PastUse> meters, DateRange range, Function<DateRange, ToLongFunction<PastUse>> method) {
        List<long[]> years = new ArrayList<>();
        for (int back = 1; back <= YEARS_MOST; back++) {
            DateRange dates = range.yearsEarlier(back).orElse(null);
            DateRange before = range.yearsEarlier(back + 1).orElse(null);
            if (dates != null && before != null) {
                List<PastUse> known = meters.stream()
                        .filter(meter -> meter.mean(before) != PastUse.UNKNOWN)
                        .toList();
                long[] errors = errors(known, dates, method.apply(dates));
                if (errors.length >= METERS_LEAST) {
                    years.add(errors);
                }
            }
        }
        return years.isEmpty() ? null : widest(years);
    }

    private static Spread widest(List<long[]> years) {
        long low = Long.MAX_VALUE;
        long high = 0;
        for (long[] errors : years) {
            Spread year = between(errors, OUTSIDE[years.size()]);
            low = Math.min(low, year.low);
            high = Math.max(high, year.high);
        }
        return new Spread(low, high);
    }

    private static Spread withTheEstimate(long low, long high) {
        return new Spread(Math.min(low, Ratio.ONE), Math.max(high, Ratio.ONE));
    }

    /// Of few meters the place at which so many lie outside is between two of them: without the part between, of forty
    /// meters ten in a hundred would be left out instead of twelve.
    ///
    /// @param outside how many of 100 lie below, and how many above
    private static Spread between(long[] errors, int outside) {
        int hundredths = (errors.length + 1) * outside;
        int place = hundredths / 100;
        if (place == 0) {
            return withTheEstimate(errors[0], errors[errors.length - 1]);
        }
        int last = errors.length - place;
        return withTheEstimate(
                partWay(errors[place - 1], errors[place], hundredths % 100),
                partWay(errors[last], errors[last - 1], hundredths % 100));
    }

    private static long partWay(long from, long to, int hundredths) {
        return from + (to - from) * hundredths / 100;
    }

    /// Of one set of errors; null when they are too few.
    ///
    /// @param errors truth over estimate of meters, least first
    static @Nullable Spread of(long[] errors) {
        return errors.length < METERS_LEAST * 2 ? null : between(errors, OUTSIDE[0]);
    }

    /// Truth over estimate of each meter that has both, least first.
    private static long[] errors(List<PastUse> meters, DateRange dates, ToLongFunction<PastUse> perDay) {
        long[] errors = new long[meters.size()];
        int count = 0;
        for (PastUse meter : meters) {
            long truth = meter.mean(dates);
            long estimate = truth > 0 ? perDay.applyAsLong(meter) : PastUse.UNKNOWN;
            if (estimate > 0) {
                errors[count++] = Ratio.of(truth, estimate);
            }
        }
        long[] sorted = Arrays.copyOf(errors, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
