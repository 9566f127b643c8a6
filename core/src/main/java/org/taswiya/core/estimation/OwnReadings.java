package org.taswiya.core.estimation;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What customers have read themselves since their meter was last read.
///
/// It says what an estimate should be, and closes nothing: the next reading of the utility settles it like any
/// estimate.
///
/// @param shown use between the last reading of the utility and each own one, earliest first, without gap
public record OwnReadings(List<Usage> shown) {
    public static final OwnReadings NONE = new OwnReadings(List.of());

    private static final Comparator<Reading> BY_DAY = Comparator.comparing(Reading::at);

    public OwnReadings {
        shown = List.copyOf(shown);
    }

    /// Takes them out of all readings. Where one of them is lower than the one before and no exchange explains it,
    /// there are none: whether a dial has rolled over is not believed of an own reading.
    ///
    /// @param readings from the actual one that opens the gap on, in any order
    public static OwnReadings of(Register register, List<Reading> readings, List<MeterExchange> exchanges) {
        List<Reading> since = sinceLastActual(readings);
        if (since.size() < 2) {
            return NONE;
        }
        // What is expected is nothing, so that no use the other way round the dial is.
        return new Measurement(register, exchanges, Fraction.ZERO).measure(since) instanceof Measured(var intervals)
                ? new OwnReadings(intervals.stream()
                        .map(of -> new Usage(of.range(), of.usage(), UsageQuality.CUSTOMER))
                        .toList())
                : NONE;
    }

    /// The last actual reading and the customer's after it.
    private static List<Reading> sinceLastActual(List<Reading> readings) {
        List<Reading> since = new ArrayList<>();
        for (Reading reading : readings.stream().sorted(BY_DAY).toList()) {
            switch (reading) {
                case ActualReading actual -> {
                    since.clear();
                    since.add(actual);
                }
                case CustomerReading own when !since.isEmpty() -> since.add(own);
                case Reading _ -> {
                    // an estimate measures nothing, and before the first actual reading nothing does
                }
            }
        }
        return since;
    }

    /// What they show of some days, the days after the last of them as the mean of those since the utility's reading;
    /// empty when they reach less than half of the days.
    ///
    /// What lies wholly between two readings is certain; of the rest nobody knows better than half to double.
    ///
    /// @param daysEmpty on how many of some days the premise is known to be empty: of those that no reading reaches,
    ///     nothing is counted for them
    /// @param decimals the register's resolution
    /// @param edition of the methods
    Optional<Estimate> estimate(DateRange range, ToIntFunction<DateRange> daysEmpty, int decimals, int edition) {
        List<Usage> basis = shown.stream()
                .filter(of -> of.range().to().isAfter(range.from())
                        && of.range().from().isBefore(range.to()))
                .toList();
        if (basis.isEmpty() || daysReached(range) * 2 < range.days()) {
            return Optional.empty();
        }
        LocalDate last = shown.getLast().range().to();
        int empty = last.isBefore(range.to()) ? daysEmpty.applyAsInt(DateRange.of(last, range.to())) : 0;
        Fraction certain = Fraction.ZERO;
        Fraction other = perDay().times(Fraction.of(range.days() - daysReached(range) - empty));
        for (Usage usage : basis) {
            if (range.contains(usage.range())) {
                certain = certain.plus(Fraction.of(usage.quantity()));
            } else {
                other = other.plus(usage.within(range));
            }
        }
        Spread spread = Spread.unlearnt(EstimationMethod.CUSTOMER_READING);
        return Optional.of(new Estimate(
                range,
                rounded(certain.plus(other), decimals),
                rounded(certain.plus(other.times(ClassUse.units(spread.low()))), decimals),
                rounded(certain.plus(other.times(ClassUse.units(spread.high()))), decimals),
                false,
                EstimationMethod.CUSTOMER_READING,
                EstimationMethod.CUSTOMER_READING.version(edition),
                empty,
                basis,
                false,
                false));
    }

    private long daysReached(DateRange range) {
        LocalDate last = shown.getLast().range().to();
        return last.isBefore(range.to()) ? DateRange.of(range.from(), last).days() : range.days();
    }

    private Fraction perDay() {
        Fraction usage = Fraction.ZERO;
        long days = 0;
        for (Usage of : shown) {
            usage = usage.plus(Fraction.of(of.quantity()));
            days += of.range().days();
        }
        return usage.dividedBy(Fraction.of(days));
    }

    private static Decimal rounded(Fraction quantity, int decimals) {
        return quantity.round(decimals, RoundingMode.HALF_UP);
    }
}
