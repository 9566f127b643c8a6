package org.taswiya.core.validation;

import org.taswiya.core.metering.MeasuredUsage;
import org.taswiya.core.metering.MeasurementOutcome.HeldMeasurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Fraction;

/// Whether the reading agrees with others that are known of its day and of later ones.
final class OrderChecks {
    private OrderChecks() {}

    static void look(ReceivedReading received, Found found) {
        KnownRegister known = received.known();
        known.measuringAfter(received.reading().at()).ifPresent(later -> lookAtLater(received, later, found));
        known.on(received.reading().at())
                .filter(Reading::isMeasuring)
                .ifPresent(same -> lookAtSameDay(received.reading(), same, found));
    }

    /// A later reading may be lower only where the dial has passed its highest value or was exchanged in between.
    private static void lookAtLater(ReceivedReading received, Reading later, Found found) {
        boolean agrees = switch (received.known().between(received.reading(), later)) {
            case HeldMeasurement _ -> false;
            case Measured(var intervals) ->
                intervals.stream().noneMatch(MeasuredUsage::rolledOver) || isRolledOver(received, later);
        };
        if (!agrees) {
            found.suspect(
                    FindingReason.REVERSED,
                    Found.values("value", Fraction.of(received.reading().value()), "later", Fraction.of(later.value())),
                    "value " + received.reading().value() + " at "
                            + received.reading().at() + " contradicts " + later.value() + ", read later, at "
                            + later.at());
        }
    }

    /// Whether the dial passed its highest value between the readings around this one.
    private static boolean isRolledOver(ReceivedReading received, Reading later) {
        KnownRegister known = received.known();
        return known.measuringBefore(received.reading().at())
                .filter(before -> known.between(before, later) instanceof Measured(var intervals)
                        && intervals.stream().anyMatch(MeasuredUsage::rolledOver))
                .isPresent();
    }

    private static void lookAtSameDay(Reading now, Reading same, Found found) {
        boolean isEqual = now.value().compareTo(same.value()) == 0;
        boolean isSurer = now instanceof ActualReading && !(same instanceof ActualReading);
        String words = "the day " + now.at() + " has been read: " + same.value();
        var values = Found.values("value", Fraction.of(now.value()), "known", Fraction.of(same.value()));
        if (isSurer) {
            found.note(
                    FindingReason.DUPLICATE,
                    values,
                    words + " by the customer" + (isEqual ? ", confirmed" : ", superseded by " + now.value()));
        } else if (isEqual) {
            found.refuse(FindingReason.DUPLICATE, values, words + ", the same");
        } else {
            found.suspect(FindingReason.DUPLICATE, values, words + ", now " + now.value());
        }
    }
}
