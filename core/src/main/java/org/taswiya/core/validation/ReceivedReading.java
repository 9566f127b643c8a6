package org.taswiya.core.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.ExpectedUse;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Unit;

/// A reading as it came in, beside what is known of its register.
///
/// @param known of the register, without this reading
/// @param reading actual or customer, as it would be written
/// @param unit in which its value was sent
/// @param siblings the other registers of the device
/// @param intervals what the device kept since the reading before; null where it keeps none
/// @param expected over the days since the last value that somebody read; null when nothing is known
public record ReceivedReading(
        KnownRegister known,
        Reading reading,
        Unit unit,
        List<Sibling> siblings,
        @Nullable IntervalUse intervals,
        @Nullable ExpectedUse expected) {

    public ReceivedReading {
        if (!reading.isMeasuring()) {
            throw new IllegalArgumentException("An estimate is not received: " + reading);
        }
        siblings = List.copyOf(siblings);
    }

    /// A reading of a device with one register that keeps no intervals, with what its own past lets expect.
    public static ReceivedReading of(KnownRegister known, Reading reading, Unit unit) {
        return of(known, reading, unit, List.of());
    }

    /// A reading of one of the registers of a device that keeps no intervals.
    public static ReceivedReading of(KnownRegister known, Reading reading, Unit unit, List<Sibling> siblings) {
        ExpectedUse expected = known.measuringBefore(reading.at())
                .flatMap(before -> expected(known, DateRange.of(before.at(), reading.at()), null))
                .orElse(null);
        return new ReceivedReading(known, reading, unit, siblings, null, expected);
    }

    /// The same of a device that keeps intervals.
    public ReceivedReading with(@Nullable IntervalUse kept) {
        return new ReceivedReading(known, reading, unit, siblings, kept, expected);
    }

    /// What a register lets expect over some days.
    ///
    /// @param ofClass what its class has shown about them; null when unknown
    public static Optional<ExpectedUse> expected(KnownRegister known, DateRange range, @Nullable ClassUse ofClass) {
        // The last reading before the range is the one at its first day; without the class, a year is looked back.
        LocalDate since = ofClass == null ? range.from().minusYears(1) : LocalDate.MIN;
        return ExpectedUse.of(
                range,
                known.actualUse(since, range.from().plusDays(1)),
                known.inactive(),
                ofClass,
                known.register().decimals());
    }
}
