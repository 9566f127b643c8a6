package org.taswiya.core.metering;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeasurementOutcome.HeldMeasurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// Measures usage between readings.
///
/// A value lower than the one before is a rollover when the usage the other way round the dial is at most a tenth of
/// the dial and, where a daily average is known, at most five times what it lets expect. Where the records show an
/// exchange, each meter is measured by itself. Anything else is held: an estimate that was too high is no such case,
/// because estimated readings measure nothing.
public final class Measurement {

    /// More than this in one gap is no usage but a mistake.
    private static final Fraction USAGE_MAX = Fraction.of(1_000_000_000_000L);

    private static final Fraction ROLLOVER_SHARE_MAX = Fraction.of(1, 10);
    private static final Fraction EXPECTED_FACTOR_MAX = Fraction.of(5);

    /// Of two exchanges on one day the meter with the higher last value was taken away first: the other had hardly
    /// turned.
    private static final Comparator<MeterExchange> IN_ORDER = Comparator.comparing(MeterExchange::at)
            .thenComparing(MeterExchange::removed, Comparator.reverseOrder())
            .thenComparing(MeterExchange::installed, Comparator.reverseOrder());

    private final Register register;
    private final List<MeterExchange> exchanges;
    private final @Nullable Fraction expectedPerDay;

    /// Prepares to measure one register.
    ///
    /// @param register of the meter that is there in the end; how those before it counted is said by their exchanges
    /// @param exchanges in any order
    /// @param expectedPerDay usual usage a day in units after the multiplier; null when nothing is known
    public Measurement(Register register, List<MeterExchange> exchanges, @Nullable Fraction expectedPerDay) {
        this.register = register;
        this.exchanges = exchanges.isEmpty()
                ? List.of()
                : exchanges.stream().sorted(IN_ORDER).toList();
        this.expectedPerDay = expectedPerDay;
    }

    /// Measures the usage between each two consecutive readings.
    ///
    /// @param readings measuring readings, earliest first, at different days
    public MeasurementOutcome measure(List<Reading> readings) {
        List<MeasuredUsage> intervals = new ArrayList<>();
        for (int i = 1; i < readings.size(); i++) {
            switch (between(readings.get(i - 1), readings.get(i))) {
                case Leg.Counted leg -> {
                    DateRange range = DateRange.of(
                            readings.get(i - 1).at(), readings.get(i).at());
                    intervals.add(new MeasuredUsage(range, leg.usage(), leg.rolledOver()));
                }
                case Leg.Unexplained leg -> {
                    return new HeldMeasurement(leg.hold());
                }
            }
        }
        return new Measured(intervals);
    }

    /// What one meter counted between two values.
    private sealed interface Leg {
        record Counted(Decimal usage, boolean rolledOver) implements Leg {}

        record Unexplained(Hold hold) implements Leg {}
    }

    private Leg between(Reading first, Reading last) {
        LocalDate from = first.at();
        Decimal value = first.value();
        Decimal sum = Decimal.ZERO;
        boolean rolledOver = false;
        for (MeterExchange exchange : exchangesBetween(first, last)) {
            Register old = exchange.otherRegister().orElse(register);
            switch (leg(old, from, value, exchange.at(), exchange.removed())) {
                case Leg.Counted counted -> {
                    sum = sum.plus(counted.usage());
                    rolledOver |= counted.rolledOver();
                }
                case Leg.Unexplained unexplained -> {
                    return unexplained;
                }
            }
            from = exchange.at();
            value = exchange.installed();
        }
        return switch (leg(registerAt(last), from, value, last.at(), last.value())) {
            case Leg.Counted counted -> new Leg.Counted(sum.plus(counted.usage()), rolledOver || counted.rolledOver());
            case Leg.Unexplained unexplained -> unexplained;
        };
    }

    /// How the meter counts that shows a reading: the one that the next exchange takes away.
    private Register registerAt(Reading reading) {
        for (MeterExchange exchange : exchanges) {
            if (precedes(reading, exchange)) {
                return exchange.otherRegister().orElse(register);
            }
        }
        return register;
    }

    private List<MeterExchange> exchangesBetween(Reading first, Reading last) {
        if (exchanges.isEmpty()) {
            return exchanges;
        }
        return exchanges.stream()
                .filter(exchange -> precedes(first, exchange) && !precedes(last, exchange))
                .toList();
    }

    /// A reading is taken at the start of its day, so it precedes an exchange on that day. Only when less would have
    /// been used that day on the new meter than on the old one does it show the new one.
    private static boolean precedes(Reading reading, MeterExchange exchange) {
        if (!reading.at().equals(exchange.at())) {
            return reading.at().isBefore(exchange.at());
        }
        Decimal onOld = exchange.removed().minus(reading.value());
        Decimal onNew = reading.value().minus(exchange.installed());
        return onNew.signum() < 0 || onNew.compareTo(onOld) >= 0;
    }

    private Leg leg(Register register, LocalDate from, Decimal first, LocalDate to, Decimal last) {
        Decimal capacity = register.capacity();
        if (capacity != null && (first.compareTo(capacity) >= 0 || last.compareTo(capacity) >= 0)) {
            Decimal beyond = last.compareTo(capacity) >= 0 ? last : first;
            return held(
                    HoldReason.IMPLAUSIBLE_USAGE,
                    "value " + beyond + " does not fit a dial of " + register.digits() + " digits",
                    HoldFigures.NONE.number("value", beyond).number("dial", capacity));
        }
        if (last.compareTo(first) >= 0) {
            return counted(register, last.minus(first), false, from, to);
        }
        if (capacity == null || !isRollover(register, capacity.plus(last).minus(first), capacity, from, to)) {
            return held(
                    HoldReason.READING_LOWER,
                    "value " + last + " at " + to + " is lower than " + first + " at " + from
                            + ", and neither a rollover nor an exchange explains it",
                    HoldFigures.NONE
                            .number("value", last)
                            .day("at", to)
                            .number("before", first)
                            .day("since", from));
        }
        return counted(register, capacity.plus(last).minus(first), true, from, to);
    }

    private boolean isRollover(
            Register register, Decimal roundTheDial, Decimal capacity, LocalDate from, LocalDate to) {
        Fraction onDial = Fraction.of(roundTheDial);
        if (onDial.compareTo(ROLLOVER_SHARE_MAX.times(capacity)) > 0) {
            return false;
        }
        if (expectedPerDay == null) {
            return true;
        }
        Fraction expected = expectedPerDay.times(Fraction.of(ChronoUnit.DAYS.between(from, to)));
        return onDial.times(register.multiplier()).compareTo(expected.times(EXPECTED_FACTOR_MAX)) <= 0;
    }

    private static Leg counted(Register register, Decimal onDial, boolean rolledOver, LocalDate from, LocalDate to) {
        if (Fraction.of(onDial).times(register.multiplier()).compareTo(USAGE_MAX) > 0) {
            return held(
                    HoldReason.IMPLAUSIBLE_USAGE,
                    "usage from " + from + " to " + to + " is more than " + USAGE_MAX + " units",
                    HoldFigures.NONE.day("from", from).day("to", to).number("most", USAGE_MAX.toDecimal(0)));
        }
        return new Leg.Counted(onDial.times(register.multiplier()), rolledOver);
    }

    private static Leg held(HoldReason reason, String found, HoldFigures figures) {
        return new Leg.Unexplained(new Hold(reason, found, figures));
    }
}
