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
    private final List<List<Part>> parts = new ArrayList<>();

    /// The days that one period has in one interval.
    private record Part(int period, long days) {}

    /// @param periods billed ones in order and then, where there is one, the current one, actual with usage zero
    Gap(int decimals, List<MeasuredUsage> intervals, List<BilledPeriod> periods) {
        this.decimals = decimals;
        this.intervals = intervals;
        this.periods = periods;
        this.end = intervals.getLast().range().to();
        for (MeasuredUsage interval : intervals) {
            parts.add(parts(interval.range()));
        }
    }

    private List<Part> parts(DateRange interval) {
        List<Part> inside = new ArrayList<>(periods.size());
        for (int p = 0; p < periods.size(); p++) {
            long days = interval.daysShared(periods.get(p).range());
            if (days > 0) {
                inside.add(new Part(p, days));
            }
        }
        return inside;
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
        long[] steps = new long[measuredPeriods()];
        for (int i = 0; i < intervals.size(); i++) {
            allocate(i, byDays(i), steps);
        }
        return steps;
    }

    private long[] byDays(int interval) {
        List<Part> inside = parts.get(interval);
        long[] days = new long[inside.size()];
        for (int k = 0; k < days.length; k++) {
            days[k] = inside.get(k).days();
        }
        return Allocation.byWeights(intervals.get(interval).usage().steps(decimals), days);
    }

    /// Each interval divided as intervals counted it; by days where they counted nothing.
    long[] byCounted(AskedFor known) {
        long[] steps = new long[measuredPeriods()];
        for (int i = 0; i < intervals.size(); i++) {
            MeasuredUsage interval = intervals.get(i);
            List<Fraction> weights = new ArrayList<>();
            boolean any = false;
            for (Part part : parts.get(i)) {
                DateRange days = interval.range()
                        .intersection(periods.get(part.period()).range())
                        .orElseThrow();
                Fraction weight = Fraction.of(known.counted(days));
                any |= weight.signum() != 0;
                weights.add(weight);
            }
            long whole = interval.usage().steps(decimals);
            allocate(i, any ? Allocation.byWeights(whole, weights) : byDays(i), steps);
        }
        return steps;
    }

    private void allocate(int interval, long[] shares, long[] steps) {
        for (int k = 0; k < shares.length; k++) {
            steps[parts.get(interval).get(k).period()] += shares[k];
        }
    }

    /// Each interval divided in proportion to the estimates, cut by days; by days where all of them are zero.
    ///
    /// @param perDay the weight of a day that was never estimated
    long[] byEstimates(Fraction perDay) {
        long[] steps = new long[measuredPeriods()];
        for (int i = 0; i < intervals.size(); i++) {
            List<Fraction> weights = new ArrayList<>();
            boolean any = false;
            for (Part part : parts.get(i)) {
                Fraction weight = estimate(part, perDay);
                any |= weight.signum() != 0;
                weights.add(weight);
            }
            long whole = intervals.get(i).usage().steps(decimals);
            allocate(i, any ? Allocation.byWeights(whole, weights) : byDays(i), steps);
        }
        return steps;
    }

    private Fraction estimate(Part part, Fraction perDay) {
        BilledPeriod period = periods.get(part.period());
        return period.isEstimated()
                ? Fraction.of(period.usage())
                        .times(Fraction.of(part.days(), period.range().days()))
                : perDay.times(Fraction.of(part.days()));
    }

    /// What a period has besides whole steps: its estimate for days after the last reading, and what is finer than a
    /// step of an interval that ends in it.
    Decimal kept(int period) {
        return keptEstimate(periods.get(period)).plus(finerThanSteps(period));
    }

    private Decimal finerThanSteps(int period) {
        Decimal finer = Decimal.ZERO;
        for (int i = 0; i < intervals.size(); i++) {
            Decimal usage = intervals.get(i).usage();
            if (usage.scale() > decimals && parts.get(i).getLast().period() == period) {
                finer = finer.plus(usage.minus(Decimal.ofSteps(usage.steps(decimals), decimals)));
            }
        }
        return finer;
    }

    /// How many whole steps a period may be moved away from its share, which what is finer than a step belongs to.
    long mostMoved(int period, long steps, Decimal tolerance) {
        Fraction share = Fraction.of(Decimal.ofSteps(steps, decimals).plus(finerThanSteps(period)));
        return share.times(tolerance)
                .dividedBy(Fraction.of(Decimal.ofSteps(1, decimals)))
                .floor()
                .longValueExact();
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
