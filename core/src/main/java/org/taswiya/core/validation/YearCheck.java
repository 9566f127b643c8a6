package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /// In the order of their days.
    private final List<Usage> all;

    private final LocalDate end;

    private YearCheck(List<Usage> all, LocalDate end) {
        this.all = all;
        this.end = end;
    }

    /// @param use what the reading has shown
    static YearCheck of(KnownRegister known, Usage use) {
        LocalDate end = use.range().to();
        List<Usage> all = new ArrayList<>(known.actualUse(
                end.minusDays((long) YEAR_DAYS * (YEARS + 1)),
                use.range().from().plusDays(1)));
        all.add(use);
        return new YearCheck(all, end);
    }

    void look(YearLimits limits, Found found) {
        Fraction sum = Fraction.ZERO;
        for (int back = YEARS; back >= 1; back--) { // most meters are known for less, and it is found at once
            Fraction year = year(back).orElse(null);
            if (year == null) {
                return;
            }
            sum = sum.plus(year);
        }
        Fraction now = year(0).orElse(null);
        if (now == null) {
            return;
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
        List<Usage> touching = touching(year);
        long days = 0;
        for (Usage usage : touching) {
            days += usage.range().daysShared(year);
        }
        return days * 10 < (long) KNOWN_OF_TEN * YEAR_DAYS
                ? Optional.empty()
                : Optional.of(Usage.within(year, touching)
                        .times(Fraction.of(YEAR_DAYS, days))
                        .reduced());
    }

    private List<Usage> touching(DateRange year) {
        int last = firstBeyond(year.to().minusDays(1));
        return all.subList(firstBeyond(year.from()), Math.min(last + 1, all.size()));
    }

    /// The place of the first that lasts beyond the beginning of a day; their number when there is none.
    private int firstBeyond(LocalDate day) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).range().to().isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
