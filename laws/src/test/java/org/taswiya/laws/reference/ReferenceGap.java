package org.taswiya.laws.reference;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.laws.reference.ReferenceMeasurement.Interval;

/// Periods and measured intervals between the first and the last actual reading: `exact.md` 9.
final class ReferenceGap {

    final SettlementCase input;
    final Set<HoldReason> reasons = EnumSet.noneOf(HoldReason.class);
    final List<BilledPeriod> billed;
    final List<DateRange> periods = new ArrayList<>();
    final List<ReferenceRating> tariffs = new ArrayList<>();
    final List<Interval> intervals;
    final boolean rolledOver;

    private final List<Map<Ratio, Ratio>> knownTotals = new ArrayList<>();

    ReferenceGap(SettlementCase input) {
        this.input = input;
        this.billed = input.billed().stream()
                .sorted(Comparator.<BilledPeriod, LocalDate>comparing(
                                period -> period.range().from())
                        .thenComparing(period -> period.range().to()))
                .toList();
        ReferenceMeasurement measurement = new ReferenceMeasurement(input);
        reasons.addAll(measurement.reasons);
        intervals = measurement.intervals;
        rolledOver = measurement.rolledOver;
        if (!reasons.contains(HoldReason.NO_ACTUAL_READING)) {
            layOutPeriods();
        }
        for (DateRange range : reasons.isEmpty() ? periods : List.<DateRange>of()) {
            tariffs.add(new ReferenceRating(input.tariff(), range, input.households()));
            knownTotals.add(new HashMap<>());
        }
    }

    private void layOutPeriods() {
        LocalDate reached = whole().from();
        for (BilledPeriod period : billed) {
            LocalDate from = period.range().from();
            if (from.isAfter(reached)) {
                reasons.add(HoldReason.BILLED_GAP);
            } else if (from.isBefore(reached)) {
                reasons.add(HoldReason.BILLED_OVERLAP);
            }
            periods.add(period.range());
            LocalDate to = period.range().to();
            reached = to.isAfter(reached) ? to : reached; // one may lie inside another
        }
        if (reached.isBefore(whole().to())) {
            periods.add(DateRange.of(reached, whole().to()));
        }
    }

    /// From the first to the last actual reading.
    DateRange whole() {
        List<LocalDate> days = input.readings().stream()
                .filter(reading -> reading instanceof ActualReading)
                .map(Reading::at)
                .sorted()
                .toList();
        return DateRange.of(days.getFirst(), days.getLast());
    }

    boolean isCurrent(int period) {
        return period >= billed.size();
    }

    /// The periods with days in a range.
    List<Integer> within(DateRange range) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).daysShared(range) > 0) {
                result.add(i);
            }
        }
        return result;
    }

    Ratio days(int period, DateRange range) {
        return Ratio.of(periods.get(period).daysShared(range), 1);
    }

    /// Steps of the register's resolution in a usage, without what is smaller than one.
    long steps(Ratio usage) {
        return usage.over(step()).floor().longValueExact();
    }

    Ratio usage(long steps) {
        return Ratio.of(steps, 1).times(step());
    }

    Ratio leftover(Ratio usage) {
        return usage.minus(usage(steps(usage)));
    }

    private Ratio step() {
        return new Ratio(BigInteger.ONE, BigInteger.TEN.pow(input.register().decimals()));
    }

    Ratio volume() {
        return intervals.stream().map(Interval::usage).reduce(Ratio.ZERO, Ratio::plus);
    }

    /// What was estimated for the days of a period within an interval.
    Ratio estimate(int period, DateRange interval) {
        Ratio days = days(period, interval);
        if (!isCurrent(period) && billed.get(period).isEstimated()) {
            return Ratio.of(billed.get(period).usage())
                    .times(days)
                    .over(Ratio.of(periods.get(period).days(), 1));
        }
        return estimatePerDay().times(days);
    }

    /// Over the estimates, or where there are none over all that was billed.
    Ratio estimatePerDay() {
        List<BilledPeriod> estimates =
                billed.stream().filter(BilledPeriod::isEstimated).toList();
        List<BilledPeriod> of = estimates.isEmpty() ? billed : estimates;
        long days = of.stream().mapToLong(each -> each.range().days()).sum();
        Ratio sum = of.stream().map(each -> Ratio.of(each.usage())).reduce(Ratio.ZERO, Ratio::plus);
        return days == 0 ? Ratio.ZERO : sum.over(Ratio.of(days, 1));
    }

    /// The part of a period's estimate for the days after the last reading. Where nothing of it is measured, nothing
    /// changes.
    Ratio kept(int period) {
        DateRange range = periods.get(period);
        long left = range.days() - range.daysShared(whole());
        if (left == 0) {
            return Ratio.ZERO;
        }
        Ratio estimate = Ratio.of(billed.get(period).usage());
        return left == range.days()
                ? estimate
                : Ratio.of(estimate.times(Ratio.of(left, range.days()))
                        .halfUp(input.register().decimals()));
    }

    /// The unrounded total that a usage of a period costs.
    Ratio total(int period, Ratio usage) {
        return knownTotals
                .get(period)
                .computeIfAbsent(usage, u -> tariffs.get(period).rate(u).unroundedTotal());
    }
}
