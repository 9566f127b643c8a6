package org.taswiya.cli.books;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.books.RegulatorFigures;
import org.taswiya.store.books.RegulatorFigures.By;
import org.taswiya.store.books.RegulatorFigures.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya figures`: what a regulator asks for.
@Command(
        name = "figures",
        description = {
            "Counts bills that stand: how many rest on estimates and how many in a row, what their settlements charged"
                    + " and credited, and what a limit on back-billing cut. --json also says how many bills are the"
                    + " first, second, ... and sixth or later in a row, and how many settlements were cut.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya figures",
            "  ./taswiya figures --by month,class,area",
            "  ./taswiya figures --by service,class --from 2020-03-01 --to 2020-07-02",
            "  ./taswiya figures --by area --json | jq 'select(.estimated * 5 > .bills).area'"
        })
public final class FiguresCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of billing that counts. Default: all.")
    private LocalDate from = LocalDate.of(1, 1, 1);

    @Option(names = "--to", paramLabel = "DAY", description = "First day that no longer counts. Default: all.")
    private LocalDate to = LocalDate.of(9999, 1, 1);

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            split = ",",
            description = "Counted apart by ${COMPLETION-CANDIDATES}, several with commas. Default: month.")
    private Set<By> by = EnumSet.of(By.MONTH);

    @Option(names = "--json", description = "One JSON object a line for each row.")
    private boolean json;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--from " + from + " is later than --to " + to + "; expected the earlier first");
        }
        List<Figures> rows;
        try (Database database = home.open()) {
            rows = RegulatorFigures.of(database, from, to, by);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.print(row(
                    "",
                    "bills",
                    "estimated",
                    "share",
                    "longest",
                    "3rd+",
                    "charged",
                    "sum",
                    "credited",
                    "sum",
                    "even",
                    "cut"));
        }
        rows.forEach(figures -> out.print(json ? json(figures) + "\n" : text(figures)));
        out.flush();
        return ExitCode.GOOD;
    }

    private static String text(Figures of) {
        List<String> about = new ArrayList<>(List.of(of.month(), of.service(), of.customerClass(), of.area()));
        about.removeIf(String::isEmpty);
        return row(
                String.join(" ", about),
                Grouped.of(of.bills()),
                Grouped.of(of.estimated()),
                share(of) + " %",
                of.longestChain(),
                Grouped.of(of.thirdInARow()),
                Grouped.of(of.charged()),
                Grouped.of(of.chargedSum()),
                Grouped.of(of.credited()),
                Grouped.of(of.creditedSum()),
                Grouped.of(of.even()),
                Grouped.of(of.writtenOff()));
    }

    /// In percent, to a tenth.
    private static String share(Figures of) {
        long tenths = of.bills() == 0 ? 0 : (of.estimated() * 1000 + of.bills() / 2) / of.bills();
        return tenths / 10 + "." + tenths % 10;
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-28s %10s %10s %8s %8s %8s %9s %16s %9s %16s %7s %12s%n", cells);
    }

    private static String json(Figures of) {
        return JsonLine.object(json -> {
            about(json, "month", of.month());
            about(json, "service", of.service());
            about(json, "class", of.customerClass());
            about(json, "area", of.area());
            json.writeNumberProperty("bills", of.bills());
            json.writeNumberProperty("estimated", of.estimated());
            json.writeNumberProperty("longestChain", of.longestChain());
            json.writeNumberProperty("thirdInARow", of.thirdInARow());
            json.writeArrayPropertyStart("inARow");
            of.inARow().forEach(json::writeNumber);
            json.writeEndArray();
            json.writeNumberProperty("charged", of.charged());
            json.writeStringProperty("chargedSum", of.chargedSum().toString());
            json.writeNumberProperty("credited", of.credited());
            json.writeStringProperty("creditedSum", of.creditedSum().toString());
            json.writeNumberProperty("even", of.even());
            json.writeNumberProperty("cut", of.cut());
            json.writeStringProperty("writtenOff", of.writtenOff().toString());
        });
    }

    private static void about(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }
}
