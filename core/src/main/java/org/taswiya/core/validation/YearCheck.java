package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.ReadingLimits.YearLimits;

/// The last 365 days up to a reading beside the mean of the three years of 365 days before them, each as far as it is
/// known and brought to 365 days. A year counts when nine of ten of its days are known; all four have to.
final class YearCheck {
    private static final int YEAR_DAYS = 365;
    private static final int YEARS = 3;
    private static final int KNOWN_OF_TEN = 9;

    private final List<Usage> all;
    private final LocalDate end;

    YearCheck(List<Usage> past, Usage use) {
        this.all = new ArrayList<>(past);
        this.all.add(use);
        this.end = use.range().to();
    }

    void look(@Nullable YearLimits limits, Found found) {
        Fraction now = limits == null ? null : year(0).orElse(null);
        if (limits == null || now == null) {
            return;
        }
        Fraction sum = Fraction.ZERO;
        for (int back = 1; back <= YEARS; back++) {
            Fraction year = year(back).orElse(null);
            if (year == null) {
                return;
            }
            sum = sum.plus(year);
        }
        Fraction mean = sum.dividedBy(Fraction.of(YEARS)).reduced();
        if (now.compareTo(mean.times(limits.high())) > 0) {
            add(FindingReason.YEAR_HIGH, now, mean, limits.high(), "more than ", found);
        } else if (now.compareTo(mean.times(limits.low())) < 0) {
            add(FindingReason.YEAR_LOW, now, mean, limits.low(), "less than ", found);
        }
    }

    private static void add(
            FindingReason reason, Fraction now, Fraction mean, Decimal limit, String than, Found found) {
        found.suspect(
                reason,
                Found.values("year", now, "mean", mean, "limit", Fraction.of(limit)),
                told(now) + " in a year, " + than + limit + " times the mean of three years, " + told(mean));
    }

    /// What was used in a year that ends so many years before the reading; empty when too little of it is known.
    private Optional<Fraction> year(int back) {
        LocalDate to = end.minusDays((long) YEAR_DAYS * back);
        DateRange year = DateRange.of(to.minusDays(YEAR_DAYS), to);
        Fraction sum = Fraction.ZERO;
        long days = 0;
        for (Usage usage : all) {
            long shared = usage.range().daysShared(year);
            days += shared;
            sum = shared == 0 ? sum : sum.plus(usage.within(year));
        }
        return days * 10 < (long) KNOWN_OF_TEN * YEAR_DAYS
                ? Optional.empty()
                : Optional.of(sum.times(Fraction.of(YEAR_DAYS, days)).reduced());
    }
}
