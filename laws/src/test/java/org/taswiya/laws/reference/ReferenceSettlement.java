package org.taswiya.laws.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BackBilling;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.laws.reference.ReferenceRating.Rated;

/// Settles a case by the letter of `exact.md` 8 to 14 and 16.
public final class ReferenceSettlement {

    /// Volumes of more steps are not searched: every state of the search is kept.
    public static final long STEPS_MAX = 100;

    /// Settled when there are no reasons.
    public record Answer(
            Set<HoldReason> reasons,
            Ratio usage,
            List<SettledPeriod> periods,
            Sums trueUp,
            Sums dueNow,
            Sums writtenOff,
            @Nullable Evidence proof) {}

    /// One period of a settlement.
    public record SettledPeriod(
            DateRange range,
            boolean isCurrent,
            Ratio usage,
            Sums billed,
            Rated rated,
            Sums difference,
            Sums chargeable) {}

    /// The proof; the two searched divisions are empty above [#STEPS_MAX].
    public record Evidence(
            BigDecimal monthWise, BigDecimal lump, Optional<Division> cheapest, Optional<Division> dearest) {}

    /// One way to divide the volume.
    public record Division(BigDecimal total, List<Ratio> usage) {}

    private final ReferenceGap gap;

    private ReferenceSettlement(SettlementCase input) {
        this.gap = new ReferenceGap(input);
    }

    public static Answer settle(SettlementCase input) {
        return new ReferenceSettlement(input).settle();
    }

    /// Whether it can be settled here: favourable allocations of large volumes are not searched.
    public static boolean canSettle(SettlementCase input) {
        ReferenceGap gap = new ReferenceGap(input);
        return !(input.allocation() instanceof AllocationPolicy.Favourable)
                || !gap.reasons.isEmpty()
                || gap.steps(gap.volume()) <= STEPS_MAX;
    }

    /// Whether a reading of the case is told to be a rollover.
    public static boolean rollsOver(SettlementCase input) {
        return new ReferenceMeasurement(input).rolledOver;
    }

    private Answer settle() {
        if (!gap.reasons.isEmpty()) {
            return new Answer(gap.reasons, Ratio.ZERO, List.of(), Sums.NONE, Sums.NONE, Sums.NONE, null);
        }
        ReferenceDivision division = new ReferenceDivision(gap);
        Ratio[] usage = division.allocated();
        List<SettledPeriod> settled = new ArrayList<>();
        Sums trueUp = Sums.NONE;
        Sums dueNow = Sums.NONE;
        Sums writtenOff = Sums.NONE;
        for (int i = 0; i < usage.length; i++) {
            DateRange range = gap.periods.get(i);
            Rated rated = gap.tariffs.get(i).rate(usage[i]);
            Sums before = gap.isCurrent(i) ? Sums.NONE : billed(i);
            Sums difference = rated.sums().minus(before);
            Sums chargeable = chargeable(range, difference);
            settled.add(new SettledPeriod(range, gap.isCurrent(i), usage[i], before, rated, difference, chargeable));
            trueUp = gap.isCurrent(i) ? trueUp : trueUp.plus(chargeable);
            dueNow = dueNow.plus(chargeable);
            writtenOff = writtenOff.plus(difference.minus(chargeable));
        }
        return new Answer(gap.reasons, gap.volume(), settled, trueUp, dueNow, writtenOff, division.proof(usage));
    }

    private Sums billed(int period) {
        Amounts amounts = gap.billed.get(period).amounts();
        Decimal usage = gap.billed.get(period).usage();
        return amounts != null
                ? Sums.of(amounts)
                : gap.tariffs.get(period).rate(Ratio.of(usage)).sums();
    }

    private Sums chargeable(DateRange range, Sums difference) {
        BackBilling cap = gap.input.backBilling();
        if (cap == null || difference.total().signum() <= 0) {
            return difference;
        }
        long days = 0;
        for (LocalDate day : range.from().datesUntil(range.to()).toList()) {
            if (!day.isBefore(cap.limit())) {
                days++;
            }
        }
        if (days == range.days()) {
            return difference;
        }
        Ratio share = Ratio.of(days, range.days());
        return difference.each(amount -> Ratio.of(amount).times(share).rounded(2, RoundingMode.FLOOR));
    }
}
