package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.util.List;
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

    /// What a customer should be told when a reading has been accepted.
    public static Optional<UseAlarm> look(ReceivedReading received, AlarmLimits limits) {
        Reading now = received.reading();
        KnownRegister known = received.known();
        return known.measuringBefore(now.at())
                .flatMap(before -> known.between(before, now) instanceof Measured(var intervals)
                        ? Optional.of(intervals.getFirst())
                        : Optional.empty())
                .flatMap(leg -> look(
                        known.actualUse(now.at()),
                        new Usage(leg.range(), leg.usage(), UsageQuality.ACTUAL),
                        received.intervals(),
                        limits));
    }

    /// What a customer should be told; nothing for what is ordinary, or of which too little is known.
    ///
    /// @param past what was used before
    /// @param use what the reading has shown
    /// @param intervals hours of these days; null where none are kept
    public static Optional<UseAlarm> look(
            List<Usage> past, Usage use, @Nullable IntervalUse intervals, AlarmLimits limits) {
        Optional<UseAlarm> flow = intervals == null ? Optional.empty() : continuousFlow(intervals.days(), limits);
        return flow.isPresent()
                ? flow
                : OrdinaryUse.of(use.range(), past).flatMap(ordinary -> surge(ordinary, use, limits));
    }

    /// The first days in a row, as many as it takes, of which the smallest hour is above the limit.
    private static Optional<UseAlarm> continuousFlow(List<IntervalUse.Day> days, AlarmLimits limits) {
        int inARow = 0;
        Decimal smallest = Decimal.ZERO;
        for (int i = 0; i < days.size(); i++) {
            Decimal least = days.get(i).uses().stream().min(Decimal::compareTo).orElse(Decimal.ZERO);
            boolean follows =
                    i > 0 && days.get(i).day().equals(days.get(i - 1).day().plusDays(1));
            boolean isFlow = keepsHours(days.get(i)) && least.compareTo(limits.flowAbove()) > 0;
            smallest = isFlow && follows && inARow > 0 && smallest.compareTo(least) < 0 ? smallest : least;
            inARow = !isFlow ? 0 : follows ? inARow + 1 : 1;
            if (inARow >= limits.flowDays()) {
                DateRange range = DateRange.of(
                        days.get(i - inARow + 1).day(), days.get(i).day().plusDays(1));
                return Optional.of(flow(range, smallest, limits));
            }
        }
        return Optional.empty();
    }

    /// A day known as one sum, or with hours missing, may have rested in any of them: it is no flow.
    private static boolean keepsHours(IntervalUse.Day day) {
        return day.uses().size() >= HOURS_OF_THE_SHORTEST_DAY;
    }

    private static UseAlarm flow(DateRange range, Decimal smallest, AlarmLimits limits) {
        return new UseAlarm(
                UseAlarm.Kind.CONTINUOUS_FLOW,
                range,
                Found.values("smallest", Fraction.of(smallest), "limit", Fraction.of(limits.flowAbove())),
                "for " + range.days() + " days, from " + range.from() + ", at least " + smallest
                        + " flowed in every hour of day and night");
    }

    /// Whether more was used than is ordinary.
    public static Optional<UseAlarm> surge(OrdinaryUse ordinary, Usage use, AlarmLimits limits) {
        Fraction used = Fraction.of(use.quantity());
        Fraction most = ordinary.most(limits.scatters(), limits.leastShare());
        Fraction usual = ordinary.usual();
        boolean isSurge =
                used.compareTo(most) > 0 && used.minus(usual).compareTo(Fraction.of(limits.leastDifference())) > 0;
        return !isSurge
                ? Optional.empty()
                : Optional.of(new UseAlarm(
                        UseAlarm.Kind.SURGE,
                        use.range(),
                        Found.values("use", used, "usual", usual, "limit", most),
                        use.quantity() + " used in " + use.range().days() + " days, where " + told(usual)
                                + " are usual at this season and at most " + told(most) + " ordinary"));
    }
}
