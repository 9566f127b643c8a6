package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.bill.AmountCode;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The periods of an agreement's gap and what each has been billed: the sum of what all bills that stand claim for it.
///
/// A period of which every bill was cancelled is billed anew with what follows, unless a later period is billed: then
/// it stays, billed with nothing, so that the periods follow each other without gap.
///
/// A bill of the old system is a period, too. Its usage is here, and what bills since have claimed for it; what it came
/// to itself is added by [InputAssembly], which knows the tariff.
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
    private void addUsage(DateRange range, Decimal usage, boolean isEstimated) {
        Sum sum = periods.computeIfAbsent(range, _ -> new Sum());
        sum.stands = true;
        if (isEstimated || sum.quality == UsageQuality.ACTUAL) {
            sum.usage = usage;
            sum.quality = isEstimated ? UsageQuality.ESTIMATED : UsageQuality.ACTUAL;
        }
    }

    /// One segment of a bill that was taken back.
    private void addCancelled(DateRange range) {
        periods.computeIfAbsent(range, _ -> new Sum());
    }

    /// One amount of a segment whose bill stands.
    private void addAmount(DateRange range, boolean isTax, String code, Money claimed) {
        Sum sum = periods.computeIfAbsent(range, _ -> new Sum());
        (isTax ? sum.taxes : sum.components).merge(code, claimed, Money::plus);
    }

    /// Reads what the open bills of a batch claim.
    static void read(Connection connection, Map<String, OpenAgreement> agreements, Known known) throws SQLException {
        List<OpenAgreement> open = agreements.values().stream()
                .filter(agreement -> agreement.before.open() > 0 || !agreement.former.isEmpty())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        List<AmountCode> codes = AmountCode.all(connection);
        List<List<Segment>> segments =
                open.stream().<List<Segment>>map(_ -> new ArrayList<>()).toList();
        String select = """
                select o.place::integer, s.bill, s.kind = 'estimated', s.from_day, s.to_day, s.usage,
                       s.bill in (select c.bill from cancellation c where true{cancellation}), s.codes, s.claimed
                from unnest({agreements}, {open}) with ordinality as o(agreement, bills, place)
                cross join lateral (
                    select serial from bill b where b.agreement = o.agreement{bill} order by b.run desc limit o.bills) b
                join bill_segment s on s.bill = b.serial""".replace("{bill}", known.bill("b"))
                .replace("{cancellation}", known.change("c"))
                .replace(
                        "{agreements}",
                        Literals.texts(open.stream().map(of -> of.reference).toList()))
                .replace(
                        "{open}",
                        Literals.integers(
                                open.stream().map(of -> of.before.open()).toList()));
        CopiedRows.each(connection, select, row -> {
            int place = (int) row.whole() - 1;
            Segment segment = new Segment(row);
            if (!segment.range.from().isBefore(open.get(place).gapFrom)) {
                segments.get(place).add(segment);
            }
        });
        for (int i = 0; i < open.size(); i++) {
            open.get(i).billed = of(open.get(i).former, segments.get(i), codes).toList();
        }
    }

    /// One segment of an open bill.
    private static final class Segment {
        final long bill;
        final boolean isEstimated;
        final DateRange range;
        final Decimal usage;
        final boolean isCancelled;
        final long[] codes;
        final long[] claimed;

        Segment(CopiedRows row) {
            bill = row.whole();
            isEstimated = row.bool();
            range = DateRange.of(row.date(), row.date());
            usage = row.numeric();
            isCancelled = row.bool();
            codes = row.wholes();
            claimed = row.wholes();
        }
    }

    /// @param former come before every bill of these books
    private static BilledPeriods of(List<FormerBill> former, List<Segment> segments, List<AmountCode> codes) {
        BilledPeriods periods = new BilledPeriods();
        former.forEach(bill -> periods.addUsage(bill.range(), bill.usage(), bill.isEstimated()));
        segments.sort(Comparator.comparingLong(segment -> segment.bill));
        for (Segment segment : segments) {
            if (segment.isCancelled) {
                periods.addCancelled(segment.range);
                continue;
            }
            periods.addUsage(segment.range, segment.usage, segment.isEstimated);
            for (int i = 0; i < segment.codes.length; i++) {
                AmountCode code = codes.get((int) segment.codes[i] - 1);
                periods.addAmount(segment.range, code.isTax(), code.code(), Money.ofMinor(segment.claimed[i]));
            }
        }
        return periods;
    }

    private List<BilledPeriod> toList() {
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
