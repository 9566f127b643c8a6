package org.taswiya.core.validation;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ExpectedUse;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What a dial is expected to show on a day: from the last value that somebody read, and what the meter's own past lets
/// expect since then.
///
/// @param low most likely not less than this; above `high` where the dial may begin anew in between
/// @param high most likely not more than this
public record ExpectedDial(Decimal low, Decimal high) {

    /// Empty where nobody has read it before, its past says nothing, or it was exchanged meanwhile.
    public static Optional<ExpectedDial> on(LocalDate day, KnownRegister known) {
        Reading before = known.measuringBefore(day).orElse(null);
        if (before == null || known.isExchangedBetween(before.at(), day)) {
            return Optional.empty();
        }
        return ReceivedReading.expected(known.without(day), DateRange.of(before.at(), day), null)
                .map(use -> of(known.registerOn(day), before.value(), use));
    }

    private static ExpectedDial of(Register register, Decimal before, ExpectedUse use) {
        return new ExpectedDial(
                shown(register, before, use.low(), RoundingMode.FLOOR),
                shown(register, before, use.high(), RoundingMode.CEILING));
    }

    private static Decimal shown(Register register, Decimal before, Decimal use, RoundingMode rounding) {
        Fraction shown =
                Fraction.of(use).dividedBy(Fraction.of(register.multiplier())).plus(Fraction.of(before));
        Decimal stepped = shown.round(register.decimals(), rounding);
        Decimal capacity = register.capacity();
        return capacity == null || stepped.compareTo(capacity) < 0 ? stepped : stepped.minus(capacity);
    }
}
