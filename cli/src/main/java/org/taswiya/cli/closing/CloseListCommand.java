package org.taswiya.cli.closing;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.ledger.ClosedMonths;
import org.taswiya.store.ledger.ClosedMonths.ClosedMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya close list`: which months are closed.
@Command(
        name = "list",
        description = {
            "Lists the months that are closed, the last one first. Months between them that nobody has closed by"
                    + " themselves are closed too, with the next one: nothing was accrued at their ends.",
            ""
        },
        footer = {"", "Examples:", "  ./taswiya close list", "  ./taswiya close list --json | jq .accrued"})
final class CloseListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() {
        List<ClosedMonth> months;
        Currency currency;
        try (Database database = home.open()) {
            months = ClosedMonths.list(database);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            rows(months).forEach(row -> out.println(json(row)));
        } else if (months.isEmpty()) {
            out.println("No month is closed.");
        } else {
            TextTable table =
                    new TextTable(look.look(), "", "month", "accrued, " + currency.word(), "bills", "held", "by");
            rows(months).forEach(row -> add(table, row, currency));
            table.lines().forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    /// A month as it is shown.
    ///
    /// @param month of it, or of the next one that was closed
    private record Row(YearMonth shown, ClosedMonth month) {
        boolean isGap() {
            return !shown.equals(month.month());
        }
    }

    /// Each with the months below it that were closed with it.
    private static List<Row> rows(List<ClosedMonth> months) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            ClosedMonth month = months.get(i);
            rows.add(new Row(month.month(), month));
            YearMonth before = i + 1 < months.size() ? months.get(i + 1).month() : month.month();
            for (YearMonth gap = month.month().minusMonths(1); gap.isAfter(before); gap = gap.minusMonths(1)) {
                rows.add(new Row(gap, month));
            }
        }
        return rows;
    }

    private static void add(TextTable table, Row row, Currency currency) {
        ClosedMonth month = row.month();
        if (row.isGap()) {
            table.row(row.shown().toString(), "-", "-", "-", "not by itself, with " + month.month());
            return;
        }
        table.row(
                row.shown().toString(),
                currency.amount(month.accrued()),
                Grouped.of(month.bills()),
                Grouped.of(month.withheld()),
                month.author() + ": " + month.why());
    }

    private static String json(Row row) {
        ClosedMonth month = row.month();
        return JsonLine.object(object -> {
            object.writeStringProperty("month", row.shown().toString());
            if (row.isGap()) {
                object.writeStringProperty("closedWith", month.month().toString());
            } else {
                write(object, month);
            }
        });
    }

    private static void write(JsonGenerator object, ClosedMonth month) {
        object.writeStringProperty("accrued", month.accrued().toString());
        object.writeNumberProperty("bills", month.bills());
        object.writeNumberProperty("withheld", month.withheld());
        object.writeStringProperty("author", month.author());
        object.writeStringProperty("why", month.why());
    }
}
