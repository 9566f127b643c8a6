package org.taswiya.core.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ReadingLimits.AverageLimits;
import org.taswiya.core.validation.ReadingLimits.ProlongedLimits;
import org.taswiya.core.validation.ReadingLimits.YearLimits;

/// A register whose meter used a hundred steps of its dial a month for fourteen months up to March 2020. Of the 31 days
/// after, it lets expect 50 to 204 of them.
final class SampleRegister {
    static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    static final LocalDate TODAY = LocalDate.of(2020, 7, 1);

    static final ReadingLimits LIMITS = new ReadingLimits(
            new AverageLimits(Decimal.of(3), Decimal.parse("0.2"), Decimal.of(10), 365, Decimal.parse("0.5")),
            new YearLimits(Decimal.of(2), Decimal.parse("0.5")),
            Decimal.parse("1.8"),
            Decimal.parse("0.02"),
            20,
            Decimal.of(5),
            true,
            new ProlongedLimits(3, 120),
            AlarmLimits.MEASURED);

    private static final int MONTHS = 14;
    private static final long A_MONTH = 100;

    @Nullable Integer digits = 5;

    int decimals;
    Decimal multiplier = Decimal.ONE;
    final List<Reading> readings = new ArrayList<>();
    final List<MeterExchange> exchanges = new ArrayList<>();
    final List<DateRange> inactive = new ArrayList<>();
    final List<DateRange> billedOnEstimates = new ArrayList<>();
    final Map<LocalDate, Decimal> leastHours = new HashMap<>();
    LocalDate installedAt = LocalDate.of(2018, 1, 1);

    @Nullable LocalDate removedAt;

    /// @param inMarch what the dial showed on 1 March 2020
    static SampleRegister steady(String inMarch) {
        SampleRegister sample = new SampleRegister();
        for (int back = MONTHS; back >= 0; back--) {
            Decimal value = Decimal.parse(inMarch).minus(Decimal.of(A_MONTH * back));
            Decimal shown = value.signum() < 0 ? value.plus(Decimal.of(100_000)) : value;
            sample.readings.add(new ActualReading(MARCH.minusMonths(back), shown, "round"));
        }
        return sample;
    }

    KnownRegister known() {
        Register register = new Register(digits, decimals, multiplier, Unit.KILOWATT_HOUR);
        return new KnownRegister(
                register, readings, exchanges, installedAt, removedAt, leastHours, inactive, billedOnEstimates);
    }

    ReceivedReading received(Reading reading) {
        return ReceivedReading.of(known(), reading, Unit.KILOWATT_HOUR);
    }

    ValidationOutcome judged(Reading reading) {
        return Validation.validate(received(reading), LIMITS, TODAY);
    }

    /// `A 2020-04-01 1100`: actual, `C` by the customer, `E` estimated.
    static Reading reading(String text) {
        String[] words = text.strip().split(" ");
        LocalDate at = LocalDate.parse(words[1]);
        Decimal value = Decimal.parse(words[2]);
        return switch (words[0]) {
            case "A" -> new ActualReading(at, value, "round");
            case "C" -> new CustomerReading(at, value, "portal");
            case "E" -> new EstimatedReading(at, value, "last-year");
            default -> throw new IllegalArgumentException(text);
        };
    }
}
