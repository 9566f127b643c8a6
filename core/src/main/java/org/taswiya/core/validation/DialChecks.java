package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.core.estimation.ExpectedUse;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// Whether the register can show the value on the day at all, whatever it showed before.
final class DialChecks {
    private DialChecks() {}

    static void look(ReceivedReading received, LocalDate today, Found found) {
        Register register = register(received);
        Decimal value = received.reading().value();
        if (received.unit() != register.unit()) {
            found.refuse(
                    FindingReason.UNIT,
                    Map.of(),
                    "sent in " + received.unit().symbol() + ", the register counts "
                            + register.unit().symbol());
        }
        Decimal capacity = register.capacity();
        if (value.signum() < 0) {
            found.refuse(
                    FindingReason.DIALS,
                    Found.values("value", Fraction.of(value)),
                    "value " + value + " is below zero");
        } else if (capacity != null && value.compareTo(capacity) >= 0) {
            addOverflow(received, capacity, found);
        }
        if (value.scale() > register.decimals()) {
            found.refuse(
                    FindingReason.DECIMALS,
                    Found.values("decimals", Fraction.of(value.scale()), "shown", Fraction.of(register.decimals())),
                    "value " + value + " has " + value.scale() + " decimals, the register shows "
                            + register.decimals());
        }
        lookAtDay(received, today, found);
    }

    private static Register register(ReceivedReading received) {
        return received.known().registerOn(received.reading().at());
    }

    private static void addOverflow(ReceivedReading received, Decimal capacity, Found found) {
        Decimal value = received.reading().value();
        Map<String, Fraction> values = Found.values("value", Fraction.of(value), "capacity", Fraction.of(capacity));
        Optional<Misread> slip = slip(received);
        slip.ifPresent(misread -> values.put(ReadingFinding.SUGGESTED, Fraction.of(misread.value())));
        found.refuse(
                FindingReason.DIALS,
                values,
                "value " + value + " does not fit a dial of "
                        + register(received).digits() + " digits"
                        + slip.map(misread -> "; " + misread.value() + " would, if "
                                        + misread.slip().words())
                                .orElse(""));
    }

    private static void lookAtDay(ReceivedReading received, LocalDate today, Found found) {
        LocalDate day = received.reading().at();
        KnownRegister known = received.known();
        if (day.isAfter(today)) {
            Fraction days = Fraction.of(day.toEpochDay() - today.toEpochDay());
            found.refuse(
                    FindingReason.FUTURE,
                    Found.values("days", days),
                    "of " + day + ", " + told(days) + " days after today, " + today);
        }
        LocalDate removed = known.removedAt();
        if (day.isBefore(known.installedAt()) || (removed != null && day.isAfter(removed))) {
            found.refuse(
                    FindingReason.NOT_IN_PLACE,
                    Map.of(),
                    "on " + day + " the meter was not in place: from " + known.installedAt()
                            + (removed == null ? "" : " to " + removed));
        }
    }

    /// A slip of reading that leads from what came in to what is expected on the dial; none is looked for where the
    /// meter was exchanged meanwhile.
    static Optional<Misread> slip(ReceivedReading received) {
        ExpectedUse expected = received.expected();
        Reading before =
                received.known().measuringBefore(received.reading().at()).orElse(null);
        if (expected == null
                || before == null
                || expected.high().isZero()
                || received.known()
                        .isExchangedBetween(before.at(), received.reading().at())) {
            return Optional.empty();
        }
        Register register = register(received);
        return Misread.of(
                register,
                received.reading().value(),
                received.siblings().stream()
                        .map(Sibling::shown)
                        .filter(Objects::nonNull)
                        .toList(),
                onDial(register, before, expected.likely()),
                onDial(register, before, expected.low()),
                onDial(register, before, expected.high()));
    }

    /// What the dial shows after some use, to a step of it.
    private static Decimal onDial(Register register, Reading before, Decimal use) {
        return Fraction.of(use)
                .dividedBy(Fraction.of(register.multiplier()))
                .plus(Fraction.of(before.value()))
                .toDecimal(register.decimals());
    }
}
