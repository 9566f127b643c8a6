package org.taswiya.store.billing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// The periods of an agreement's gap and what each has been billed: the sum of what all bills that stand claim for it.
///
/// A period of which every bill was cancelled is billed anew with what follows, unless a later period is billed: then
/// it stays, billed with nothing, so that the periods follow each other without gap.
final class BilledPeriods {
    private static final Comparator<DateRange> BY_DAYS =
            Comparator.comparing(DateRange::from).thenComparing(DateRange::to);

    private final SortedMap<DateRange, Sum> periods = new TreeMap<>(BY_DAYS);

    private static final class Sum {
        Decimal usage = Decimal.ZERO;
        UsageQuality quality = UsageQuality.ACTUAL;
        boolean stands;
        final Map<String, Money> components = new TreeMap<>();
        final Map<String, Money> taxes = new TreeMap<>();
    }

    /// One segment of a bill that stands; call in the order of bill numbers. The last estimate stays on record, and
    /// only where there is none the last usage.
    void addUsage(DateRange range, Decimal usage, boolean isEstimated) {
        Sum sum = periods.computeIfAbsent(range, _ -> new Sum());
        sum.stands = true;
        if (isEstimated || sum.quality == UsageQuality.ACTUAL) {
            sum.usage = usage;
            sum.quality = isEstimated ? UsageQuality.ESTIMATED : UsageQuality.ACTUAL;
        }
    }

    /// One segment of a bill that was taken back.
    void addCancelled(DateRange range) {
        periods.computeIfAbsent(range, _ -> new Sum());
    }

    /// One amount of a segment whose bill stands.
    void addAmount(DateRange range, boolean isTax, String code, Money claimed) {
        Sum sum = periods.computeIfAbsent(range, _ -> new Sum());
        (isTax ? sum.taxes : sum.components).merge(code, claimed, Money::plus);
    }

    List<BilledPeriod> toList() {
        List<BilledPeriod> billed = new ArrayList<>();
        periods.forEach((range, sum) -> {
            if (sum.stands || isBetweenStanding(range)) {
                billed.add(
                        new BilledPeriod(range, sum.usage, sum.quality, Amounts.itemised(sum.components, sum.taxes)));
            }
        });
        return billed;
    }

    private boolean isBetweenStanding(DateRange range) {
        boolean later = false;
        for (Map.Entry<DateRange, Sum> other : periods.entrySet()) {
            if (other.getValue().stands) {
                if (other.getKey().daysShared(range) > 0) {
                    return false;
                }
                later |= !other.getKey().from().isBefore(range.to());
            }
        }
        return later;
    }
}
