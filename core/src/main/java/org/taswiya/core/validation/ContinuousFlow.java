package org.taswiya.core.validation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// A flow that never stops, for some days in a row, each of them read as one and known with its smallest hour.
///
/// The whole run around a day that comes to count is looked at, the days before it and those behind, and its first days
/// are what is told of it: so the same is told in whatever order the days come, and of a run of weeks once.
final class ContinuousFlow {
    /// So many days more than it takes are looked back. What began before was told while it was shorter.
    private static final int MORE_DAYS_BACK = 31;

    private final KnownRegister known;
    private final AlarmLimits limits;

    private ContinuousFlow(KnownRegister known, AlarmLimits limits) {
        this.known = known;
        this.limits = limits;
    }

    /// What is told of the run around a day; nothing where it is too short.
    ///
    /// @param known with the reading at the end of the day
    /// @param at the day of that reading
    /// @param isPutRight whether the reading took the place of another value: what the days behind it used rests on the
    ///     old one until they come again
    static Optional<UseAlarm> around(KnownRegister known, LocalDate at, boolean isPutRight, AlarmLimits limits) {
        return new ContinuousFlow(known, limits).around(at, isPutRight);
    }

    private Optional<UseAlarm> around(LocalDate at, boolean isPutRight) {
        if (!flowsBefore(at)) {
            return Optional.empty();
        }
        LocalDate earliest = at.minusDays(limits.flowDays() + MORE_DAYS_BACK);
        LocalDate from = at.minusDays(1);
        while (from.isAfter(earliest) && flowsBefore(from)) {
            from = from.minusDays(1);
        }
        LocalDate to = from.plusDays(limits.flowDays());
        boolean isTold = flowsBefore(from);
        return isTold || isPutRight && to.isAfter(at) || !flowsUpTo(to, at)
                ? Optional.empty()
                : told(DateRange.of(from, to));
    }

    private boolean flowsUpTo(LocalDate to, LocalDate from) {
        for (LocalDate at = from.plusDays(1); !at.isAfter(to); at = at.plusDays(1)) {
            if (!flowsBefore(at)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the day that ends with a reading was read as one and never rested. A day known as one sum, or with hours
    /// missing, may have rested in any of them.
    private boolean flowsBefore(LocalDate at) {
        Decimal least = known.leastHour(at);
        return least != null
                && least.compareTo(limits.flowAbove()) > 0
                && known.measuringOn(at).filter(ActualReading.class::isInstance).isPresent()
                && known.isRead(at.minusDays(1));
    }

    private Optional<UseAlarm> told(DateRange range) {
        return known.useBetween(range.from(), range.to()).map(use -> alarm(range, use, smallest(range)));
    }

    private Decimal smallest(DateRange range) {
        return Stream.iterate(range.from().plusDays(1), at -> !at.isAfter(range.to()), at -> at.plusDays(1))
                .map(known::leastHour)
                .filter(Objects::nonNull)
                .min(Decimal::compareTo)
                .orElse(Decimal.ZERO);
    }

    private UseAlarm alarm(DateRange range, Decimal use, Decimal smallest) {
        Map<String, Fraction> values = Found.values(
                "use", Fraction.of(use), "smallest", Fraction.of(smallest), "limit", Fraction.of(limits.flowAbove()));
        return new UseAlarm(
                UseAlarm.Kind.CONTINUOUS_FLOW,
                range.to(),
                range,
                values,
                "for " + range.days() + " days, from " + range.from() + ", at least " + smallest
                        + " flowed in every hour of day and night");
    }
}
