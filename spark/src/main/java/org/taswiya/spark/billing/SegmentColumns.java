package org.taswiya.spark.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;

/// The columns of what a bill claims for each period.
final class SegmentColumns {
    private final Group list;
    private final Column kind;
    private final Column from;
    private final Column to;
    private final DecimalColumn usage;
    private final Column claimedNet;
    private final Column claimedTax;
    private final Group amounts;
    private final Column isTax;
    private final Column code;
    private final Column due;
    private final Column claimed;
    private final LineColumns lines;

    SegmentColumns(Group list) {
        this.list = list;
        this.kind = list.column("kind");
        this.from = list.column("from");
        this.to = list.column("to");
        this.usage = DecimalColumn.of(list, "usage", "scale");
        this.claimedNet = list.column("claimedNet");
        this.claimedTax = list.column("claimedTax");
        this.amounts = list.list("amounts");
        this.isTax = amounts.column("isTax");
        this.code = amounts.column("code");
        this.due = amounts.column("due");
        this.claimed = amounts.column("claimed");
        this.lines = new LineColumns(list.list("lines"));
    }

    void write(List<BillSegment> segments) {
        list.each(0, segments, this::write);
    }

    private void write(int repetition, BillSegment segment) {
        kind.word(repetition, code(segment.kind()));
        from.day(repetition, segment.range().from());
        to.day(repetition, segment.range().to());
        usage.put(repetition, segment.usage());
        claimedNet.big(repetition, segment.claimed().net().minorUnits());
        claimedTax.big(repetition, segment.claimed().tax().minorUnits());
        write(repetition, Amounts.of(segment.rating()), segment.claimed());
        lines.write(repetition, segment);
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

    private void write(int first, Amounts whole, Amounts part) {
        SortedMap<String, Money> dueNets = whole.components();
        SortedMap<String, Money> dueTaxes = whole.taxes();
        SortedMap<String, Money> nets = part.components();
        SortedMap<String, Money> taxes = part.taxes();
        if (dueNets == null || dueTaxes == null || nets == null || taxes == null) {
            amounts.unknown(first);
            return;
        }
        List<Part> parts = new ArrayList<>(8);
        add(parts, false, dueNets, nets);
        add(parts, true, dueTaxes, taxes);
        amounts.each(first, parts, (repetition, of) -> {
            isTax.flag(repetition, of.isTax());
            code.word(repetition, of.code());
            due.big(repetition, of.due().minorUnits());
            claimed.big(repetition, of.claimed().minorUnits());
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
