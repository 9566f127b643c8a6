package org.taswiya.web.use;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.UsedPeriod;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.web.Site;
import org.taswiya.web.agency.BillsMade;

/// What a service was used in the last thirteen months, and in the same days of the year before.
///
/// @param months earliest first
public record UsedMonths(Unit unit, List<Month> months) {
    private static final int SHOWN = BillToPrint.MONTHS_BEFORE;
    private static final int LOOKED_BACK = 2 * SHOWN;

    /// How many bills are tried: one that cannot be made as it was hides no others.
    private static final int TRIED = 3;

    public UsedMonths {
        months = List.copyOf(months);
    }

    /// One period of a bill.
    ///
    /// @param before what was used on the same days a year earlier; null where not all of them are known
    /// @param isBeforeEstimated whether that is an estimate, in part or in whole
    public record Month(UsedPeriod used, @Nullable Decimal before, boolean isBeforeEstimated) {
        /// What is more than a year before; below zero what is less.
        public Optional<Decimal> more() {
            return before == null ? Optional.empty() : Optional.of(used.usage().minus(before));
        }
    }

    /// Of a service that the customer takes, and only since they take it; empty where no bill tells of it.
    ///
    /// @param site seen by nobody in particular: a bill may rest on readings of before they came
    public static Optional<UsedMonths> of(Site site, StatedAgreement agreement) {
        return agreement.bills().stream()
                .limit(TRIED)
                .flatMap(serial -> BillsMade.of(site, new BillNumber(serial), LOOKED_BACK).stream())
                .findFirst()
                .map(bill -> of(bill, agreement));
    }

    private static UsedMonths of(ReprintedBill.Same bill, StatedAgreement agreement) {
        List<UsedPeriod> known = UsedPeriod.of(bill.toPrint(), LOOKED_BACK).stream()
                .filter(period -> !period.range().from().isBefore(agreement.from()))
                .toList();
        int decimals = bill.document().agreement().register().decimals();
        List<Usage> usages = known.stream().map(UsedPeriod::asUsage).toList();
        List<Month> months = new ArrayList<>();
        for (UsedPeriod period : shown(known)) {
            months.add(month(period, usages, decimals));
        }
        return new UsedMonths(bill.document().agreement().register().unit(), months);
    }

    private static List<UsedPeriod> shown(List<UsedPeriod> known) {
        if (known.isEmpty()) {
            return known;
        }
        var since = known.getLast().range().to().minusMonths(SHOWN);
        List<UsedPeriod> late = known.stream()
                .filter(period -> !period.range().from().isBefore(since))
                .toList();
        return late.subList(Math.max(0, late.size() - SHOWN), late.size());
    }

    private static Month month(UsedPeriod period, List<Usage> usages, int decimals) {
        DateRange yearBefore = period.range().yearsEarlier(1).orElse(null);
        if (yearBefore == null) {
            return new Month(period, null, false);
        }
        long known = 0;
        boolean isEstimated = false;
        for (Usage usage : usages) {
            long shared = usage.range().daysShared(yearBefore);
            known += shared;
            isEstimated |= shared > 0 && usage.quality() == UsageQuality.ESTIMATED;
        }
        return known < yearBefore.days()
                ? new Month(period, null, false)
                : new Month(
                        period, Usage.within(yearBefore, usages).round(decimals, RoundingMode.HALF_UP), isEstimated);
    }

    /// What was used in those periods of which the year before is known.
    public Decimal comparable() {
        return months.stream()
                .filter(month -> month.before() != null)
                .map(month -> month.used().usage())
                .reduce(Decimal.ZERO, Decimal::plus);
    }

    /// What was used on the same days of the year before; empty where none is known.
    public Optional<Decimal> yearBefore() {
        return months.stream()
                .flatMap(month -> Optional.ofNullable(month.before()).stream())
                .reduce(Decimal::plus);
    }
}
