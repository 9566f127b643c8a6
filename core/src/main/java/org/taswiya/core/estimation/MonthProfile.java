package org.taswiya.core.estimation;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.taswiya.core.calendar.DateRange;

/// What each month of the year is to a class of meters' mean month: of every meter its months over their mean, and of
/// these the mean of the class.
///
/// @param months January first, in millionths; [PastUse#UNKNOWN] for a month of which nothing is known
public record MonthProfile(List<Long> months) {
    private static final int YEARS = 3;
    static final int MONTHS = 12;
    private static final int YEAR_DAYS = 365;

    /// Of a meter of which not every month is known the mean month is not known either.
    private static final int MONTHS_LEAST = MONTHS;

    private static final int OWN_LEVEL_DAYS = 183;

    public MonthProfile {
        months = List.copyOf(months);
    }

    /// @param before the day before which usage is looked at
    static MonthProfile learn(List<PastUse> meters, LocalDate before) {
        long[] sums = new long[MONTHS];
        long[] counts = new long[MONTHS];
        for (PastUse meter : meters) {
            long[] own = meter.monthMeans(before.minusYears(YEARS), before);
            long sum = 0;
            int known = 0;
            for (long month : own) {
                sum += month == PastUse.UNKNOWN ? 0 : month;
                known += month == PastUse.UNKNOWN ? 0 : 1;
            }
            if (known >= MONTHS_LEAST && sum > 0) {
                for (int i = 0; i < MONTHS; i++) {
                    if (own[i] != PastUse.UNKNOWN) {
                        sums[i] += Ratio.times(own[i], Ratio.ONE * known, sum);
                        counts[i]++;
                    }
                }
            }
        }
        Long[] months = new Long[MONTHS];
        for (int i = 0; i < MONTHS; i++) {
            months[i] = counts[i] == 0 ? PastUse.UNKNOWN : sums[i] / counts[i];
        }
        return new MonthProfile(List.of(months));
    }

    /// A meter's own level of the last half year, carried to other dates; [PastUse#UNKNOWN] when either is unknown.
    long perDay(PastUse meter, DateRange range) {
        DateRange recent = DateRange.of(range.from().minusDays(OWN_LEVEL_DAYS), range.from());
        long known = 0;
        long ofClass = 0;
        long used = 0;
        for (LocalDate month = recent.from(); month.isBefore(recent.to()); month = nextMonth(month)) {
            LocalDate end = nextMonth(month);
            DateRange part = DateRange.of(month, end.isBefore(recent.to()) ? end : recent.to());
            long days = meter.daysKnown(part);
            if (days > 0) {
                long share = months.get(month.getMonthValue() - 1);
                if (share == PastUse.UNKNOWN) {
                    return PastUse.UNKNOWN;
                }
                known += days;
                ofClass += share * days;
                used += meter.used(part);
            }
        }
        long here = ofClass(range);
        if (known == 0 || ofClass == 0 || here == PastUse.UNKNOWN) {
            return PastUse.UNKNOWN;
        }
        return Ratio.times(used, here, ofClass);
    }

    /// A meter's own use of the year before the dates, as much of it as they are of the class's year;
    /// [PastUse#UNKNOWN] when less than half of that year is known.
    long ofYear(PastUse meter, DateRange range) {
        DateRange year = DateRange.of(range.from().minusDays(YEAR_DAYS), range.from());
        long known = meter.daysKnown(year);
        return known * 2 < YEAR_DAYS ? PastUse.UNKNOWN : Ratio.times(meter.used(year) / known, share(range));
    }

    /// What a day of some dates is to the mean day of the class's year, in millionths; as much as any day where not
    /// every month of the class is known.
    long share(DateRange range) {
        long year = 0;
        for (int month = 0; month < MONTHS; month++) {
            if (months.get(month) == PastUse.UNKNOWN) {
                return Ratio.ONE;
            }
            year += months.get(month) * Month.of(month + 1).minLength();
        }
        return year == 0 ? Ratio.ONE : Ratio.of(ofClass(range), year / YEAR_DAYS);
    }

    /// The mean of the class over dates.
    private long ofClass(DateRange range) {
        long sum = 0;
        for (LocalDate month = range.from(); month.isBefore(range.to()); month = nextMonth(month)) {
            LocalDate end = nextMonth(month);
            long days = DateRange.of(month, end.isBefore(range.to()) ? end : range.to())
                    .days();
            long share = months.get(month.getMonthValue() - 1);
            if (share == PastUse.UNKNOWN) {
                return PastUse.UNKNOWN;
            }
            sum += share * days;
        }
        return sum / range.days();
    }

    private static LocalDate nextMonth(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }
}
