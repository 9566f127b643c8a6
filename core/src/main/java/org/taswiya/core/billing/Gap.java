package org.taswiya.core.billing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Allocation;
import org.taswiya.core.metering.MeasuredUsage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// The days between two actual readings, cut by the readings inside and by the billing periods.
///
/// Usage is counted in whole steps of the register's resolution. What of an interval's usage is finer than a step goes
/// to the interval's last part. A period that outlasts the last reading keeps its estimate for the days left.
final class Gap {

    private final int decimals;
    private final List<MeasuredUsage> intervals;
    private final List<BilledPeriod> periods;
    private final LocalDate end;
    private final List<Part> parts = new ArrayList<>();

    /// The days that one period has in one interval.
    private record Part(int interval, int period, long days) {}

    /// @param periods billed ones in order and then, where there is one, the current one, actual with usage zero
    Gap(int decimals, List<MeasuredUsage> intervals, List<BilledPeriod> periods) {
        this.decimals = decimals;
        this.intervals = intervals;
        this.periods = periods;
        this.end = intervals.getLast().range().to();
        for (int i = 0; i < intervals.size(); i++) {
            for (int p = 0; p < periods.size(); p++) {
                long days = intervals.get(i).range().daysShared(periods.get(p).range());
                if (days > 0) {
                    parts.add(new Part(i, p, days));
                }
            }
        }
    }

    int decimals() {
        return decimals;
    }

    boolean hasOnePeriod() {
        return periods.size() == 1;
    }

    /// Whether all usage is whole steps between the readings: no estimate is kept, nothing is finer than a step.
    boolean keepsNothing() {
        for (MeasuredUsage interval : intervals) {
            if (interval.usage().scale() > decimals) {
                return false;
            }
        }
        return !periods.getLast().range().to().isAfter(end);
    }

    /// The number of periods that begin before the last reading.
    int measuredPeriods() {
        int count = 0;
        for (BilledPeriod period : periods) {
            if (period.range().from().isBefore(end)) {
                count++;
            }
        }
        return count;
    }

    /// Whole steps over all intervals.
    long totalSteps() {
        long sum = 0;
        for (MeasuredUsage interval : intervals) {
            sum = Math.addExact(sum, interval.usage().steps(decimals));
        }
        return sum;
    }

    boolean hasReadingsInside() {
        return intervals.size() > 1;
    }

    /// The gap as if nobody had read inside it.
    Gap withoutReadingsInside() {
        if (!hasReadingsInside()) {
            return this;
        }
        Decimal usage = Decimal.ZERO;
        boolean rolledOver = false;
        for (MeasuredUsage interval : intervals) {
            usage = usage.plus(interval.usage());
            rolledOver |= interval.rolledOver();
        }
        DateRange whole = DateRange.of(intervals.getFirst().range().from(), end);
        return new Gap(decimals, List.of(new MeasuredUsage(whole, usage, rolledOver)), periods);
    }

    /// Each interval divided by days.
    long[] byDays() {
        return allocated(part -> Fraction.of(part.days()));
    }

    /// Each interval divided in proportion to the estimates, cut by days; by days where all of them are zero.
    ///
    /// @param perDay the weight of a day that was never estimated
    long[] byEstimates(Fraction perDay) {
        return allocated(part -> {
            BilledPeriod period = periods.get(part.period());
            return period.isEstimated()
                    ? Fraction.of(period.usage())
                            .times(Fraction.of(part.days(), period.range().days()))
                    : perDay.times(Fraction.of(part.days()));
        });
    }

    private interface Weight {
        Fraction of(Part part);
    }

    private long[] allocated(Weight weight) {
        long[] steps = new long[measuredPeriods()];
        for (int i = 0; i < intervals.size(); i++) {
            List<Part> inside = partsOf(i);
            List<Fraction> weights = inside.stream().map(weight::of).toList();
            if (weights.stream().allMatch(w -> w.signum() == 0)) {
                weights = inside.stream().map(part -> Fraction.of(part.days())).toList();
            }
            long[] shares = Allocation.byWeights(intervals.get(i).usage().steps(decimals), weights);
            for (int k = 0; k < shares.length; k++) {
                steps[inside.get(k).period()] += shares[k];
            }
        }
        return steps;
    }

    private List<Part> partsOf(int interval) {
        return parts.stream().filter(part -> part.interval() == interval).toList();
    }

    /// What a period has besides whole steps: its estimate for days after the last reading, and what is finer than a
    /// step of an interval that ends in it.
    Decimal kept(int period) {
        Decimal kept = keptEstimate(periods.get(period));
        for (int i = 0; i < intervals.size(); i++) {
            if (partsOf(i).getLast().period() == period) {
                Decimal usage = intervals.get(i).usage();
                kept = kept.plus(usage.minus(Decimal.ofSteps(usage.steps(decimals), decimals)));
            }
        }
        return kept;
    }

    private Decimal keptEstimate(BilledPeriod period) {
        if (!period.range().to().isAfter(end)) {
            return Decimal.ZERO;
        }
        if (!period.range().from().isBefore(end)) {
            return period.usage();
        }
        long daysLeft = DateRange.of(end, period.range().to()).days();
        return Fraction.of(period.usage())
                .times(Fraction.of(daysLeft, period.range().days()))
                .round(decimals, RoundingMode.HALF_UP);
    }

    /// What all periods before one may have got together, given the readings on both sides of its first day.
    AllocationSearch.Limit limit(int period, long least, long most) {
        LocalDate start = periods.get(period).range().from();
        long sum = 0;
        for (MeasuredUsage interval : intervals) {
            long steps = interval.usage().steps(decimals);
            if (start.isBefore(interval.range().to())) {
                long upTo = start.isAfter(interval.range().from()) ? sum + steps : sum;
                return new AllocationSearch.Limit(least, most, sum, upTo);
            }
            sum += steps;
        }
        return new AllocationSearch.Limit(least, most, sum, sum);
    }
}
