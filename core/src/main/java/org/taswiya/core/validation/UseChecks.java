package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ExpectedUse;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.ReadingLimits.AverageLimits;

/// Whether what was used since the last value that somebody read can be what was used.
///
/// A use outside a limit beside the average is found only when it is also outside what the meter's past lets expect of
/// these days: heating in January is far above the average of a year, and as it always was.
final class UseChecks {
    private final ReceivedReading received;
    private final ReadingLimits limits;
    private final Usage use;
    private final Fraction used;
    private final Found found;

    UseChecks(ReceivedReading received, ReadingLimits limits, Usage use, Found found) {
        this.received = received;
        this.limits = limits;
        this.use = use;
        this.used = Fraction.of(use.quantity());
        this.found = found;
    }

    void look() {
        long inactive = received.known().inactiveDays(use.range());
        if (inactive == use.range().days()) {
            lookAtInactive();
            return;
        }
        if (inactive == 0) {
            lookAtZero();
        }
        AverageLimits average = limits.average();
        if (average != null) {
            lookAtAverage(average);
        }
        if (limits.year() != null) {
            YearCheck.of(received.known(), use).look(limits.year(), found);
        }
    }

    private void lookAtInactive() {
        Decimal most = limits.inactiveUse();
        if (most != null && use.quantity().compareTo(most) > 0) {
            found.suspect(
                    FindingReason.INACTIVE_USE,
                    Found.values("use", used, "limit", Fraction.of(most)),
                    use.quantity() + " used from " + use.range().from() + " to "
                            + use.range().to() + ", where nobody is known to be");
        }
    }

    /// Where nothing is also usual, nothing is found; where nothing is known, it is only noted. A meter that is read
    /// every month stands still through all the readings that show the same.
    private void lookAtZero() {
        Integer most = limits.zeroUseDays();
        if (most == null || !use.quantity().isZero()) {
            return;
        }
        LocalDate since = received.known().stillSince(use.range().from());
        DateRange still = DateRange.of(since, use.range().to());
        if (still.days() <= most) {
            return;
        }
        ExpectedUse expected = still.equals(use.range())
                ? received.expected()
                : ReceivedReading.expected(received.known(), still, null).orElse(null);
        String words = "nothing used for " + still.days() + " days";
        var values = Found.values("days", Fraction.of(still.days()));
        if (expected == null) {
            found.note(FindingReason.ZERO_USE, values, words);
        } else if (expected.low().signum() > 0) {
            values.put("low", Fraction.of(expected.low()));
            found.suspect(
                    FindingReason.ZERO_USE,
                    values,
                    words + ", where at least " + told(Fraction.of(expected.low())) + " are expected");
        }
    }

    private void lookAtAverage(AverageLimits average) {
        DateRange window = DateRange.of(
                use.range().from().minusDays(average.referenceDays()),
                use.range().from());
        List<Reading> estimates = received.known().estimatedBetween(LocalDate.MIN, window.to());
        List<Usage> past = received.known().actualUse(window.from(), window.to().plusDays(1));
        long days = 0;
        long estimated = 0;
        for (Usage before : past) {
            long shared = before.range().daysShared(window);
            days += shared;
            estimated += shared > 0 && isDivided(before.range(), estimates) ? shared : 0;
        }
        if (days == 0) {
            return;
        }
        if (Fraction.of(estimated, days).compareTo(Fraction.of(average.estimatedShare())) > 0) {
            found.note(
                    FindingReason.REFERENCE_ESTIMATED,
                    Found.values("estimatedDays", Fraction.of(estimated), "days", Fraction.of(days)),
                    "no average to compare with: on " + estimated + " of " + days
                            + " days before, bills rested on estimates");
            return;
        }
        Fraction usual = Usage.within(window, past)
                .times(Fraction.of(use.range().days(), days))
                .reduced();
        lookAtAverage(average, usual);
    }

    /// Whether how it was spread over its days is known by estimates alone.
    private static boolean isDivided(DateRange days, List<Reading> estimates) {
        for (Reading estimate : estimates) {
            if (estimate.at().isAfter(days.from()) && estimate.at().isBefore(days.to())) {
                return true;
            }
        }
        return false;
    }

    /// @param usual the average over as many days
    private void lookAtAverage(AverageLimits average, Fraction usual) {
        Fraction least = Fraction.of(average.leastDifference());
        if (used.minus(usual).compareTo(least) > 0 && used.compareTo(usual.times(average.high())) > 0 && isBeyond(1)) {
            addToAverage(FindingReason.HIGH_USE, usual, average.high(), "more than ");
        } else if (usual.minus(used).compareTo(least) > 0
                && used.compareTo(usual.times(average.low())) < 0
                && use.quantity().signum() > 0
                && isBeyond(-1)) {
            addToAverage(FindingReason.LOW_USE, usual, average.low(), "less than ");
        }
    }

    /// Whether it lies outside what is expected, on one side.
    private boolean isBeyond(int side) {
        ExpectedUse expected = received.expected();
        return expected == null
                || (side > 0
                        ? use.quantity().compareTo(expected.high()) > 0
                        : use.quantity().compareTo(expected.low()) < 0);
    }

    private void addToAverage(FindingReason reason, Fraction usual, Decimal limit, String than) {
        var values = Found.values("use", used, "usual", usual, "limit", Fraction.of(limit));
        values.put("days", Fraction.of(use.range().days()));
        found.suspect(
                reason,
                values,
                use.quantity() + " used in " + use.range().days() + " days, " + than + limit + " times the usual "
                        + told(usual));
        DialChecks.slip(received).ifPresent(misread -> LowerValue.addMisread(received.reading(), misread, found));
    }

    /// How far what was used lies from what is likely; all of it where nothing is known.
    static Fraction atRisk(Usage use, @Nullable ExpectedUse expected) {
        Fraction used = Fraction.of(use.quantity());
        if (expected == null) {
            return used;
        }
        Fraction apart = used.minus(Fraction.of(expected.likely()));
        return apart.signum() < 0 ? apart.negated() : apart;
    }
}
