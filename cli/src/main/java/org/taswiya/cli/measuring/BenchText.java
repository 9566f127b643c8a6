package org.taswiya.cli.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.bench.BenchReport;
import org.taswiya.bench.BenchRow;
import org.taswiya.bench.Shape;
import org.taswiya.deliver.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// What a measurement came to, for people and for machines.
final class BenchText {
    private BenchText() {}

    static List<String> lines(BenchReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%,d accounts on %s", report.accounts(), report.machine()));
        lines.add("");
        lines.add(row("", "a second", "a core", "of", "over floor", "SQL over us"));
        for (BenchRow of : report.rows()) {
            lines.add(row(
                    of.name(),
                    String.format(Locale.ROOT, "%,.0f", of.perSecond()),
                    String.format(Locale.ROOT, "%,.0f", of.perSecondPerCore()),
                    of.unit(),
                    times(of.overFloor()),
                    times(of.overSql())));
        }
        lines.add("");
        Shape shape = report.shape();
        lines.add(String.format(
                Locale.ROOT,
                "A bill is %.1f rows and %,.0f bytes on disk, keys and indexes included; a reading %,.0f bytes.",
                shape.rowsPerBill(),
                shape.bytesPerBill(),
                shape.bytesPerReading()));
        return lines;
    }

    private static String times(@Nullable Double ratio) {
        return ratio == null ? "" : String.format(Locale.ROOT, "%.2fx", ratio);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-26s %12s %12s %-9s %11s %12s", cells)
                .stripTrailing();
    }

    static String json(BenchReport report) {
        return JsonLine.object(json -> {
            json.writeStringProperty("machine", report.machine());
            json.writeNumberProperty("accounts", report.accounts());
            json.writeArrayPropertyStart("rows");
            report.rows().forEach(row -> write(json, row));
            json.writeEndArray();
            write(json, report.shape());
        });
    }

    private static void write(JsonGenerator json, BenchRow row) {
        json.writeStartObject();
        json.writeStringProperty("name", row.name());
        json.writeStringProperty("unit", row.unit());
        json.writeNumberProperty("count", row.count());
        json.writeNumberProperty("seconds", rounded(row.seconds(), 3));
        json.writeNumberProperty("perSecond", rounded(row.perSecond(), 1));
        json.writeNumberProperty("perSecondPerCore", rounded(row.perSecondPerCore(), 1));
        ratio(json, "overFloor", row.overFloor());
        ratio(json, "overSql", row.overSql());
        json.writeEndObject();
    }

    private static void ratio(JsonGenerator json, String name, @Nullable Double ratio) {
        if (ratio == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, rounded(ratio, 3));
        }
    }

    private static void write(JsonGenerator json, Shape shape) {
        json.writeObjectPropertyStart("shape");
        json.writeNumberProperty("rowsPerBill", rounded(shape.rowsPerBill(), 2));
        json.writeNumberProperty("bytesPerBill", rounded(shape.bytesPerBill(), 0));
        json.writeNumberProperty("bytesPerReading", rounded(shape.bytesPerReading(), 0));
        json.writeEndObject();
    }

    static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(value * scale) / scale;
    }
}
