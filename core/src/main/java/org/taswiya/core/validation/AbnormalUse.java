package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.OrdinaryUse;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// Leaks and surges, looked for at each reading that is accepted.
///
/// Where a meter keeps hours: a flow that never stops, for some days in a row. Elsewhere: more than is ordinary for the
/// meter at this season, by a limit that its own scatter sets.
public final class AbnormalUse {
    /// On the day the clocks go forward.
    private static final int HOURS_OF_THE_SHORTEST_DAY = 23;

    private AbnormalUse() {}

    /// What a customer should be told when a reading counts: of the days up to it, and of those from it to the next
    /// reading where that one was known before; it is only now known what was used in these.
    public static List<UseAlarm> look(ReceivedReading received, AlarmLimits limits) {
        Reading now = received.reading();
        KnownRegister known = received.known().without(now.at());
        List<UseAlarm> alarms = new ArrayList<>(1);
        known.measuringBefore(now.at())
                .flatMap(before -> leg(known, before, now, received.intervals(), limits))
                .ifPresent(alarms::add);
        known.measuringAfter(now.at())
                .flatMap(after -> leg(known.with(now), now, after, null, limits))
                .ifPresent(alarms::add);
        return alarms;
    }

    private static Optional<UseAlarm> leg(
            KnownRegister known, Reading first, Reading last, @Nullable IntervalUse intervals, AlarmLimits limits) {
        if (!(known.between(first, last) instanceof Measured(var measured))) {
            return Optional.empty();
        }
        Usage use = new Usage(measured.getFirst().range(), measured.getFirst().usage(), UsageQuality.ACTUAL);
        return intervals == null && !isBeyondLeastDifference(use, Fraction.ZERO, limits)
                ? Optional.empty()
                : look(known.actualUse(last.at()), use, intervals, limits);
    }

    /// What a customer should be told; nothing for what is ordinary, or of which too little is known. One thing at
    /// most: what never stops says more than that it is much.
    ///
    /// @param past what was used before
    /// @param use what the reading has shown
    /// @param intervals hours of these days; null where none are kept
    public static Optional<UseAlarm> look(
            List<Usage> past, Usage use, @Nullable IntervalUse intervals, AlarmLimits limits) {
        Optional<UseAlarm> flow = intervals == null
                ? Optional.empty()
                : continuousFlow(use.range().to(), intervals.days(), limits);
        return flow.isPresent()
                ? flow
                : OrdinaryUse.beside(use, past, limits.leastShare()).flatMap(ordinary -> surge(ordinary, use, limits));
    }

    /// The first days in a row, as many as it takes, of which the smallest hour is above the limit.
    private static Optional<UseAlarm> continuousFlow(LocalDate at, List<IntervalUse.Day> days, AlarmLimits limits) {
        List<List<Decimal>> inARow = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            boolean follows =
                    i > 0 && days.get(i).day().equals(days.get(i - 1).day().plusDays(1));
            if (!follows) {
                inARow.clear();
            }
            List<Decimal> hours = days.get(i).hours();
            if (isFlow(hours, limits)) {
                inARow.add(hours);
            } else {
                inARow.clear();
            }
            if (inARow.size() >= limits.flowDays()) {
                LocalDate end = days.get(i).day().plusDays(1);
                return Optional.of(flow(at, DateRange.of(end.minusDays(inARow.size()), end), inARow, limits));
            }
        }
        return Optional.empty();
    }

    /// A day known as one sum, or with hours missing, may have rested in any of them: it is no flow.
    private static boolean isFlow(List<Decimal> hours, AlarmLimits limits) {
        return hours.size() >= HOURS_OF_THE_SHORTEST_DAY
                && hours.stream().allMatch(hour -> hour.compareTo(limits.flowAbove()) > 0);
    }

    private static UseAlarm flow(LocalDate at, DateRange range, List<List<Decimal>> days, AlarmLimits limits) {
        List<Decimal> hours = days.stream().flatMap(List::stream).toList();
        Decimal use = hours.stream().reduce(Decimal.ZERO, Decimal::plus);
        Decimal smallest = hours.stream().min(Decimal::compareTo).orElse(Decimal.ZERO);
        Map<String, Fraction> values = Found.values(
                "use", Fraction.of(use), "smallest", Fraction.of(smallest), "hours", Fraction.of(hours.size()));
        values.put("limit", Fraction.of(limits.flowAbove()));
        return new UseAlarm(
                UseAlarm.Kind.CONTINUOUS_FLOW,
                at,
                range,
                values,
                "for " + range.days() + " days, from " + range.from() + ", at least " + smallest
                        + " flowed in every hour of day and night");
    }

    /// Whether more was used than is ordinary.
    public static Optional<UseAlarm> surge(OrdinaryUse ordinary, Usage use, AlarmLimits limits) {
        Fraction used = Fraction.of(use.quantity());
        Fraction most = ordinary.most(limits.scatters(), limits.leastShare());
        Fraction usual = ordinary.usual();
        boolean isSurge = used.compareTo(most) > 0 && isBeyondLeastDifference(use, usual, limits);
        return !isSurge
                ? Optional.empty()
                : Optional.of(new UseAlarm(
                        UseAlarm.Kind.SURGE,
                        use.range().to(),
                        use.range(),
                        Found.values("use", used, "usual", usual, "limit", most),
                        use.quantity() + " used in " + use.range().days() + " days, where " + told(usual)
                                + " are usual at this season and at most " + told(most) + " ordinary"));
    }

    private static boolean isBeyondLeastDifference(Usage use, Fraction usual, AlarmLimits limits) {
        return Fraction.of(use.quantity()).minus(usual).compareTo(Fraction.of(limits.leastDifference())) > 0;
    }
}
