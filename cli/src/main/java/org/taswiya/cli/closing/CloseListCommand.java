package org.taswiya.cli.closing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.store.Database;
import org.taswiya.store.ledger.ClosedMonths;
import org.taswiya.store.ledger.ClosedMonths.ClosedMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `taswiya close list`: which months are closed.
@Command(
        name = "list",
        description = {
            "Lists the months that are closed, the last one first. A month closes all before it: where one between two"
                    + " was passed over, it is named, because nothing of it was accrued.",
            ""
        },
        footer = {"", "Examples:", "  ./taswiya close list", "  ./taswiya close list --json | jq .accrued"})
final class CloseListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() {
        List<ClosedMonth> months;
        try (Database database = home.open()) {
            months = ClosedMonths.list(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            months.forEach(month -> out.println(json(month)));
        } else if (months.isEmpty()) {
            out.println("No month is closed.");
        } else {
            TextTable table = new TextTable(look.look(), "", "month", "accrued, DH", "bills", "held", "by");
            months.forEach(month -> table.row(
                    month.month().toString(),
                    Grouped.of(month.accrued()),
                    Grouped.of(month.bills()),
                    Grouped.of(month.withheld()),
                    month.author() + ": " + month.why()));
            table.lines().forEach(out::println);
            gaps(months).forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    /// The last one first, as the months.
    private static List<String> gaps(List<ClosedMonth> months) {
        List<String> gaps = new ArrayList<>();
        for (int i = 1; i < months.size(); i++) {
            YearMonth by = months.get(i - 1).month();
            YearMonth first = months.get(i).month().plusMonths(1);
            YearMonth last = by.minusMonths(1);
            if (!first.isAfter(last)) {
                gaps.add((first.equals(last) ? first + " was" : first + " to " + last + " were")
                        + " passed over: closed by " + by + ", and nothing accrued");
            }
        }
        return gaps;
    }

    private static String json(ClosedMonth month) {
        StringWriter text = new StringWriter();
        try (JsonGenerator object = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            object.writeStartObject();
            object.writeStringProperty("month", month.month().toString());
            object.writeStringProperty("accrued", month.accrued().toString());
            object.writeNumberProperty("bills", month.bills());
            object.writeNumberProperty("withheld", month.withheld());
            object.writeStringProperty("author", month.author());
            object.writeStringProperty("why", month.why());
            object.writeEndObject();
        }
        return text.toString();
    }
}
