package org.taswiya.spark.billing;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.FlagColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of what a bill claims for each period.
final class SegmentColumns {
    private final Group list;
    private final WordColumn kind;
    private final WholeColumn from;
    private final WholeColumn to;
    private final DecimalColumn usage;
    private final BigColumn claimedNet;
    private final BigColumn claimedTax;
    private final Group amounts;
    private final FlagColumn isTax;
    private final WordColumn code;
    private final BigColumn due;
    private final BigColumn claimed;
    private final LineColumns lines;

    SegmentColumns(Group list, RateNumbers rates) {
        this.list = list;
        this.kind = list.word("kind");
        this.from = list.whole("from");
        this.to = list.whole("to");
        this.usage = list.decimal("usage", "scale");
        this.claimedNet = list.big("claimedNet");
        this.claimedTax = list.big("claimedTax");
        this.amounts = list.list("amounts");
        this.isTax = amounts.flag("isTax");
        this.code = amounts.word("code");
        this.due = amounts.big("due");
        this.claimed = amounts.big("claimed");
        this.lines = new LineColumns(list.list("lines"), rates);
    }

    /// @param basis which knows what the periods cost already
    void write(List<BillSegment> segments, Basis basis) {
        if (segments.isEmpty()) {
            list.empty();
            return;
        }
        list.begin();
        for (int i = 0; i < segments.size(); i++) {
            list.element();
            write(segments.get(i), due(segments.get(i), i, basis));
        }
    }

    @SuppressWarnings("ReferenceEquality") // another object would be another rating
    private static Amounts due(BillSegment segment, int place, Basis basis) {
        if (basis instanceof Basis.OnReading(Settled settled)
                && place < settled.periods().size()) {
            SettledPeriod period = settled.periods().get(place);
            if (period.rating() == segment.rating()) {
                return period.due();
            }
        }
        return Amounts.of(segment.rating());
    }

    private void write(BillSegment segment, Amounts whole) {
        kind.put(code(segment.kind()));
        from.put(segment.range().from());
        to.put(segment.range().to());
        usage.put(segment.usage());
        claimedNet.put(segment.claimed().net().minorUnits());
        claimedTax.put(segment.claimed().tax().minorUnits());
        write(whole, segment.claimed());
        lines.write(segment);
    }

    private static String code(BillSegment.Kind kind) {
        return switch (kind) {
            case ESTIMATED -> "estimated";
            case ACTUAL -> "actual";
            case TRUE_UP -> "true-up";
        };
    }

    private void write(Amounts whole, Amounts part) {
        SortedMap<String, Money> dueNets = whole.components();
        SortedMap<String, Money> dueTaxes = whole.taxes();
        SortedMap<String, Money> nets = part.components();
        SortedMap<String, Money> taxes = part.taxes();
        if (dueNets == null || dueTaxes == null || nets == null || taxes == null) {
            amounts.unknown();
            return;
        }
        if (dueNets.isEmpty() && dueTaxes.isEmpty() && nets.isEmpty() && taxes.isEmpty()) {
            amounts.empty();
            return;
        }
        amounts.begin();
        write(false, dueNets, nets);
        write(true, dueTaxes, taxes);
    }

    /// Both in the order of their codes; a code that only one of them has is zero in the other.
    private void write(boolean tax, SortedMap<String, Money> owed, SortedMap<String, Money> claims) {
        Iterator<Map.Entry<String, Money>> others = claims.entrySet().iterator();
        Map.Entry<String, Money> claim = next(others);
        for (Map.Entry<String, Money> one : owed.entrySet()) {
            while (claim != null && claim.getKey().compareTo(one.getKey()) < 0) {
                write(tax, claim.getKey(), Money.ZERO, claim.getValue());
                claim = next(others);
            }
            if (claim != null && claim.getKey().equals(one.getKey())) {
                write(tax, one.getKey(), one.getValue(), claim.getValue());
                claim = next(others);
            } else {
                write(tax, one.getKey(), one.getValue(), Money.ZERO);
            }
        }
        for (; claim != null; claim = next(others)) {
            write(tax, claim.getKey(), Money.ZERO, claim.getValue());
        }
    }

    private void write(boolean tax, String name, Money whole, Money part) {
        amounts.element();
        isTax.put(tax);
        code.put(name);
        due.put(whole.minorUnits());
        claimed.put(part.minorUnits());
    }

    private static Map.@Nullable Entry<String, Money> next(Iterator<Map.Entry<String, Money>> entries) {
        return entries.hasNext() ? entries.next() : null;
    }
}
