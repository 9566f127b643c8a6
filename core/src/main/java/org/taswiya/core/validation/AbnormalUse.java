package org.taswiya.core.validation;

import static org.taswiya.core.validation.ReadingFinding.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.estimation.OrdinaryUse;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// Leaks and surges, looked for at each reading that is accepted.
///
/// Where a feed brings hours: a flow that never stops, for some days in a row. Over a week and more: more than is
/// ordinary for the meter at this season, by a limit that its own scatter sets.
public final class AbnormalUse {
    private AbnormalUse() {}

    /// What a customer should be told when a reading counts: of the days up to it, and of those behind it that were
    /// known before; it is only now known what was used in these.
    ///
    /// @param known of the register, with the reading of the same day that counted before, if there was one
    /// @param leastHour of the day that the reading ends; null where that is not known
    public static List<UseAlarm> look(
            KnownRegister known, Reading now, @Nullable Decimal leastHour, AlarmLimits limits) {
        return look(known, now, leastHour, false, limits);
    }

    /// The same, of a dial that is counted anew.
    ///
    /// @param isMoving whether what is known of the days behind is not counted anew yet
    public static List<UseAlarm> look(
            KnownRegister known, Reading now, @Nullable Decimal leastHour, boolean isMoving, AlarmLimits limits) {
        List<UseAlarm> alarms = new ArrayList<>(1);
        KnownRegister others = known.without(now.at());
        if (leastHour != null) {
            boolean isPutRight = known.measuringOn(now.at())
                    .filter(before -> before.value().compareTo(now.value()) != 0)
                    .isPresent();
            ContinuousFlow.around(others.with(now, leastHour), now.at(), isMoving || isPutRight, limits)
                    .ifPresent(alarms::add);
        }
        others.measuringBefore(now.at())
                .flatMap(before -> leg(others, before, now, limits))
                .ifPresent(alarms::add);
        others.measuringAfter(now.at())
                .flatMap(after -> leg(others.with(now, leastHour), now, after, limits))
                .ifPresent(alarms::add);
        return alarms;
    }

    /// What a customer should be told of the days up to one that was counted anew: its smallest hour is what it was,
    /// but a day before it may have joined or left the run.
    public static Optional<UseAlarm> lookAnew(
            KnownRegister known, Reading now, @Nullable Decimal leastHour, AlarmLimits limits) {
        return leastHour == null
                ? Optional.empty()
                : ContinuousFlow.around(known.without(now.at()).with(now, leastHour), now.at(), true, limits);
    }

    private static Optional<UseAlarm> leg(KnownRegister known, Reading first, Reading last, AlarmLimits limits) {
        if (!(known.between(first, last) instanceof Measured(var measured))) {
            return Optional.empty();
        }
        Usage use = new Usage(measured.getFirst().range(), measured.getFirst().usage(), UsageQuality.ACTUAL);
        return isLongEnough(use) && isBeyondLeastDifference(use, Fraction.ZERO, limits)
                ? look(known.actualUse(last.at()), use, limits)
                : Optional.empty();
    }

    /// What a customer should be told; nothing for what is ordinary, of too few days, or of which too little is known.
    ///
    /// @param past what was used before
    /// @param use what the reading has shown
    public static Optional<UseAlarm> look(List<Usage> past, Usage use, AlarmLimits limits) {
        return isLongEnough(use)
                ? OrdinaryUse.beside(use, past, limits.leastShare()).flatMap(ordinary -> surge(ordinary, use, limits))
                : Optional.empty();
    }

    private static boolean isLongEnough(Usage use) {
        return use.range().days() >= AlarmLimits.SURGE_DAYS_LEAST;
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
