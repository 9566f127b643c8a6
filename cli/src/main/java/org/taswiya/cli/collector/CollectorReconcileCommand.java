package org.taswiya.cli.collector;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.collector.Reconciliation;
import org.taswiya.core.collector.Reconciliation.Line;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.collector.Statements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya collector reconcile`: a collector's list of a day beside ours.
@Command(
        name = "reconcile",
        description = {
            "Lays a collector's file of a day beside what is in the books, and lists every difference: missing-here,"
                    + " cancelled-here, missing-there, twice-there, other-amount, other-day, other-account. Nothing is"
                    + " written.",
            "",
            "The file is CSV with the header transaction,account,amount,day and a line for each payment.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Both are the same.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or the file cannot be read; the message names the line.",
            "3:They differ; each difference is listed."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya collector reconcile wafacash day.csv --on 2020-06-20",
            "  ./taswiya collector reconcile wafacash day.csv --on 2020-06-20 --json"
        })
final class CollectorReconcileCommand implements Callable<Integer> {
    private static final String HEADER = "transaction,account,amount,day";

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(index = "0", paramLabel = "NAME", description = "The collector.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Its list of the day.")
    private Path file = Path.of("");

    @Option(names = "--on", paramLabel = "DAY", required = true, description = "The day.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(names = "--json", description = "One JSON object a difference.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        utility.collector(name);
        List<Line> theirs = read();
        Reconciliation found;
        try (Database database = home.open()) {
            found = Reconciliation.of(
                    on,
                    theirs,
                    Statements.beside(
                            database,
                            name,
                            on,
                            theirs.stream().map(Line::transaction).toList()));
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Reconciliation.Difference difference : found.differences()) {
            out.println(json ? asJson(difference) : asText(difference));
        }
        if (!json) {
            out.println(found.same() + " the same, " + found.differences().size() + " differences");
        }
        out.flush();
        return found.differences().isEmpty() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private List<Line> read() throws IOException {
        List<String> lines = GivenFile.lines(spec, file, "the log of a collector");
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw wrong(1, "expected the header " + HEADER);
        }
        List<Line> read = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty()) {
                read.add(line(i + 1, line));
            }
        }
        return read;
    }

    private Line line(int number, String text) {
        String[] fields = text.split(",", -1);
        if (fields.length != 4 || fields[0].isBlank()) {
            throw wrong(number, "found '" + text + "', expected four fields: " + HEADER);
        }
        try {
            return new Line(fields[0], fields[1], Money.parse(fields[2]), LocalDate.parse(fields[3]));
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            throw wrong(number, "found '" + text + "', expected an amount as 350.50 and a day as 2020-06-20");
        }
    }

    private ParameterException wrong(int line, String what) {
        return new ParameterException(spec.commandLine(), file + ":" + line + ": " + what);
    }

    private static String asText(Reconciliation.Difference difference) {
        return "%-14s %s  ours: %s  theirs: %s"
                .formatted(
                        difference.kind().code(),
                        difference.transaction(),
                        said(difference.ours()),
                        said(difference.theirs()));
    }

    private static String said(@Nullable Line line) {
        return line == null ? "none" : line.amount() + " on " + line.day() + " for " + line.account();
    }

    private static String asJson(Reconciliation.Difference difference) {
        return JsonLine.object(object -> {
            object.writeStringProperty("difference", difference.kind().code());
            object.writeStringProperty("transaction", difference.transaction());
            for (int side = 0; side < 2; side++) {
                Line line = side == 0 ? difference.ours() : difference.theirs();
                String at = side == 0 ? "ours" : "theirs";
                CollectorJson.text(object, at + "Amount", line == null ? null : line.amount());
                CollectorJson.text(object, at + "Day", line == null ? null : line.day());
                CollectorJson.text(object, at + "Account", line == null ? null : line.account());
            }
        });
    }
}
