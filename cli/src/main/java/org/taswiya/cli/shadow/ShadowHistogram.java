package org.taswiya.cli.shadow;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ShadowReport;
import org.taswiya.run.ShadowReport.Bin;

/// How the differences of a shadow run are spread, for a person: a line for each bin, with a bar.
final class ShadowHistogram {
    private static final String INDENT = "  ";
    private static final int BAR_WIDTH = 30;

    private ShadowHistogram() {}

    /// Bins from the first to the last that any bill is in; a bar beside each.
    static List<String> lines(ShadowReport report, String currency, Look look) {
        List<Bin> bins = new ArrayList<>(report.bins());
        while (bins.getFirst().bills() == 0) {
            bins.removeFirst();
        }
        while (bins.getLast().bills() == 0) {
            bins.removeLast();
        }
        long most = bins.stream().mapToLong(Bin::bills).max().orElse(1);
        TextTable table =
                new TextTable(look, INDENT, "difference of a bill, " + currency, "bills", "share %", "by " + currency);
        bins.forEach(bin -> table.row(
                words(bin),
                Grouped.of(bin.bills()),
                Grouped.percent(bin.bills(), report.all().bills()),
                Grouped.signed(bin.sum())));
        List<String> rows = table.lines();
        List<String> lines = new ArrayList<>();
        lines.add(rows.getFirst());
        for (int i = 0; i < bins.size(); i++) {
            String bar = bar(bins.get(i).bills(), most);
            lines.add(bar.isEmpty() ? rows.get(i + 1) : rows.get(i + 1) + INDENT + look.accent(bar));
        }
        return lines;
    }

    /// At least one mark where there is any bill.
    private static String bar(long bills, long most) {
        return "█".repeat((int) ((bills * BAR_WIDTH + most - 1) / most));
    }

    private static String words(Bin bin) {
        if (bin.direction() == 0) {
            return "none";
        }
        String way = bin.direction() > 0 ? " more" : " less";
        Money upTo = bin.upTo();
        return (upTo == null ? "over " + whole(bin.over()) : whole(bin.over()) + " to " + whole(upTo)) + way;
    }

    private static String whole(Money money) {
        return Grouped.of(money.minorUnits() / 100);
    }
}
