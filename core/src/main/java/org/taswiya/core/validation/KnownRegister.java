package org.taswiya.core.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// What the books know of a register when a reading comes in.
///
/// @param readings in force, one a day, in any order; the value at the day of installation is one of them
/// @param register of the meter that is there in the end; how those before it counted is said by their exchanges
/// @param exchanges of the meter, in any order
/// @param installedAt the first day on which it can be read
/// @param removedAt the last day on which it can be read; null while it is in place
/// @param leastHours of days whose hours a feed has brought, the smallest, in units after the multiplier and rounded
///     down; by the day of the reading at the day's end
/// @param inactive days on which the premise was empty or nobody had an agreement
/// @param billedOnEstimates periods that begin on or after the last reading and were billed on estimates, by the bills
///     that stand
public record KnownRegister(
        Register register,
        List<Reading> readings,
        List<MeterExchange> exchanges,
        LocalDate installedAt,
        @Nullable LocalDate removedAt,
        Map<LocalDate, Decimal> leastHours,
        List<DateRange> inactive,
        List<DateRange> billedOnEstimates) {

    public KnownRegister {
        readings = readings.stream().sorted(Comparator.comparing(Reading::at)).toList();
        exchanges = List.copyOf(exchanges);
        leastHours = Map.copyOf(leastHours);
        inactive = List.copyOf(inactive);
        billedOnEstimates = List.copyOf(billedOnEstimates);
    }

    /// The same, when one more reading counts.
    public KnownRegister with(Reading reading) {
        return with(reading, null);
    }

    /// The same, when one more reading counts.
    ///
    /// @param leastHour of the day that it ends; null where that is not known
    public KnownRegister with(Reading reading, @Nullable Decimal leastHour) {
        KnownRegister others = without(reading.at());
        List<Reading> more = new ArrayList<>(others.readings());
        more.add(reading);
        Map<LocalDate, Decimal> hours = others.leastHours();
        if (leastHour != null) {
            hours = new HashMap<>(hours);
            hours.put(reading.at(), leastHour);
        }
        return with(more, hours);
    }

    /// The same, without what somebody read on a day.
    public KnownRegister without(LocalDate day) {
        Predicate<Reading> isOfDay =
                reading -> reading.isMeasuring() && reading.at().equals(day);
        if (readings.stream().noneMatch(isOfDay)) {
            return this;
        }
        Map<LocalDate, Decimal> hours = leastHours;
        if (hours.containsKey(day)) {
            hours = new HashMap<>(hours);
            hours.remove(day);
        }
        return with(readings.stream().filter(isOfDay.negate()).toList(), hours);
    }

    private KnownRegister with(List<Reading> others, Map<LocalDate, Decimal> hours) {
        return new KnownRegister(
                register, others, exchanges, installedAt, removedAt, hours, inactive, billedOnEstimates);
    }

    /// How the meter counts that is in place on a day; on the day of an exchange, the new one.
    Register registerOn(LocalDate day) {
        return exchanges.stream()
                .filter(exchange -> exchange.at().isAfter(day))
                .min(Comparator.comparing(MeterExchange::at))
                .flatMap(MeterExchange::otherRegister)
                .orElse(register);
    }

    /// The last value before a day that somebody read.
    public Optional<Reading> measuringBefore(LocalDate day) {
        return last(reading -> reading.isMeasuring() && reading.at().isBefore(day));
    }

    Optional<Reading> measuringAfter(LocalDate day) {
        return readings.stream()
                .filter(reading -> reading.isMeasuring() && reading.at().isAfter(day))
                .findFirst();
    }

    /// Whether somebody read it on a day.
    boolean isRead(LocalDate day) {
        return measuringOn(day).isPresent();
    }

    /// What it counted between two days on which somebody read it; empty when one of them is missing, or it cannot be
    /// told.
    Optional<Decimal> useBetween(LocalDate from, LocalDate to) {
        return measuringOn(from)
                .flatMap(first -> measuringOn(to)
                        .flatMap(last -> between(first, last) instanceof Measured(var intervals)
                                ? Optional.of(intervals.getFirst().usage())
                                : Optional.empty()));
    }

    Optional<Reading> measuringOn(LocalDate day) {
        return last(reading -> reading.isMeasuring() && reading.at().equals(day));
    }

    Optional<Reading> on(LocalDate day) {
        return last(reading -> reading.at().equals(day));
    }

    private Optional<Reading> last(Predicate<Reading> which) {
        return readings.reversed().stream().filter(which).findFirst();
    }

    /// Estimates after one day, up to another and on it.
    List<Reading> estimatedBetween(LocalDate after, LocalDate to) {
        return readings.stream()
                .filter(reading -> reading instanceof EstimatedReading
                        && reading.at().isAfter(after)
                        && !reading.at().isAfter(to))
                .toList();
    }

    /// How often it was estimated between a day on which somebody read it and another: periods that were billed on
    /// estimates and begin there, and estimates that came in and lie in none of these.
    long timesEstimated(LocalDate after, LocalDate to) {
        List<DateRange> billed = billedOnEstimates.stream()
                .filter(period ->
                        !period.from().isBefore(after) && period.from().isBefore(to))
                .distinct()
                .toList();
        long others = estimatedBetween(after, to).stream()
                .filter(estimate -> billed.stream()
                        .noneMatch(period -> estimate.at().isAfter(period.from())
                                && !estimate.at().isAfter(period.to())))
                .count();
        return billed.size() + others;
    }

    boolean isExchangedBetween(LocalDate from, LocalDate to) {
        return exchanges.stream()
                .anyMatch(exchange ->
                        !exchange.at().isBefore(from) && !exchange.at().isAfter(to));
    }

    /// What the register counted between two readings, or why it cannot be told.
    MeasurementOutcome between(Reading first, Reading last) {
        return new Measurement(register, exchanges, null).measure(List.of(first, last));
    }

    /// What was used between actual readings before a day. A leg that cannot be explained, such as one below zero, is
    /// left out rather than taken for use.
    public List<Usage> actualUse(LocalDate before) {
        return actualUse(LocalDate.MIN, before);
    }

    /// The same, of legs that reach beyond a day.
    List<Usage> actualUse(LocalDate since, LocalDate before) {
        Measurement measurement = new Measurement(register, exchanges, null);
        List<Usage> use = new ArrayList<>(readings.size());
        Reading last = null;
        for (Reading reading : readings) {
            if (!reading.at().isBefore(before)) {
                break;
            }
            if (reading instanceof ActualReading) {
                if (last != null
                        && reading.at().isAfter(since)
                        && measurement.measure(List.of(last, reading)) instanceof Measured(var intervals)) {
                    intervals.forEach(leg -> use.add(new Usage(leg.range(), leg.usage(), UsageQuality.ACTUAL)));
                }
                last = reading;
            }
        }
        return use;
    }

    /// How many of some days the premise was empty or nobody had an agreement.
    long inactiveDays(DateRange range) {
        List<DateRange> empty = inactive.stream()
                .filter(days -> days.daysShared(range) > 0)
                .sorted(Comparator.comparing(DateRange::from))
                .toList();
        long count = 0;
        LocalDate counted = range.from();
        for (DateRange days : empty) { // they may overlap, and each day counts once
            LocalDate from = days.from().isAfter(counted) ? days.from() : counted;
            LocalDate to = days.to().isBefore(range.to()) ? days.to() : range.to();
            if (from.isBefore(to)) {
                count += DateRange.of(from, to).days();
                counted = to;
            }
        }
        return count;
    }
}
