package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.ReadingLimits.ProlongedLimits;

/// Whether the rest of the device agrees with the register: its intervals, its other registers, and when it was last
/// read.
final class DeviceChecks {
    private DeviceChecks() {}

    /// @param use since the reading before; null when it cannot be told
    static void look(ReceivedReading received, ReadingLimits limits, @Nullable Usage use, Found found) {
        lookForSpikes(received, limits, found);
        Decimal tolerance = limits.sum();
        if (use != null && tolerance != null) {
            lookAtIntervals(received, use, tolerance, found);
            lookAtBands(received, use, tolerance, found);
        }
        if (limits.siblings()) {
            lookForSiblings(received, found);
        }
        ProlongedLimits prolonged = limits.prolonged();
        if (prolonged != null) {
            lookAtEstimates(received, prolonged, found);
        }
    }

    /// The intervals alone.
    static void lookAtIntervals(ReceivedReading received, ReadingLimits limits, @Nullable Usage use, Found found) {
        lookForSpikes(received, limits, found);
        if (use != null && limits.sum() != null) {
            lookAtIntervals(received, use, limits.sum(), found);
        }
    }

    private static void lookForSpikes(ReceivedReading received, ReadingLimits limits, Found found) {
        IntervalUse intervals = received.intervals();
        Decimal spike = limits.spike();
        if (intervals != null && spike != null) {
            intervals.days().forEach(day -> lookForSpike(day, spike, found));
        }
    }

    /// The largest of a day beside the third largest.
    private static void lookForSpike(IntervalUse.Day day, Decimal limit, Found found) {
        List<Decimal> peaks = new ArrayList<>(day.uses());
        peaks.sort(Comparator.reverseOrder());
        if (peaks.size() < 3 || peaks.get(2).signum() <= 0) {
            return;
        }
        Fraction first = Fraction.of(peaks.getFirst());
        Fraction third = Fraction.of(peaks.get(2));
        Fraction above = first.minus(third).dividedBy(third).reduced();
        if (above.compareTo(Fraction.of(limit)) > 0) {
            found.suspect(
                    FindingReason.SPIKE,
                    Found.values("peak", first, "third", third, "limit", Fraction.of(limit)),
                    "on " + day.day() + " one interval used " + told(first) + ", the third largest " + told(third));
        }
    }

    private static void lookAtIntervals(ReceivedReading received, Usage use, Decimal tolerance, Found found) {
        IntervalUse intervals = received.intervals();
        Decimal total = intervals == null ? null : intervals.total();
        if (total != null) {
            lookAtSum("intervals", total, received, use, tolerance, found);
        }
    }

    private static void lookAtBands(ReceivedReading received, Usage use, Decimal tolerance, Found found) {
        Decimal bands = Decimal.ZERO;
        boolean isAny = false;
        for (Sibling sibling : received.siblings()) {
            Decimal part = sibling.use();
            if (sibling.isBandOfThis() && part == null) {
                return;
            }
            isAny |= sibling.isBandOfThis();
            bands = sibling.isBandOfThis() && part != null ? bands.plus(part) : bands;
        }
        if (isAny) {
            lookAtSum("bands", bands, received, use, tolerance, found);
        }
    }

    private static void lookAtSum(
            String what, Decimal sum, ReceivedReading received, Usage use, Decimal tolerance, Found found) {
        Register register = received.known().registerOn(received.reading().at());
        Fraction used = Fraction.of(use.quantity());
        Fraction apart = Fraction.of(sum).minus(used);
        Fraction most = used.times(tolerance)
                .max(Fraction.of(Decimal.ofSteps(1, register.decimals())).times(register.multiplier()));
        if (apart.max(apart.negated()).compareTo(most) > 0) {
            found.suspect(
                    FindingReason.SUM,
                    Found.values(what, Fraction.of(sum), "use", used, "limit", most),
                    "the " + what + " add up to " + sum + ", the register shows " + use.quantity());
        }
    }

    private static void lookForSiblings(ReceivedReading received, Found found) {
        List<String> missing = received.siblings().stream()
                .filter(sibling -> !sibling.isRead())
                .map(Sibling::name)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            found.suspect(
                    FindingReason.MISSING_SIBLING,
                    Found.values("missing", Fraction.of(missing.size())),
                    "of the same device not read on " + received.reading().at() + ": " + String.join(", ", missing));
        }
    }

    /// It says how long nobody came, and is no reason to mistrust who came at last.
    private static void lookAtEstimates(ReceivedReading received, ProlongedLimits limits, Found found) {
        var at = received.reading().at();
        received.known().measuringBefore(at).ifPresent(last -> {
            long days = at.toEpochDay() - last.at().toEpochDay();
            long estimates = received.known().timesEstimated(last.at(), at);
            if (days > limits.days() || estimates > limits.estimates()) {
                found.note(
                        FindingReason.PROLONGED_ESTIMATION,
                        Found.values("days", Fraction.of(days), "estimates", Fraction.of(estimates)),
                        "nobody had read it for " + days + " days, and it was estimated " + estimates
                                + (estimates == 1 ? " time" : " times") + " since");
            }
        });
    }
}
