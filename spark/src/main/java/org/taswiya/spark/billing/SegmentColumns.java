package org.taswiya.spark.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillSegment;
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

    SegmentColumns(Group list) {
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
        this.lines = new LineColumns(list.list("lines"));
    }

    void write(List<BillSegment> segments) {
        list.each(segments, this::write);
    }

    private void write(BillSegment segment) {
        kind.put(code(segment.kind()));
        from.put(segment.range().from());
        to.put(segment.range().to());
        usage.put(segment.usage());
        claimedNet.put(segment.claimed().net().minorUnits());
        claimedTax.put(segment.claimed().tax().minorUnits());
        write(Amounts.of(segment.rating()), segment.claimed());
        lines.write(segment);
    }

    private static String code(BillSegment.Kind kind) {
        return switch (kind) {
            case ESTIMATED -> "estimated";
            case ACTUAL -> "actual";
            case TRUE_UP -> "true-up";
        };
    }

    /// One component or tax of a period.
    private record Part(boolean isTax, String code, Money due, Money claimed) {}

    private void write(Amounts whole, Amounts part) {
        SortedMap<String, Money> dueNets = whole.components();
        SortedMap<String, Money> dueTaxes = whole.taxes();
        SortedMap<String, Money> nets = part.components();
        SortedMap<String, Money> taxes = part.taxes();
        if (dueNets == null || dueTaxes == null || nets == null || taxes == null) {
            amounts.unknown();
            return;
        }
        List<Part> parts = new ArrayList<>(8);
        add(parts, false, dueNets, nets);
        add(parts, true, dueTaxes, taxes);
        amounts.each(parts, of -> {
            isTax.put(of.isTax());
            code.put(of.code());
            due.put(of.due().minorUnits());
            claimed.put(of.claimed().minorUnits());
        });
    }

    private static void add(
            List<Part> parts, boolean isTax, SortedMap<String, Money> due, SortedMap<String, Money> claimed) {
        if (due.equals(claimed)) {
            due.forEach((code, amount) -> parts.add(new Part(isTax, code, amount, amount)));
            return;
        }
        SortedSet<String> codes = new TreeSet<>(due.keySet());
        codes.addAll(claimed.keySet());
        for (String code : codes) {
            parts.add(
                    new Part(isTax, code, due.getOrDefault(code, Money.ZERO), claimed.getOrDefault(code, Money.ZERO)));
        }
    }
}
