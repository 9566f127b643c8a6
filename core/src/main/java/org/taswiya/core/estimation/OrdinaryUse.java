package org.taswiya.core.estimation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What is ordinary for a meter over some days, by its own actual past alone: whole numbers, no class, no estimate.
///
/// The reference is the largest of three: the middle of the same dates in up to three earlier years, the mean of the
/// last 92 days, and that of the last 365; so neither a season, nor a household that has grown, nor one that was away
/// of late is out of the ordinary. How far a meter strays from its reference is the middle of what it did in its
/// periods of the last three years, and their median absolute deviation from it: what happened once in a while does
/// not move a middle.
///
/// @param perDay the reference, in millionths of a unit a day
/// @param middle what the meter mostly is to its reference, in millionths
/// @param scatter how far it mostly is from that, in millionths
public record OrdinaryUse(DateRange range, long perDay, long middle, long scatter) {
    /// Use that began longer than so many years before the last day of the range is not looked at. So whoever asks has
    /// to read no more of the books, and reading more changes nothing.
    public static final int YEARS_SEEN = 4;

    private static final int YEARS = 3;
    private static final int RECENT_DAYS = 92;
    private static final int RECENT_KNOWN_LEAST = 28;
    private static final int YEAR_DAYS = 365;
    private static final int YEAR_KNOWN_LEAST = 180;
    private static final int PERIODS_LEAST = 4;

    /// What is ordinary over some days; empty when too little is known before them.
    ///
    /// @param past in any order; only actual use of days before the range counts
    public static Optional<OrdinaryUse> of(DateRange range, List<Usage> past) {
        List<Usage> actual = seen(range, past);
        PastUse use = PastUse.of(actual);
        long reference = reference(use, range);
        return reference == PastUse.UNKNOWN ? Optional.empty() : of(range, actual, use, reference);
    }

    /// The same beside what was used; empty also where that cannot be out of the ordinary however little the meter
    /// scatters. The reference alone tells that of nearly all readings, and the scatter costs most of the time.
    ///
    /// @param leastShare as in [#most]
    public static Optional<OrdinaryUse> beside(Usage used, List<Usage> past, Decimal leastShare) {
        DateRange range = used.range();
        List<Usage> actual = seen(range, past);
        PastUse use = PastUse.of(actual);
        long reference = reference(use, range);
        if (reference == PastUse.UNKNOWN) {
            return Optional.empty();
        }
        OrdinaryUse without = new OrdinaryUse(range, use.millionths(reference), 0, 0);
        boolean isOrdinary = Fraction.of(used.quantity()).compareTo(without.most(Decimal.ZERO, leastShare)) <= 0;
        return isOrdinary ? Optional.empty() : of(range, actual, use, reference);
    }

    private static List<Usage> seen(DateRange range, List<Usage> past) {
        LocalDate seenFrom = range.to().minusYears(YEARS_SEEN);
        return past.stream()
                .filter(usage -> usage.quality() == UsageQuality.ACTUAL
                        && usage.quantity().signum() >= 0
                        && !usage.range().from().isBefore(seenFrom)
                        && !usage.range().to().isAfter(range.from()))
                .toList();
    }

    private static Optional<OrdinaryUse> of(DateRange range, List<Usage> actual, PastUse use, long reference) {
        long[] ratios = ratios(use, actual, range.from().minusYears(YEARS));
        if (ratios.length < PERIODS_LEAST) {
            return Optional.empty();
        }
        long middle = Ratio.median(ratios);
        long scatter = Ratio.median(
                Arrays.stream(ratios).map(ratio -> Math.abs(ratio - middle)).toArray());
        return Optional.of(new OrdinaryUse(range, use.millionths(reference), middle, scatter));
    }

    /// Of each period since a day, what it was to its own reference.
    private static long[] ratios(PastUse use, List<Usage> actual, LocalDate since) {
        List<Long> ratios = new ArrayList<>();
        for (Usage usage : actual) {
            long reference = usage.range().from().isBefore(since) ? PastUse.UNKNOWN : reference(use, usage.range());
            long mean = reference > 0 ? use.mean(usage.range()) : PastUse.UNKNOWN;
            if (mean != PastUse.UNKNOWN) {
                ratios.add(Ratio.of(mean, reference));
            }
        }
        return ratios.stream().mapToLong(Long::longValue).toArray();
    }

    private static long reference(PastUse use, DateRange range) {
        List<Long> years = new ArrayList<>();
        for (int back = 1; back <= YEARS; back++) {
            long year = range.yearsEarlier(back).map(use::mean).orElse(PastUse.UNKNOWN);
            if (year != PastUse.UNKNOWN) {
                years.add(year);
            }
        }
        long reference = years.isEmpty()
                ? PastUse.UNKNOWN
                : Ratio.median(years.stream().mapToLong(Long::longValue).toArray());
        reference = Math.max(reference, last(use, range.from(), RECENT_DAYS, RECENT_KNOWN_LEAST));
        return reference == PastUse.UNKNOWN
                ? reference
                : Math.max(reference, last(use, range.from(), YEAR_DAYS, YEAR_KNOWN_LEAST));
    }

    /// The mean of those of the last days that are known; [PastUse#UNKNOWN] when they are too few.
    private static long last(PastUse use, LocalDate before, int days, int knownLeast) {
        DateRange range = DateRange.of(before.minusDays(days), before);
        long known = use.daysKnown(range);
        return known < knownLeast ? PastUse.UNKNOWN : use.used(range) / known;
    }

    /// The reference over all the days.
    public Fraction usual() {
        return ClassUse.units(perDay).times(Fraction.of(range.days())).reduced();
    }

    /// The most that is ordinary over all the days.
    ///
    /// @param scatters so many median absolute deviations above the middle
    /// @param leastShare but at least this share above the reference
    public Fraction most(Decimal scatters, Decimal leastShare) {
        Fraction byScatter = Fraction.of(scatters).times(Fraction.of(scatter)).plus(Fraction.of(middle));
        Fraction least = Fraction.of(Decimal.ONE.plus(leastShare)).times(Fraction.of(Ratio.ONE));
        return byScatter
                .max(least)
                .times(ClassUse.units(perDay))
                .times(Fraction.of(range.days(), Ratio.ONE))
                .reduced();
    }
}
