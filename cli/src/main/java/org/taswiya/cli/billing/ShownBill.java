package org.taswiya.cli.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.bill.StoredBill;
import org.taswiya.store.bill.StoredBill.Line;
import org.taswiya.store.bill.StoredBill.Segment;
import org.taswiya.store.decision.CancelledBill;
import tools.jackson.core.JsonGenerator;

/// One bill of the books, for a person or a program.
///
/// @param range the batch that it was billed in
/// @param cancelled null when it stands
record ShownBill(
        ReprintedBill bill, BilledRange range, @Nullable CancelledBill cancelled) {

    List<String> head(Look look) {
        StoredBill stored = bill.stored();
        List<String> lines = new ArrayList<>();
        lines.add(look.strong("bill " + stored.number()) + " of account " + stored.account() + ", agreement "
                + stored.agreement() + ", "
                + (stored.total().signum() < 0
                        ? Grouped.of(stored.total().negated()) + " in the customer's favour"
                        : Grouped.of(stored.total()) + " due on " + stored.dueOn()));
        lines.add("  run " + range.run() + ", " + range.cycle() + ", on "
                + (stored.basis().equals("reading") ? "a reading" : "an estimate, " + stored.method()));
        lines.add(
                cancelled == null
                        ? "  stands"
                        : "  cancelled on " + cancelled.cancelledOn() + " by " + cancelled.author() + ": "
                                + cancelled.reason());
        return lines;
    }

    /// The rows of the books, a table for each period.
    List<String> rows(Look look) {
        List<String> lines = new ArrayList<>();
        for (Segment segment : bill.stored().segments()) {
            TextTable table = new TextTable(
                    look,
                    "  ",
                    segment.range() + ", " + segment.kind() + ", usage " + segment.usage(),
                    "block",
                    "quantity",
                    "unit",
                    "price",
                    "amount");
            for (Line line : segment.lines()) {
                table.row(
                        line.component(),
                        line.block() == 0 ? "" : Integer.toString(line.block()),
                        line.quantity().toString(),
                        line.unit(),
                        line.price().toString(),
                        Grouped.of(line.amount()));
            }
            segment.due().forEach((code, money) -> {
                if (code.startsWith("tax:")) {
                    table.row(code, "", "", "", "", Grouped.of(money));
                }
            });
            table.row("claimed by this bill", "", "", "", "", Grouped.of(segment.claimedSum()));
            lines.addAll(table.lines());
            lines.add("");
        }
        return lines;
    }

    String json() {
        return JsonLine.object(json -> write(json));
    }

    /// Its fields, into an object that is begun.
    void write(JsonGenerator json) {
        StoredBill stored = bill.stored();
        json.writeStringProperty("number", stored.number().toString());
        json.writeStringProperty("account", stored.account());
        json.writeStringProperty("agreement", stored.agreement());
        json.writeNumberProperty("run", range.run());
        json.writeStringProperty("billedOn", stored.billedOn().toString());
        json.writeStringProperty("dueOn", stored.dueOn().toString());
        json.writeStringProperty("basis", stored.basis());
        if (stored.method().isEmpty()) {
            json.writeNullProperty("method");
        } else {
            json.writeStringProperty("method", stored.method());
        }
        json.writeStringProperty("net", stored.net().toString());
        json.writeStringProperty("tax", stored.tax().toString());
        json.writeStringProperty("total", stored.total().toString());
        json.writeStringProperty("stampIfCash", stored.stampIfCash().toString());
        if (cancelled == null) {
            json.writeNullProperty("cancelled");
        } else {
            json.writeObjectPropertyStart("cancelled");
            json.writeStringProperty("on", cancelled.cancelledOn().toString());
            json.writeStringProperty("author", cancelled.author());
            json.writeStringProperty("reason", cancelled.reason());
            json.writeEndObject();
        }
        switch (bill) {
            case ReprintedBill.Same _ -> json.writeNullProperty("notReproduced");
            case ReprintedBill.Different(var _, var reason, var _) ->
                json.writeStringProperty("notReproduced", reason.code());
        }
        json.writeArrayPropertyStart("segments");
        stored.segments().forEach(segment -> write(json, segment));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Segment segment) {
        json.writeStartObject();
        json.writeStringProperty("from", segment.range().from().toString());
        json.writeStringProperty("to", segment.range().to().toString());
        json.writeStringProperty("kind", segment.kind());
        json.writeStringProperty("usage", segment.usage().toString());
        write(json, "due", segment.due());
        write(json, "claimed", segment.claimed());
        json.writeArrayPropertyStart("lines");
        for (Line line : segment.lines()) {
            json.writeStartObject();
            json.writeStringProperty("component", line.component());
            if (line.block() == 0) {
                json.writeNullProperty("block");
            } else {
                json.writeNumberProperty("block", line.block());
            }
            json.writeStringProperty("quantity", line.quantity().toString());
            json.writeStringProperty("unit", line.unit());
            json.writeStringProperty("price", line.price().toString());
            json.writeStringProperty("amount", line.amount().toString());
            json.writeStringProperty("clause", line.clause());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Map<String, Money> byCode) {
        json.writeObjectPropertyStart(name);
        byCode.forEach((code, money) -> json.writeStringProperty(code, money.toString()));
        json.writeEndObject();
    }
}
