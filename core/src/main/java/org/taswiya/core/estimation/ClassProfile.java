package org.taswiya.core.estimation;

import java.util.Arrays;
import java.util.List;
import org.taswiya.core.calendar.DateRange;

/// What the meters of a class have in common about some dates, for our own best method: what the dates are to a level
/// before them, and how levels have changed within a year.
///
/// @param range the dates
/// @param quick the dates over a level that follows changes
/// @param steady the dates over a level that remembers the year
/// @param trend levels over those of a year before; [PastUse#UNKNOWN] when no meter was known then
public record ClassProfile(DateRange range, Season quick, Season steady, long trend) {
    /// Learns it from meters of the class. Only what they used before the dates is looked at.
    static ClassProfile learn(List<PastUse> ofClass, DateRange range) {
        List<PastUse> meters = ofClass.stream().map(PastUse::believed).toList();
        long[] trends = meters.stream()
                .mapToLong(meter -> trend(meter, range))
                .filter(trend -> trend != PastUse.UNKNOWN)
                .toArray();
        return new ClassProfile(
                range,
                Season.learn(meters, range, Memory.SHORT),
                Season.learn(meters, range, Memory.LONG),
                trends.length == 0 ? PastUse.UNKNOWN : Ratio.median(trends));
    }

    private static long trend(PastUse meter, DateRange range) {
        long now = meter.level(range.from().toEpochDay(), Memory.LONG);
        long before = meter.level(range.from().minusYears(1).toEpochDay(), Memory.LONG);
        return now == PastUse.UNKNOWN || before <= 0 ? PastUse.UNKNOWN : Ratio.of(now, before);
    }

    /// What a meter uses a day on the dates: the middle of three answers, so that none alone can be absurd. The quick
    /// level and the steady one, each times its season, and the same dates of last year times the trend.
    /// [PastUse#UNKNOWN] when it has no past.
    long perDay(PastUse past) {
        PastUse meter = past.believed();
        long[] answers = new long[3];
        int count = 0;
        for (long answer : new long[] {quick.perDay(meter), steady.perDay(meter), lastYear(meter)}) {
            if (answer != PastUse.UNKNOWN) {
                answers[count++] = answer;
            }
        }
        return count == 0 ? PastUse.UNKNOWN : Ratio.median(Arrays.copyOf(answers, count));
    }

    private long lastYear(PastUse meter) {
        DateRange dates = range.yearsEarlier(1).orElse(null);
        long mean = dates == null || trend == PastUse.UNKNOWN ? PastUse.UNKNOWN : meter.mean(dates);
        return mean == PastUse.UNKNOWN ? PastUse.UNKNOWN : Ratio.times(mean, trend);
    }
}
