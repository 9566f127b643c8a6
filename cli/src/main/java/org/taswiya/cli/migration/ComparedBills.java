package org.taswiya.cli.migration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.run.ParallelBill;
import org.taswiya.run.ParallelBill.Cause;
import org.taswiya.run.ParallelBill.Side;
import org.taswiya.run.ParallelReport;
import org.taswiya.run.ParallelReport.Sums;
import org.taswiya.store.run.Cycle;
import tools.jackson.core.JsonGenerator;

/// Bills of the old system beside ours, for a person or a program.
final class ComparedBills {
    private ComparedBills() {}

    /// @param refused rows of the file that say nothing
    static List<String> lines(Cycle cycle, ParallelReport report, long refused, Look look) {
        List<String> lines = new ArrayList<>();
        lines.add(look.strong("parallel run, " + cycle + ", nothing stored"));
        TextTable table = new TextTable(look, "  ", "agreements billed", "number", "theirs", "ours", "difference");
        report.byCause().forEach((cause, sums) -> table.row(cells(words(cause), sums)));
        table.row(cells("all", report.all()));
        lines.addAll(table.lines());
        if (!report.held().isEmpty()) {
            TextTable reasons = new TextTable(look, "  ", "held here for", "agreements");
            report.held().forEach((reason, count) -> reasons.row(reason, Grouped.of(count)));
            lines.add("");
            lines.addAll(reasons.lines());
        }
        if (!report.largest().isEmpty()) {
            lines.add("");
            lines.addAll(largest(report, look));
        }
        if (refused > 0) {
            lines.add("");
            lines.add(Grouped.count(refused, "row") + " of the file not read");
        }
        return lines;
    }

    private static String[] cells(String what, Sums sums) {
        return new String[] {
            what,
            Grouped.of(sums.agreements()),
            Grouped.of(sums.theirs()),
            Grouped.of(sums.ours()),
            Grouped.signed(sums.difference())
        };
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case SAME -> "alike";
            case USAGE_DIFFERS -> "with another usage";
            case AMOUNT_DIFFERS -> "otherwise at the same usage";
            case ONLY_THEIRS -> "by the old system only";
            case ONLY_OURS -> "here only";
            case HELD -> "not, but held here";
        };
    }

    private static List<String> largest(ParallelReport report, Look look) {
        TextTable table =
                new TextTable(look, "  ", "differ most", "cause", "usage", "ours", "theirs", "ours", "difference");
        List<String> found = new ArrayList<>();
        for (ParallelBill bill : report.largest()) {
            table.row(
                    bill.agreement(),
                    bill.cause().code(),
                    usage(bill.theirs()),
                    usage(bill.ours()),
                    total(bill.theirs()),
                    total(bill.ours()),
                    Grouped.signed(bill.difference()));
            found.add(bill.found());
        }
        List<String> lines = new ArrayList<>(table.lines());
        for (int i = 0; i < found.size(); i++) {
            String said = found.get(i);
            lines.set(i + 1, lines.get(i + 1) + (said.isEmpty() ? "" : "  " + said));
        }
        return lines;
    }

    private static String usage(@Nullable Side side) {
        return side == null ? "" : side.usage().toString();
    }

    private static String total(@Nullable Side side) {
        return side == null ? "" : Grouped.of(side.total());
    }

    static String json(Cycle cycle, ParallelReport report, long refused) {
        return JsonLine.object(json -> {
            json.writeStringProperty("to", cycle.billTo().toString());
            json.writeStringProperty("on", cycle.billedOn().toString());
            json.writeNumberProperty("differing", report.differing());
            json.writeNumberProperty("rowsNotRead", refused);
            json.writeObjectPropertyStart("byCause");
            report.byCause().forEach((cause, sums) -> write(json, cause.code(), sums));
            json.writeEndObject();
            write(json, "all", report.all());
            json.writeObjectPropertyStart("heldFor");
            report.held().forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeArrayPropertyStart("largest");
            report.largest().forEach(bill -> write(json, bill));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, String name, Sums sums) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("agreements", sums.agreements());
        json.writeStringProperty("theirs", sums.theirs().toString());
        json.writeStringProperty("ours", sums.ours().toString());
        json.writeStringProperty("difference", sums.difference().toString());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ParallelBill bill) {
        json.writeStartObject();
        json.writeStringProperty("agreement", bill.agreement());
        json.writeStringProperty("cause", bill.cause().code());
        write(json, "theirs", bill.theirs());
        write(json, "ours", bill.ours());
        json.writeStringProperty("difference", bill.difference().toString());
        json.writeStringProperty("found", bill.found());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, @Nullable Side side) {
        if (side == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("from", side.range().from().toString());
        json.writeStringProperty("to", side.range().to().toString());
        json.writeStringProperty("usage", side.usage().toString());
        json.writeStringProperty("total", side.total().toString());
        json.writeEndObject();
    }
}
