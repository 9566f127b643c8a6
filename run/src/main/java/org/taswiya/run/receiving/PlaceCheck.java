package org.taswiya.run.receiving;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.store.receiving.MetersThere;

/// Which meter a row is of, and whether it can show what the row says.
sealed interface PlaceCheck {

    /// The meter is known.
    record Found(Meter meter) implements PlaceCheck {}

    /// The row is wrong, or comes too early.
    record Wrong(RowReason reason, SourceField field, String found) implements PlaceCheck {}

    /// The meter in place on a day. On the day of an exchange it is the new one, unless the row names the old one.
    ///
    /// @param point null when the row names the meter alone
    /// @param register which of the device's; null when the row does not say
    static PlaceCheck meter(
            MetersThere there,
            @Nullable String point,
            @Nullable String serial,
            @Nullable String register,
            LocalDate at) {
        if (point != null && !there.isPoint(point)) {
            return new Wrong(
                    RowReason.UNKNOWN_USAGE_POINT, SourceField.POINT, "usage point " + point + " is not known");
        }
        List<Meter> candidates = point != null ? there.at(point) : there.withSerial(String.valueOf(serial));
        List<Meter> named = serial == null
                ? candidates
                : candidates.stream()
                        .filter(meter -> meter.serial().equals(serial))
                        .toList();
        if (register != null && !named.isEmpty()) {
            List<Meter> ofRegister = named.stream()
                    .filter(meter -> register.equals(meter.registerName()))
                    .toList();
            return ofRegister.isEmpty() ? otherRegisters(register, named) : among(ofRegister, point, serial, at);
        }
        if (named.isEmpty()) {
            return point != null && serial == null
                    ? new Wrong(RowReason.UNKNOWN_METER, SourceField.POINT, "usage point " + point + " has no meter")
                    : unknown(point, serial, candidates);
        }
        return among(named, point, serial, at);
    }

    private static PlaceCheck otherRegisters(String register, List<Meter> others) {
        String known = others.stream()
                .map(Meter::registerName)
                .map(name -> name == null ? "one without a name" : name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new Wrong(
                RowReason.UNKNOWN_METER,
                SourceField.REGISTER,
                "found " + register + ", the registers there are: " + known);
    }

    private static PlaceCheck among(List<Meter> named, @Nullable String point, @Nullable String serial, LocalDate at) {
        List<Meter> inPlace =
                named.stream().filter(meter -> isInPlace(meter, at)).toList();
        if (inPlace.isEmpty()) {
            return notInPlace(named, at);
        }
        if (point == null && inPlace.stream().map(Meter::usagePoint).distinct().count() > 1) {
            return new Wrong(
                    RowReason.SERIAL_TWICE,
                    SourceField.SERIAL,
                    "meter " + serial + " hangs at "
                            + inPlace.stream().map(Meter::usagePoint).sorted().collect(Collectors.joining(" and ")));
        }
        return new Found(latest(inPlace));
    }

    private static PlaceCheck unknown(@Nullable String point, @Nullable String serial, List<Meter> others) {
        return others.isEmpty()
                ? new Wrong(
                        RowReason.UNKNOWN_METER,
                        SourceField.SERIAL,
                        "meter " + serial + " is not known" + (point == null ? "" : " at " + point))
                : new Wrong(
                        RowReason.METER_NOT_IN_PLACE,
                        SourceField.SERIAL,
                        "meter " + serial + " is not at " + point + ", which has "
                                + others.stream().map(Meter::serial).sorted().collect(Collectors.joining(", ")));
    }

    private static boolean isInPlace(Meter meter, LocalDate at) {
        LocalDate removed = meter.removedAt();
        return !at.isBefore(meter.installedAt()) && (removed == null || !at.isAfter(removed));
    }

    private static PlaceCheck notInPlace(List<Meter> named, LocalDate at) {
        List<Meter> before =
                named.stream().filter(meter -> !meter.installedAt().isAfter(at)).toList();
        if (before.isEmpty()) {
            Meter first = latest(named);
            return new Wrong(
                    RowReason.BEFORE_INSTALLATION,
                    SourceField.AT,
                    "found " + at + ", meter " + first.serial() + " was installed on " + first.installedAt());
        }
        Meter last = latest(before);
        return new Wrong(
                RowReason.AFTER_REMOVAL,
                SourceField.AT,
                "found " + at + ", meter " + last.serial() + " was removed on " + last.removedAt());
    }

    private static Meter latest(List<Meter> meters) {
        Meter latest = meters.getFirst();
        for (Meter meter : meters) {
            if (meter.installedAt().isAfter(latest.installedAt())) {
                latest = meter;
            }
        }
        return latest;
    }

    /// Why a meter cannot show a value; null when it can.
    static @Nullable Wrong value(Meter meter, Decimal value, @Nullable Unit unit, SourceField field) {
        if (unit != null && unit != meter.register().unit()) {
            return new Wrong(
                    RowReason.OTHER_UNIT,
                    SourceField.UNIT,
                    "found " + unit.symbol() + ", meter " + meter.serial() + " counts "
                            + meter.register().unit().symbol());
        }
        if (!meter.register().hasDigitsFor(value)) {
            return new Wrong(
                    RowReason.DIGIT_OVERFLOW,
                    field,
                    "found " + value + ", meter " + meter.serial() + " has "
                            + meter.register().digits() + " digits");
        }
        if (!meter.register().hasDecimalsFor(value)) {
            return new Wrong(
                    RowReason.TOO_FINE,
                    field,
                    "found " + value + ", meter " + meter.serial() + " has "
                            + meter.register().decimals() + " decimals");
        }
        return null;
    }
}
