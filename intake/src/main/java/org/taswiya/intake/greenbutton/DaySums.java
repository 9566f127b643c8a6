package org.taswiya.intake.greenbutton;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedFlow;
import org.taswiya.intake.feed.FeedIntervals;
import org.taswiya.intake.feed.FeedRefusal;
import org.taswiya.intake.feed.FeedSeries;
import org.taswiya.intake.feed.FeedTally;
import org.taswiya.intake.feed.LeastHour;

/// Sums the intervals of a meter reading, earliest first, day by day. One day is open at a time.
///
/// A day comes for each of its times of use, also for one that had no interval on it.
final class DaySums {
    private static final Fraction QUANTITY_MAX = Fraction.of(Decimal.of(1_000_000_000_000L));

    private final SeriesTerms terms;
    private final LocalClock clock;
    private final FeedTally tally;
    private final Map<Long, Sum> sums = new TreeMap<>();
    private long lastEnd = Long.MIN_VALUE;
    private @Nullable LocalDate from;
    private LocalDate to = LocalDate.EPOCH;
    private long covered;
    private long line;
    private boolean isBroken;

    /// Of one time of use.
    private static final class Sum {
        private final FeedSeries series;
        private long value;
        private long count;
        private long covered;
        private LeastHour hours = new LeastHour();
        private UsageQuality worst = UsageQuality.ACTUAL;
        private FeedIntervals each;

        Sum(FeedSeries series, Fraction factor) {
            this.series = series;
            each = new FeedIntervals(factor);
        }

        void clear(Fraction factor) {
            each = new FeedIntervals(factor);
            value = 0;
            count = 0;
            covered = 0;
            hours = new LeastHour();
            worst = UsageQuality.ACTUAL;
        }
    }

    /// @param timesOfUse all that intervals state, 0 for those that state none
    DaySums(SeriesTerms terms, LocalClock clock, SortedSet<Long> timesOfUse, FeedTally tally) {
        this.terms = terms;
        this.clock = clock;
        this.tally = tally;
        FeedSeries any = terms.series();
        for (Long stated : timesOfUse) {
            long code = timeOfUse(stated);
            FeedSeries series = new FeedSeries(
                    any.point(),
                    any.register(),
                    any.service(),
                    any.flow(),
                    any.unit(),
                    code == 0 ? null : Long.toString(code));
            sums.put(code, new Sum(series, terms.factor()));
        }
    }

    private long timeOfUse(long stated) {
        return stated == 0 ? terms.timeOfUse() : stated;
    }

    void add(Interval interval) {
        LocalDate first = clock.dayOf(interval.start());
        if (from == null || !first.isBefore(to)) {
            end();
            from = first;
            to = first.plusDays(1);
            line = interval.line();
        }
        Sum sum = sums.get(timeOfUse(interval.timeOfUse()));
        if (sum == null) {
            throw new IllegalStateException("Time of use " + interval.timeOfUse() + " was not there before");
        }
        FeedRefusal refusal = refusal(interval, sum);
        if (refusal != null) {
            isBroken = true;
            tally.refuse(refusal);
            return;
        }
        LocalDate last = clock.dayOf(interval.end());
        to = last.isAfter(to) ? last : to;
        covered += interval.duration();
        lastEnd = interval.end();
        sum.value += interval.value();
        sum.count++;
        sum.covered += interval.duration();
        sum.hours.add(interval.duration(), Fraction.of(interval.value()));
        UsageQuality quality = interval.quality() == null ? terms.quality() : interval.quality();
        sum.worst = quality.compareTo(sum.worst) > 0 ? quality : sum.worst;
        sum.each.add(
                interval.start(),
                interval.end(),
                Decimal.of(interval.value()),
                quality == UsageQuality.ACTUAL ? IntervalQuality.ACTUAL : IntervalQuality.ESTIMATED);
    }

    private @Nullable FeedRefusal refusal(Interval interval, Sum sum) {
        String found = "found an interval at " + interval.start();
        if (interval.duration() == 0) {
            return new FeedRefusal(interval.line(), FeedFault.NO_DURATION, found + " of no length");
        }
        if (interval.start() < lastEnd) {
            return new FeedRefusal(
                    interval.line(), FeedFault.OVERLAP, found + " before the end " + lastEnd + " of one before it");
        }
        if (interval.value() < 0 && terms.series().flow() != FeedFlow.NET) {
            return new FeedRefusal(
                    interval.line(), FeedFault.NEGATIVE, found + " of " + interval.value() + ", expected zero or more");
        }
        // A value has 48 bits, a sum 63: more than a second's intervals of a day can fill.
        boolean fits = Math.abs(sum.value) <= Long.MAX_VALUE / 2;
        return fits ? null : new FeedRefusal(interval.line(), FeedFault.TOO_LARGE, found + " after too large ones");
    }

    /// Hands out the open day.
    void end() {
        LocalDate first = from;
        from = null;
        if (first == null) {
            return;
        }
        boolean isComplete =
                !isBroken && covered == clock.startOf(to) - clock.startOf(first) && lastEnd <= clock.startOf(to);
        UsageQuality worst = UsageQuality.ACTUAL;
        long counted = 0;
        for (Sum sum : sums.values()) {
            worst = sum.worst.compareTo(worst) > 0 ? sum.worst : worst;
            counted += sum.count;
        }
        for (Sum sum : sums.values()) {
            if (counted > 0) {
                handOut(sum, DateRange.of(first, to), sum.count > 0 ? sum.worst : worst, isComplete);
            }
            sum.clear(terms.factor());
        }
        covered = 0;
        isBroken = false;
    }

    private void handOut(Sum sum, DateRange days, UsageQuality quality, boolean isComplete) {
        Fraction quantity = Fraction.of(sum.value).times(terms.factor()).reduced();
        if (quantity.compareTo(QUANTITY_MAX) > 0 || quantity.negated().compareTo(QUANTITY_MAX) > 0) {
            tally.refuse(new FeedRefusal(
                    line,
                    FeedFault.TOO_LARGE,
                    "found " + quantity.toText(0) + " " + sum.series.unit().symbol() + " from " + days.from()
                            + ", expected at most 10^12"));
            return;
        }
        tally.day(
                new FeedDay(
                        sum.series,
                        days,
                        quantity,
                        quality,
                        sum.count,
                        isComplete,
                        leastHour(sum, isComplete),
                        sum.each),
                line);
    }

    /// Of a register that counted in all hours of the day.
    private @Nullable Fraction leastHour(Sum sum, boolean isComplete) {
        boolean isWhole = isComplete && sum.covered == covered && sum.worst == UsageQuality.ACTUAL;
        Fraction least = isWhole ? sum.hours.value() : null;
        return least == null ? null : least.times(terms.factor()).reduced();
    }
}
