package org.taswiya.cli.payment;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AgeBand;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.receivables.Aging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya ledger age`: what is owed, by how long it has been due.
@Command(
        name = "age",
        description = {
            "Shows what customers owe now by how many days ago it fell due, for each service and class of customers."
                    + " All of it together is the balance of assets:receivable.",
            ""
        },
        footer = {"", "Examples:", "  ./taswiya ledger age", "  ./taswiya ledger age --on 2020-12-31 --json | jq .total"
        })
public final class LedgerAgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day to which ages are counted; what is owed is what is owed now. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() {
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        Aging aging;
        Arranged arranged;
        try (Database database = home.open()) {
            aging = Aging.on(database, day);
            arranged = arranged(database, day);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> write(object, day, aging, arranged)));
        } else {
            print(out, day, aging);
            if (arranged.count() > 0) {
                out.println("Of it " + Grouped.of(arranged.left()) + " is under "
                        + Grouped.count(arranged.count(), "arrangement") + " that are kept or may be made up.");
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private void print(PrintWriter out, LocalDate day, Aging aging) {
        out.println("Owed, by days since it fell due, on " + day);
        List<String> head = new ArrayList<>(List.of("", "items"));
        for (AgeBand band : AgeBand.values()) {
            head.add(band.code());
        }
        head.add("total");
        TextTable table = new TextTable(look.look(), "", head.toArray(String[]::new));
        long items = 0;
        for (Aging.Row row : aging.rows()) {
            items += row.items();
            String name = named(row.service()) + ", " + row.of().code();
            add(table, name, row.items(), row.open(), row.total());
        }
        add(table, "together", items, aging.byBand(), aging.total());
        table.lines().forEach(out::println);
    }

    /// Bands in which nothing is owed stay empty: what there is stands out, and fits the terminal.
    private static void add(TextTable table, String name, long items, Map<AgeBand, Money> open, Money total) {
        List<String> cells = new ArrayList<>(List.of(name, Grouped.of(items)));
        for (AgeBand band : AgeBand.values()) {
            Money owed = open.getOrDefault(band, Money.ZERO);
            cells.add(owed.isZero() ? "" : Grouped.of(owed));
        }
        cells.add(Grouped.of(total));
        table.row(cells.toArray(String[]::new));
    }

    private static String named(String service) {
        return service.isEmpty() ? "no service" : service;
    }

    private static void write(JsonGenerator json, LocalDate day, Aging aging, Arranged arranged) {
        json.writeStringProperty("on", day.toString());
        json.writeArrayPropertyStart("rows");
        for (Aging.Row row : aging.rows()) {
            json.writeStartObject();
            json.writeStringProperty("service", row.service());
            json.writeStringProperty("class", row.of().code());
            json.writeNumberProperty("items", row.items());
            bands(json, row.open());
            json.writeStringProperty("total", row.total().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        bands(json, aging.byBand());
        json.writeStringProperty("total", aging.total().toString());
        json.writeStringProperty("arranged", arranged.left().toString());
    }

    /// What of it is under payment facilities that run.
    private record Arranged(int count, Money left) {}

    private static Arranged arranged(Database database, LocalDate day) {
        int count = 0;
        Money left = Money.ZERO;
        for (StoredArrangement one : Arrangements.list(database, null)) {
            Standing standing = one.standingOn(day);
            if (standing.state().isRunning()) {
                count++;
                left = left.plus(one.arrangement().schedule().total().minus(standing.settled()));
            }
        }
        return new Arranged(count, left);
    }

    private static void bands(JsonGenerator json, Map<AgeBand, Money> open) {
        json.writeObjectPropertyStart("open");
        for (AgeBand band : AgeBand.values()) {
            json.writeStringProperty(
                    band.code(), open.getOrDefault(band, Money.ZERO).toString());
        }
        json.writeEndObject();
    }
}
