package org.taswiya.cli.books;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksStatistics;
import org.taswiya.store.books.BooksStatistics.Month;
import org.taswiya.store.books.BooksStatistics.OpenEstimate;
import org.taswiya.store.books.BooksStatistics.Readings;
import org.taswiya.store.books.BooksStatistics.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya books`: how much is in the books, and how large they are.
@Command(
        name = "books",
        description = {
            "Counts what the books hold: who is served, readings by kind, bills by month and basis, lines and entries,"
                    + " the estimate that has waited longest for a reading, and the size of the database by table.",
            "",
            "What a regulator asks about estimates and settlements, `figures` tells; what a run did, `run show`.",
            ""
        },
        footer = {"", "Examples:", "  ./taswiya books", "  ./taswiya books --json | jq .oldestOpenEstimate"})
public final class BooksCommand implements Callable<Integer> {
    private static final int KIB = 1024;

    /// A smaller part of the database is not worth a line.
    private static final int SMALL_ONE_IN = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object; sizes in bytes.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() {
        BooksStatistics books;
        try (Database database = home.open()) {
            books = BooksStatistics.of(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(books));
        } else {
            lines(books, look.look()).forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static List<String> lines(BooksStatistics books, Look look) {
        List<String> lines = new ArrayList<>();
        TextTable counts = new TextTable(look, "", "in the books", "number");
        books.counts().forEach(count -> counts.row(count.what(), Grouped.of(count.number())));
        add(lines, counts);
        TextTable readings = new TextTable(look, "", "readings", "number", "superseded");
        for (Readings of : books.readings()) {
            readings.row(of.kind(), Grouped.of(of.all()), Grouped.of(of.superseded()));
        }
        add(lines, readings);
        TextTable bills =
                new TextTable(look, "", "bills of", "on readings", "on estimates", "cancelled", "total that stands");
        for (Month month : books.bills()) {
            bills.row(
                    month.month(),
                    Grouped.of(month.onReadings()),
                    Grouped.of(month.onEstimates()),
                    Grouped.of(month.cancelled()),
                    Grouped.of(month.total()));
        }
        add(lines, bills);
        TextTable tables = new TextTable(look, "", "on disk", "KiB");
        long others = 0;
        for (Table table : books.tables()) {
            if (table.bytes() * SMALL_ONE_IN < books.databaseBytes()) {
                others += table.bytes();
            } else {
                tables.row(table.name(), kib(table.bytes()));
            }
        }
        tables.row("smaller tables", kib(others));
        tables.row("the whole database", kib(books.databaseBytes()));
        add(lines, tables);
        OpenEstimate oldest = books.oldest();
        lines.add(
                oldest == null
                        ? "no estimate is open"
                        : Grouped.of(books.openEstimates()) + " agreements rest on an open estimate; the oldest is "
                                + oldest.agreement() + ", unread since " + oldest.since() + ", "
                                + oldest.bills() + " bills in a row");
        return lines;
    }

    private static String kib(long bytes) {
        return Grouped.of((bytes + KIB - 1) / KIB);
    }

    private static void add(List<String> lines, TextTable table) {
        lines.addAll(table.lines());
        lines.add("");
    }

    private static String json(BooksStatistics books) {
        return JsonLine.object(json -> {
            json.writeObjectPropertyStart("counts");
            books.counts().forEach(count -> json.writeNumberProperty(count.what(), count.number()));
            json.writeEndObject();
            json.writeArrayPropertyStart("readings");
            for (Readings of : books.readings()) {
                json.writeStartObject();
                json.writeStringProperty("kind", of.kind());
                json.writeNumberProperty("number", of.all());
                json.writeNumberProperty("superseded", of.superseded());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("bills");
            books.bills().forEach(month -> write(json, month));
            json.writeEndArray();
            json.writeNumberProperty("openEstimates", books.openEstimates());
            OpenEstimate oldest = books.oldest();
            if (oldest == null) {
                json.writeNullProperty("oldestOpenEstimate");
            } else {
                json.writeObjectPropertyStart("oldestOpenEstimate");
                json.writeStringProperty("agreement", oldest.agreement());
                json.writeStringProperty("since", oldest.since().toString());
                json.writeNumberProperty("bills", oldest.bills());
                json.writeEndObject();
            }
            json.writeObjectPropertyStart("bytesByTable");
            books.tables().forEach(table -> json.writeNumberProperty(table.name(), table.bytes()));
            json.writeEndObject();
            json.writeNumberProperty("bytes", books.databaseBytes());
        });
    }

    private static void write(JsonGenerator json, Month month) {
        json.writeStartObject();
        json.writeStringProperty("month", month.month());
        json.writeNumberProperty("onReadings", month.onReadings());
        json.writeNumberProperty("onEstimates", month.onEstimates());
        json.writeNumberProperty("cancelled", month.cancelled());
        json.writeStringProperty("total", month.total().toString());
        json.writeEndObject();
    }
}
