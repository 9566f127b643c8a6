package org.taswiya.cli.migration;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.billing.ControlTotal;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.books.BooksTotals.Compared;

/// Control totals beside the books, for a person or a program.
final class ComparedTotals {
    private ComparedTotals() {}

    static List<String> lines(String source, List<Compared> totals, Look look) {
        TextTable table = new TextTable(look, "", "", "old system", "books", "");
        long differing = 0;
        for (Compared total : totals) {
            differing += total.agrees() ? 0 : 1;
            table.row(
                    words(total.stated()),
                    shown(total.stated(), total.stated().value()),
                    shown(total.stated(), total.found()),
                    total.agrees() ? "agrees" : "differs by " + signed(total));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("totals of " + source + ": " + (totals.size() - differing) + " agree, " + differing + " differ");
        return lines;
    }

    private static String words(ControlTotal total) {
        return total.kind().words() + (total.service() == null ? "" : " of " + total.service());
    }

    private static String signed(Compared total) {
        Decimal difference = total.difference();
        return (difference.signum() > 0 ? "+" : "") + shown(total.stated(), difference);
    }

    private static String shown(ControlTotal of, Decimal value) {
        return of.kind().isMoney() ? Grouped.of(Money.ofMinor(value.steps(2))) : value.toString();
    }

    static String json(Compared total) {
        return JsonLine.object(json -> {
            json.writeStringProperty("total", total.stated().kind().code());
            if (total.stated().service() != null) {
                json.writeStringProperty("service", total.stated().service());
            }
            json.writeStringProperty("stated", total.stated().value().toString());
            json.writeStringProperty("found", total.found().toString());
            json.writeStringProperty("difference", total.difference().toString());
            json.writeBooleanProperty("agrees", total.agrees());
        });
    }
}
