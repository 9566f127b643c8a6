package org.taswiya.deliver.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.deliver.document.BillDocument;

/// What was used in one period of the last year, for the picture.
///
/// @param usage as it is known now
/// @param isEstimated whether that is still an estimate
/// @param settled the estimate that a reading has replaced; null where there is none
record UsedPeriod(
        DateRange range,
        Decimal usage,
        boolean isEstimated,
        @Nullable Decimal settled) {

    private static final int MONTHS = 13;

    /// The periods of the last thirteen months, earliest first.
    static List<UsedPeriod> of(BillDocument document) {
        List<UsedPeriod> all = new ArrayList<>();
        for (Usage usage : document.agreement().history()) {
            all.add(new UsedPeriod(usage.range(), usage.quantity(), usage.quality() == UsageQuality.ESTIMATED, null));
        }
        switch (document.bill().basis()) {
            case Basis.OnEstimate(Estimate estimate) -> {
                for (BilledPeriod billed : document.agreement().billed()) {
                    all.add(new UsedPeriod(billed.range(), billed.usage(), billed.isEstimated(), null));
                }
                all.add(new UsedPeriod(estimate.range(), estimate.quantity(), true, null));
            }
            case Basis.OnReading(Settled settled) -> settled.periods().forEach(period -> all.add(of(period)));
        }
        all.sort(Comparator.comparing(period -> period.range().from()));
        LocalDate since = all.getLast().range().to().minusMonths(MONTHS);
        return all.stream()
                .filter(period -> !period.range().from().isBefore(since))
                .skip(Math.max(
                        0,
                        all.stream()
                                        .filter(period -> !period.range().from().isBefore(since))
                                        .count()
                                - MONTHS))
                .toList();
    }

    private static UsedPeriod of(SettledPeriod period) {
        return new UsedPeriod(
                period.range(),
                period.usage(),
                period.kind() == Kind.OPEN,
                period.wasEstimated() ? period.billedUsage() : null);
    }
}
