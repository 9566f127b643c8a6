package org.taswiya.store.bill;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;

/// What the books say of one bill.
///
/// @param basis `estimate` or `reading`
/// @param method how it was estimated; empty for a bill on readings
/// @param settled null for an estimate and for a plain month, which settles nothing billed before
public record StoredBill(
        BillNumber number,
        String agreement,
        String account,
        LocalDate billedOn,
        LocalDate dueOn,
        String basis,
        Money net,
        Money tax,
        Money stampIfCash,
        String method,
        List<Segment> segments,
        @Nullable Settlement settled) {

    public StoredBill {
        segments = List.copyOf(segments);
    }

    public Money total() {
        return net.plus(tax);
    }

    /// What it claims for one period.
    ///
    /// @param kind `estimated`, `actual` or `true-up`
    /// @param due, claimed by component, and by tax as `tax:` and its code; amounts of zero are left out
    public record Segment(
            String kind,
            DateRange range,
            Decimal usage,
            SortedMap<String, Money> due,
            SortedMap<String, Money> claimed,
            List<Line> lines) {
        public Segment {
            lines = List.copyOf(lines);
        }

        public Money claimedSum() {
            return claimed.values().stream().reduce(Money.ZERO, Money::plus);
        }
    }

    /// A priced line.
    ///
    /// @param range the days that it stands for
    /// @param share days of days; empty for the whole period
    public record Line(
            String component,
            int block,
            DateRange range,
            Decimal quantity,
            String unit,
            Decimal price,
            String share,
            Decimal taxRate,
            Money amount,
            String clause) {}

    /// What settling came to, and what the same usage would have cost otherwise divided.
    public record Settlement(
            Decimal usage,
            Money trueUp,
            Money monthWise,
            Money lump,
            Money cheapest,
            Money dearest,
            Money writtenOff) {}

    /// What the books will say of a bill that was made now.
    ///
    /// @param settlesBilled whether periods were billed before
    public static StoredBill of(IssuedBill issued, boolean settlesBilled) {
        DraftBill bill = issued.bill();
        String method = bill.basis() instanceof Basis.OnEstimate(Estimate estimate)
                ? estimate.method().code()
                : "";
        return new StoredBill(
                issued.number(),
                bill.agreement(),
                bill.customerAccount(),
                bill.billedOn(),
                bill.dueOn(),
                method.isEmpty() ? "reading" : "estimate",
                bill.amounts().net(),
                bill.amounts().tax(),
                bill.stampIfCash(),
                method,
                bill.segments().stream().map(StoredBill::segment).toList(),
                bill.basis() instanceof Basis.OnReading(Settled settled) ? settlement(settled, settlesBilled) : null);
    }

    private static @Nullable Settlement settlement(Settled settled, boolean settlesBilled) {
        return !settlesBilled && settled.writtenOff().total().isZero()
                ? null
                : new Settlement(
                        settled.usage(),
                        settled.trueUp().total(),
                        settled.proof().monthWise(),
                        settled.proof().lump(),
                        settled.proof().cheapest().total(),
                        settled.proof().dearest().total(),
                        settled.writtenOff().total());
    }

    private static Segment segment(BillSegment segment) {
        List<Line> lines = new ArrayList<>();
        segment.rating().lines().forEach(line -> lines.add(line(line)));
        return new Segment(
                BillRows.code(segment.kind()),
                segment.range(),
                segment.usage(),
                byCode(Amounts.of(segment.rating())),
                byCode(segment.claimed()),
                lines);
    }

    private static Line line(ChargeLine line) {
        return new Line(
                line.component(),
                line.block(),
                line.range(),
                line.quantity().round(SegmentRows.DECIMALS_MAX, RoundingMode.HALF_EVEN),
                line.unit().symbol(),
                line.price(),
                line.dayShare().map(ChargeLine.DayShare::toString).orElse(""),
                line.taxRate(),
                line.amount(),
                line.clause());
    }

    private static SortedMap<String, Money> byCode(Amounts amounts) {
        SortedMap<String, Money> byCode = new TreeMap<>();
        amounts.byComponent().ifPresent(of -> of.forEach((code, money) -> add(byCode, false, code, money)));
        amounts.byTax().ifPresent(of -> of.forEach((code, money) -> add(byCode, true, code, money)));
        return byCode;
    }

    public static void add(SortedMap<String, Money> byCode, boolean isTax, String code, Money money) {
        if (!money.isZero()) {
            byCode.put(new AmountCode(isTax, code).name(), money);
        }
    }
}
