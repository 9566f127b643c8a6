package org.taswiya.core.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taswiya.core.calendar.DateRange;

/// What some dates were in earlier years to the level before them: of a class of meters, and how far one meter's own
/// past may differ from it.
///
/// @param range the dates
/// @param memory of the levels
/// @param years for each earlier year, last year first, the middle ratio of the class; [PastUse#UNKNOWN] where no meter
///     was known
/// @param widest deviations from the class are cut off this far from one
/// @param doubt how many years of a meter's own weigh as much as the class, in millionths; [PastUse#UNKNOWN] when no
///     number does
public record Season(DateRange range, Memory memory, List<Long> years, long widest, long doubt) {
    private static final int YEARS_MOST = 5;
    /// With fewer, nobody can say how far meters of the class differ.
    private static final int METERS_LEAST = 5;

    /// Deviations beyond so many tenths of the usual one are absurd.
    private static final int TENTHS_OF_USUAL = 25;

    /// How many whole numbers say all but the dates and the memory: the years, the widest, the doubt.
    static final int FIGURES = YEARS_MOST + 2;

    public Season {
        years = List.copyOf(years);
    }

    List<Long> figures() {
        List<Long> figures = new ArrayList<>(years);
        figures.add(widest);
        figures.add(doubt);
        return figures;
    }

    static Season ofFigures(DateRange range, Memory memory, List<Long> figures) {
        return new Season(
                range, memory, figures.subList(0, YEARS_MOST), figures.get(YEARS_MOST), figures.get(YEARS_MOST + 1));
    }

    static Season learn(List<PastUse> meters, DateRange range, Memory memory) {
        List<Long> years = new ArrayList<>();
        for (int back = 1; back <= YEARS_MOST; back++) {
            years.add(middle(meters, range, memory, back));
        }
        Season rough = new Season(range, memory, years, Ratio.MOST, PastUse.UNKNOWN);
        List<long[]> deviations = new ArrayList<>();
        for (PastUse meter : meters) {
            deviations.add(rough.deviations(meter));
        }
        long widest = widest(deviations);
        Season clipped = new Season(range, memory, years, widest, PastUse.UNKNOWN);
        deviations.clear();
        for (PastUse meter : meters) {
            deviations.add(clipped.deviations(meter));
        }
        return new Season(range, memory, years, widest, doubt(deviations));
    }

    private static long middle(List<PastUse> meters, DateRange range, Memory memory, int back) {
        long[] ratios = meters.stream()
                .mapToLong(meter -> ratio(meter, range, memory, back))
                .filter(ratio -> ratio != PastUse.UNKNOWN)
                .toArray();
        return ratios.length == 0 ? PastUse.UNKNOWN : Ratio.median(ratios);
    }

    /// What the dates of an earlier year were to the level before them.
    private static long ratio(PastUse meter, DateRange range, Memory memory, int back) {
        DateRange dates = range.yearsEarlier(back).orElse(null);
        if (dates == null) {
            return PastUse.UNKNOWN;
        }
        long level = meter.level(dates.from().toEpochDay(), memory);
        long mean = meter.mean(dates);
        return level <= 0 || mean == PastUse.UNKNOWN ? PastUse.UNKNOWN : Ratio.of(mean, level);
    }

    /// Of the years in which it is known, a meter's ratio over that of its class, not further from one than the widest.
    private long[] deviations(PastUse meter) {
        long[] deviations = new long[YEARS_MOST];
        int count = 0;
        for (int back = 1; back <= YEARS_MOST; back++) {
            long ofClass = years.get(back - 1);
            long ratio = ofClass <= 0 ? PastUse.UNKNOWN : ratio(meter, range, memory, back);
            if (ratio != PastUse.UNKNOWN) {
                long deviation = Ratio.of(ratio, ofClass);
                deviations[count++] = Math.clamp(deviation, Math.max(0, Ratio.ONE - widest), Ratio.ONE + widest);
            }
        }
        return Arrays.copyOf(deviations, count);
    }

    private static long widest(List<long[]> deviations) {
        long[] apart = deviations.stream()
                .flatMapToLong(java.util.Arrays::stream)
                .map(deviation -> Math.abs(deviation - Ratio.ONE))
                .toArray();
        return apart.length == 0 ? Ratio.MOST : Ratio.median(apart) * TENTHS_OF_USUAL / 10;
    }

    /// The scatter of one meter's years over the scatter of meters.
    private static long doubt(List<long[]> deviations) {
        long within = 0;
        long freedom = 0;
        long count = 0;
        long sumOfMeans = 0;
        long sumOfCounts = 0;
        for (long[] of : deviations) {
            if (of.length >= 2) {
                long mean = mean(of);
                for (long deviation : of) {
                    within += square(deviation - mean);
                }
                freedom += of.length - 1;
                count++;
                sumOfMeans += mean;
                sumOfCounts += of.length;
            }
        }
        if (count < METERS_LEAST) {
            return PastUse.UNKNOWN;
        }
        long middle = sumOfMeans / count;
        long between = 0;
        for (long[] of : deviations) {
            between += of.length >= 2 ? square(mean(of) - middle) : 0;
        }
        long scatterWithin = within / freedom;
        long scatterBetween = between / (count - 1) - scatterWithin * count / sumOfCounts;
        return scatterBetween <= 0 ? PastUse.UNKNOWN : Ratio.of(scatterWithin, scatterBetween);
    }

    private static long mean(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// In millionths.
    private static long square(long ratio) {
        return ratio * ratio / Ratio.ONE;
    }

    /// The level of a meter before the dates, times what the season does to it; the level alone when nobody of the
    /// class was known in these dates before, and [PastUse#UNKNOWN] when it is unknown.
    long perDay(PastUse meter) {
        long level = meter.level(range.from().toEpochDay(), memory);
        long[] known = years.stream()
                .mapToLong(Long::longValue)
                .filter(year -> year > 0)
                .toArray();
        if (level == PastUse.UNKNOWN || known.length == 0) {
            return level;
        }
        return Ratio.times(Ratio.times(level, mean(known)), own(meter));
    }

    /// The meter's own mean deviation, drawn towards its class the more, the fewer years it rests on.
    private long own(PastUse meter) {
        long[] deviations = deviations(meter);
        if (deviations.length == 0 || doubt == PastUse.UNKNOWN) {
            return Ratio.ONE;
        }
        long weight = deviations.length * Ratio.ONE;
        return Ratio.ONE + (mean(deviations) - Ratio.ONE) * deviations.length * Ratio.ONE / (weight + doubt);
    }
}
