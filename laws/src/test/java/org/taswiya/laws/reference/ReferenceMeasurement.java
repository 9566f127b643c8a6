package org.taswiya.laws.reference;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;

/// Usage between readings by the letter of `exact.md` 3, 9 and 14.
final class ReferenceMeasurement {

    private static final Ratio USAGE_MAX = Ratio.of(1_000_000_000_000L, 1);

    private static final Comparator<MeterExchange> IN_ORDER = Comparator.comparing(MeterExchange::at)
            .thenComparing(MeterExchange::removed, Comparator.reverseOrder())
            .thenComparing(MeterExchange::installed, Comparator.reverseOrder());

    /// Usage between two consecutive readings, after the multiplier.
    record Interval(DateRange range, Ratio usage) {}

    final Set<HoldReason> reasons = EnumSet.noneOf(HoldReason.class);
    final List<Interval> intervals = new ArrayList<>();
    boolean rolledOver;

    private final SettlementCase input;

    ReferenceMeasurement(SettlementCase input) {
        this.input = input;
        List<Reading> actual = input.readings().stream()
                .filter(reading -> reading instanceof ActualReading)
                .sorted(Comparator.comparing(Reading::at))
                .toList();
        if (actual.size() < 2) {
            reasons.add(HoldReason.NO_ACTUAL_READING);
            return;
        }
        LocalDate first = actual.getFirst().at();
        LocalDate last = actual.getLast().at();
        List<Reading> measuring = input.readings().stream()
                .filter(Reading::isMeasuring)
                .filter(reading ->
                        !reading.at().isBefore(first) && !reading.at().isAfter(last))
                .sorted(Comparator.comparing(Reading::at))
                .toList();
        for (int i = 1; i < measuring.size() && reasons.isEmpty(); i++) {
            measure(measuring.get(i - 1), measuring.get(i));
        }
    }

    /// The first value that cannot be explained is the one that is reported.
    private void measure(Reading before, Reading after) {
        Ratio sum = Ratio.ZERO;
        LocalDate since = before.at();
        BigDecimal value = before.value().toBigDecimal();
        for (MeterExchange exchange : exchanges(before, after)) {
            Register old = exchange.otherRegister().orElse(input.register());
            sum = sum.plus(turned(old, value, exchange.removed().toBigDecimal(), since, exchange.at()));
            since = exchange.at();
            value = exchange.installed().toBigDecimal();
        }
        sum = sum.plus(turned(shown(after), value, after.value().toBigDecimal(), since, after.at()));
        intervals.add(new Interval(DateRange.of(before.at(), after.at()), sum));
    }

    /// A reading is taken at the start of its day, so an exchange on that day comes after it; but not when the reading
    /// is nearer to what the new meter began with than to what the old one ended with.
    private List<MeterExchange> exchanges(Reading before, Reading after) {
        return input.exchanges().stream()
                .filter(exchange -> comesAfter(before, exchange) && !comesAfter(after, exchange))
                .sorted(IN_ORDER)
                .toList();
    }

    /// By which register a reading was shown: of all exchanges that come after it, the earliest took that meter away.
    private Register shown(Reading reading) {
        return input.exchanges().stream()
                .filter(exchange -> comesAfter(reading, exchange))
                .min(IN_ORDER)
                .flatMap(MeterExchange::otherRegister)
                .orElse(input.register());
    }

    private static boolean comesAfter(Reading reading, MeterExchange exchange) {
        if (!reading.at().equals(exchange.at())) {
            return exchange.at().isAfter(reading.at());
        }
        BigDecimal value = reading.value().toBigDecimal();
        BigDecimal toRemoved = exchange.removed().toBigDecimal().subtract(value);
        BigDecimal fromInstalled = value.subtract(exchange.installed().toBigDecimal());
        return !(fromInstalled.signum() >= 0 && fromInstalled.compareTo(toRemoved) < 0);
    }

    /// What one dial turned from one value to another, as usage; a hold when that cannot be told.
    private Ratio turned(Register dialOf, BigDecimal start, BigDecimal end, LocalDate from, LocalDate to) {
        if (!reasons.isEmpty()) {
            return Ratio.ZERO;
        }
        Ratio multiplier = Ratio.of(dialOf.multiplier());
        Integer digits = dialOf.digits();
        if (digits != null) {
            BigDecimal dial = BigDecimal.TEN.pow(digits);
            if (start.compareTo(dial) >= 0 || end.compareTo(dial) >= 0) {
                reasons.add(HoldReason.IMPLAUSIBLE_USAGE);
                return Ratio.ZERO;
            }
        }
        if (end.compareTo(start) >= 0) {
            Ratio usage = Ratio.of(end.subtract(start)).times(multiplier);
            if (usage.compareTo(USAGE_MAX) > 0) {
                reasons.add(HoldReason.IMPLAUSIBLE_USAGE);
            }
            return usage;
        }
        if (digits != null) {
            BigDecimal dial = BigDecimal.TEN.pow(digits);
            BigDecimal otherWayRound = dial.subtract(start).add(end);
            Ratio usage = Ratio.of(otherWayRound).times(multiplier);
            Ratio average = averageOfHistory();
            boolean nearTheTop = otherWayRound.multiply(BigDecimal.TEN).compareTo(dial) <= 0;
            boolean expected = average == null
                    || usage.compareTo(Ratio.of(5 * DAYS.between(from, to), 1).times(average)) <= 0;
            if (nearTheTop && expected) {
                rolledOver = true;
                return usage;
            }
        }
        reasons.add(HoldReason.READING_LOWER);
        return Ratio.ZERO;
    }

    /// Usage a day of the history, else of the estimates billed, else of all that was billed; null without any.
    private @Nullable Ratio averageOfHistory() {
        Ratio usage = Ratio.ZERO;
        long days = 0;
        if (!input.history().isEmpty()) {
            for (Usage past : input.history()) {
                usage = usage.plus(Ratio.of(past.quantity()));
                days += past.range().days();
            }
        } else {
            boolean anyEstimated = input.billed().stream().anyMatch(BilledPeriod::isEstimated);
            for (BilledPeriod billed : input.billed()) {
                if (anyEstimated && !billed.isEstimated()) {
                    continue;
                }
                usage = usage.plus(Ratio.of(billed.usage()));
                days += billed.range().days();
            }
        }
        return days == 0 ? null : usage.over(Ratio.of(days, 1));
    }
}
