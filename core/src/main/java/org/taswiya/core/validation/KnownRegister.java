package org.taswiya.core.validation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;

/// What the books know of a register when a reading comes in.
public final class KnownRegister {
    private final Register register;
    private final KnownReadings readings;
    private final List<MeterExchange> exchanges;
    private final LocalDate installedAt;
    private final @Nullable LocalDate removedAt;
    private final List<DateRange> inactive;
    private final List<DateRange> billedOnEstimates;

    /// @param readings in force, one a day, in any order; the value at the day of installation is one of them
    /// @param register of the meter that is there in the end; how those before it counted is said by their exchanges
    /// @param exchanges of the meter, in any order
    /// @param installedAt the first day on which it can be read
    /// @param removedAt the last day on which it can be read; null while it is in place
    /// @param leastHours of days whose hours a feed has brought, the smallest, in units after the multiplier and
    ///     rounded down; by the day of the reading at the day's end
    /// @param inactive days on which the premise was empty or nobody had an agreement
    /// @param billedOnEstimates periods that begin on or after the last reading and were billed on estimates, by the
    ///     bills that stand
    public KnownRegister(
            Register register,
            Collection<Reading> readings,
            List<MeterExchange> exchanges,
            LocalDate installedAt,
            @Nullable LocalDate removedAt,
            Map<LocalDate, Decimal> leastHours,
            List<DateRange> inactive,
            List<DateRange> billedOnEstimates) {
        this(
                register,
                KnownReadings.of(readings, leastHours),
                List.copyOf(exchanges),
                installedAt,
                removedAt,
                List.copyOf(inactive),
                List.copyOf(billedOnEstimates));
    }

    private KnownRegister(
            Register register,
            KnownReadings readings,
            List<MeterExchange> exchanges,
            LocalDate installedAt,
            @Nullable LocalDate removedAt,
            List<DateRange> inactive,
            List<DateRange> billedOnEstimates) {
        this.register = register;
        this.readings = readings;
        this.exchanges = exchanges;
        this.installedAt = installedAt;
        this.removedAt = removedAt;
        this.inactive = inactive;
        this.billedOnEstimates = billedOnEstimates;
    }

    /// The same, when one more reading counts. It takes the place of another one of its day.
    public KnownRegister with(Reading reading) {
        return with(reading, null);
    }

    /// The same, when one more reading counts. It takes the place of another one of its day.
    ///
    /// @param leastHour of the day that it ends; null where that is not known
    public KnownRegister with(Reading reading, @Nullable Decimal leastHour) {
        return with(readings.with(reading, leastHour));
    }

    /// The same, without what somebody read on a day.
    public KnownRegister without(LocalDate day) {
        KnownReadings others = readings.without(day);
        return others == readings ? this : with(others);
    }

    /// The same, without readings before a day.
    public KnownRegister since(LocalDate day) {
        KnownReadings others = readings.since(day);
        return others == readings ? this : with(others);
    }

    private KnownRegister with(KnownReadings others) {
        return new KnownRegister(register, others, exchanges, installedAt, removedAt, inactive, billedOnEstimates);
    }

    /// How many readings are known.
    public int size() {
        return readings.size();
    }

    public Register register() {
        return register;
    }

    /// Of all days, earliest first.
    public List<Reading> readings() {
        return readings.byDay();
    }

    public List<MeterExchange> exchanges() {
        return exchanges;
    }

    public LocalDate installedAt() {
        return installedAt;
    }

    public @Nullable LocalDate removedAt() {
        return removedAt;
    }

    public List<DateRange> inactive() {
        return inactive;
    }

    public List<DateRange> billedOnEstimates() {
        return billedOnEstimates;
    }

    /// The smallest hour of the day that ends with a day's reading; null where that is not known.
    public @Nullable Decimal leastHour(LocalDate at) {
        return readings.leastHour(at);
    }

    /// How the meter counts that is in place on a day; on the day of an exchange, the new one.
    public Register registerOn(LocalDate day) {
        return exchanges.stream()
                .filter(exchange -> exchange.at().isAfter(day))
                .min(Comparator.comparing(MeterExchange::at))
                .flatMap(MeterExchange::otherRegister)
                .orElse(register);
    }

    /// The last value before a day that somebody read.
    public Optional<Reading> measuringBefore(LocalDate day) {
        return readings.lastBefore(day, Reading::isMeasuring);
    }

    /// The first value after a day that somebody read.
    public Optional<Reading> measuringAfter(LocalDate day) {
        return readings.firstAfter(day, Reading::isMeasuring);
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

    /// Since when the dial has stood still that shows on a day what it showed before, through all that somebody read in
    /// between: the first day on which it was read so, or that day itself. Never across days on which nobody is known
    /// to be, and no further back than a year: after that, nothing is what is usual.
    LocalDate stillSince(LocalDate day) {
        LocalDate since = day;
        while (true) {
            Reading before = measuringBefore(since).orElse(null);
            if (before == null
                    || before.at().isBefore(day.minusYears(1))
                    || inactiveDays(DateRange.of(before.at(), since)) > 0
                    || !useBetween(before.at(), since).filter(Decimal::isZero).isPresent()) {
                return since;
            }
            since = before.at();
        }
    }

    /// What somebody read on a day.
    public Optional<Reading> measuringOn(LocalDate day) {
        return on(day).filter(Reading::isMeasuring);
    }

    /// What the books have of a day, an estimate too.
    public Optional<Reading> on(LocalDate day) {
        return readings.on(day);
    }

    /// Estimates after one day, up to another and on it.
    List<Reading> estimatedBetween(LocalDate after, LocalDate to) {
        return readings.estimatedBetween(after, to);
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
        return measurement().measure(List.of(first, last));
    }

    /// What was used between actual readings before a day. A leg that cannot be explained, such as one below zero, is
    /// left out rather than taken for use.
    public List<Usage> actualUse(LocalDate before) {
        return actualUse(LocalDate.MIN, before);
    }

    /// The same, of legs that reach beyond a day.
    List<Usage> actualUse(LocalDate since, LocalDate before) {
        return readings.actualUse(measurement(), since, before);
    }

    private Measurement measurement() {
        return new Measurement(register, exchanges, null);
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
