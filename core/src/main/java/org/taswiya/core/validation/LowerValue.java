package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.estimation.ExpectedUse;
import org.taswiya.core.metering.MeasuredUsage;
import org.taswiya.core.metering.MeasurementOutcome.HeldMeasurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What was used since the last value that somebody read; where the value is lower, why, by what is likely.
///
/// The way round the dial is a rollover when it is not more than the meter's past lets expect. Otherwise a slip of
/// reading that leads into what is expected, or a dial that began anew and since then counted no more than expected. A
/// value lower than an estimate, but not than what was read, says that the estimate was too high and nothing else.
final class LowerValue {
    private LowerValue() {}

    /// The use since the reading before; null when there is none before, or it cannot be told.
    static @Nullable Usage use(ReceivedReading received, Found found) {
        Reading now = received.reading();
        Reading before = received.known().measuringBefore(now.at()).orElse(null);
        if (before == null) {
            return null;
        }
        return switch (received.known().between(before, now)) {
            case HeldMeasurement(var hold) -> {
                addNegative(received, before, hold.found() + ofExchange(received, before), found);
                yield null;
            }
            case Measured(var intervals) -> {
                MeasuredUsage leg = intervals.getFirst();
                yield leg.rolledOver() && !isLikely(received, leg)
                        ? unlikelyRollover(received, before, leg, found)
                        : counted(received, before, leg, found);
            }
        };
    }

    private static boolean isLikely(ReceivedReading received, MeasuredUsage leg) {
        ExpectedUse expected = received.expected();
        return expected == null || leg.usage().compareTo(expected.high()) <= 0;
    }

    private static Usage counted(ReceivedReading received, Reading before, MeasuredUsage leg, Found found) {
        Reading now = received.reading();
        if (leg.rolledOver()) {
            found.note(
                    FindingReason.ROLLOVER,
                    Found.values("before", Fraction.of(before.value()), "use", Fraction.of(leg.usage())),
                    "the dial passed its highest value between " + before.value() + " at " + before.at() + " and "
                            + now.value() + ": " + leg.usage() + " used");
        } else if (!received.known().isExchangedBetween(before.at(), now.at())) {
            addOverEstimate(received, before, found);
        }
        return new Usage(leg.range(), leg.usage(), UsageQuality.ACTUAL);
    }

    /// An estimate measures nothing: one that was too high is settled by the next bill.
    private static void addOverEstimate(ReceivedReading received, Reading before, Found found) {
        Reading now = received.reading();
        received.known().estimatedBetween(before.at(), now.at()).reversed().stream()
                .filter(estimate -> estimate.value().compareTo(now.value()) > 0)
                .findFirst()
                .ifPresent(estimate -> found.note(
                        FindingReason.OVER_ESTIMATE,
                        Found.values("value", Fraction.of(now.value()), "estimated", Fraction.of(estimate.value())),
                        "the estimate " + estimate.value() + " at " + estimate.at() + " was too high: the dial shows "
                                + now.value()));
    }

    private static @Nullable Usage unlikelyRollover(
            ReceivedReading received, Reading before, MeasuredUsage leg, Found found) {
        ExpectedUse expected = received.expected();
        Decimal high = expected == null ? Decimal.ZERO : expected.high();
        addNegative(
                received,
                before,
                "value " + received.reading().value() + " is lower than " + before.value() + " at " + before.at()
                        + ", and round the dial it would be " + leg.usage() + " used, where at most "
                        + told(Fraction.of(high))
                        + " are expected",
                found);
        return null;
    }

    private static void addNegative(ReceivedReading received, Reading before, String words, Found found) {
        Reading now = received.reading();
        found.suspect(
                FindingReason.NEGATIVE,
                Found.values("value", Fraction.of(now.value()), "before", Fraction.of(before.value())),
                words);
        Optional<Misread> slip = DialChecks.slip(received);
        if (slip.isPresent() && slip.get().slip().isTelling()) {
            addMisread(now, slip.get(), found);
        } else if (isAnew(received, before)) {
            found.suspect(
                    FindingReason.UNRECORDED_EXCHANGE,
                    Found.values("value", Fraction.of(now.value())),
                    "the dial seems to have begun anew: an exchange or a reset between " + before.at() + " and "
                            + now.at() + " that is not recorded");
        } else {
            slip.ifPresent(misread -> addMisread(now, misread, found));
        }
    }

    /// What was read, or what an exchange between says of the meter that was taken away, is wrong.
    private static String ofExchange(ReceivedReading received, Reading before) {
        return isExchangedSince(received, before)
                ? "; between them is a recorded exchange: look at the values that it states, too"
                : "";
    }

    private static boolean isExchangedSince(ReceivedReading received, Reading before) {
        return received.known()
                .isExchangedBetween(before.at(), received.reading().at());
    }

    /// From nothing on it would have counted no more than is expected, and no exchange says otherwise.
    private static boolean isAnew(ReceivedReading received, Reading before) {
        if (isExchangedSince(received, before)) {
            return false;
        }
        ExpectedUse expected = received.expected();
        Fraction sinceNothing = Fraction.of(received.reading().value())
                .times(received.known().registerOn(received.reading().at()).multiplier());
        return expected != null
                && sinceNothing.compareTo(Fraction.of(expected.high())) <= 0
                && received.reading().value().compareTo(before.value()) < 0;
    }

    static void addMisread(Reading now, Misread misread, Found found) {
        found.suspect(
                FindingReason.MISREAD,
                Found.values("value", Fraction.of(now.value()), ReadingFinding.SUGGESTED, Fraction.of(misread.value())),
                "perhaps " + misread.value() + ": " + misread.slip().words());
    }
}
