package org.taswiya.deliver.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.deliver.document.BillDocument;

/// What was used in one period of the last year, for the picture.
///
/// @param usage as it is known now
/// @param isEstimated whether that is still an estimate; a settled month is one no more
public record UsedPeriod(DateRange range, Decimal usage, boolean isEstimated) {
    private static final double DAYS_A_MONTH = 30.44;

    public Usage asUsage() {
        return new Usage(range, usage, isEstimated ? UsageQuality.ESTIMATED : UsageQuality.ACTUAL);
    }

    /// How many months it is as wide as in a picture. A bar is as high as the use of one of them, so that its area is
    /// the use.
    public long months() {
        return wholeMonths(range);
    }

    static long wholeMonths(DateRange range) {
        return Math.max(1, Math.round(range.days() / DAYS_A_MONTH));
    }

    /// The periods of the last thirteen months, earliest first.
    static List<UsedPeriod> of(BillToPrint bill) {
        return of(bill, BillToPrint.MONTHS_BEFORE);
    }

    /// The periods of the last months, earliest first.
    ///
    /// @param bill made again with the use of at least so many months before it
    public static List<UsedPeriod> of(BillToPrint bill, int months) {
        BillDocument document = bill.document();
        List<UsedPeriod> all = own(document);
        LocalDate first = all.getFirst().range().from();
        for (Usage usage : bill.before().isEmpty() ? document.agreement().history() : bill.before()) {
            if (!usage.range().to().isAfter(first)) {
                all.add(new UsedPeriod(usage.range(), usage.quantity(), usage.quality() == UsageQuality.ESTIMATED));
            }
        }
        all.sort(Comparator.comparing(period -> period.range().from()));
        LocalDate since = all.getLast().range().to().minusMonths(months);
        List<UsedPeriod> late = all.stream()
                .filter(period -> !period.range().from().isBefore(since))
                .toList();
        return late.subList(Math.max(0, late.size() - months), late.size());
    }

    /// Those of the bill itself, earliest first.
    private static List<UsedPeriod> own(BillDocument document) {
        List<UsedPeriod> all = new ArrayList<>();
        switch (document.bill().basis()) {
            case Basis.OnEstimate _ -> {
                List<BilledPeriod> billed = document.agreement().billed();
                int before = billed.size() - document.agreement().passedOver().size();
                for (BilledPeriod period : billed.subList(0, before)) {
                    all.add(new UsedPeriod(period.range(), period.usage(), period.isEstimated()));
                }
                for (BillSegment segment : document.bill().segments()) {
                    all.add(new UsedPeriod(segment.range(), segment.usage(), true));
                }
            }
            case Basis.OnReading(Settled settled) -> settled.periods().forEach(period -> all.add(of(period)));
        }
        all.sort(Comparator.comparing(period -> period.range().from()));
        return all;
    }

    private static UsedPeriod of(SettledPeriod period) {
        return new UsedPeriod(period.range(), period.usage(), period.kind() == Kind.OPEN);
    }
}
