package org.taswiya.cli.measuring;

import java.util.List;
import java.util.Locale;
import org.taswiya.bench.backtest.AlarmRow;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.deliver.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// How good alarms were, for people and for machines.
final class AlarmsText {
    private AlarmsText() {}

    static String head() {
        return String.format(
                Locale.ROOT,
                "%-24s %-6s %7s %9s %7s %7s %7s %9s %7s %7s %7s",
                "set",
                "half",
                "meters",
                "periods",
                "alarms",
                "false",
                "false %",
                "per 100 y",
                "+50 %",
                "+100 %",
                "+200 %");
    }

    static String line(AlarmRow row) {
        return String.format(
                Locale.ROOT,
                "%-24s %-6s %7s %9s %7s %7s %7s %9s %7s %7s %7s",
                row.set(),
                row.half().name().toLowerCase(Locale.ROOT),
                Grouped.of(row.meters()),
                Grouped.of(row.judged()),
                Grouped.of(row.alarms()),
                Grouped.of(row.falseAlarms()),
                percent(row, "%.2f", row.falseShare()),
                percent(row, "%.2f", row.falsePerYear()),
                percent(row, "%.1f", row.found().get(0)),
                percent(row, "%.1f", row.found().get(1)),
                percent(row, "%.1f", row.found().get(2)));
    }

    /// Where no period could be judged nothing was missed, and nothing found either.
    private static String percent(AlarmRow row, String form, double value) {
        return row.judged() == 0 ? "-" : String.format(Locale.ROOT, form, value);
    }

    /// @param leaks as many as each row has found
    static String json(List<AlarmRow> rows, List<Integer> leaks) {
        return JsonLine.object(json -> {
            json.writeArrayPropertyStart("rows");
            rows.forEach(row -> write(json, row, leaks));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, AlarmRow row, List<Integer> leaks) {
        json.writeStartObject();
        json.writeStringProperty("set", row.set());
        json.writeStringProperty("half", row.half().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("meters", row.meters());
        json.writeNumberProperty("periods", row.judged());
        json.writeNumberProperty("meterYears", rounded(row.meterYears()));
        json.writeNumberProperty("alarms", row.alarms());
        json.writeNumberProperty("falseAlarms", row.falseAlarms());
        json.writeNumberProperty("falseShare", rounded(row.falseShare()));
        json.writeNumberProperty("falsePer100MeterYears", rounded(row.falsePerYear()));
        for (int i = 0; i < leaks.size(); i++) {
            json.writeNumberProperty("found" + leaks.get(i), rounded(row.found().get(i)));
        }
        json.writeEndObject();
    }

    /// To a hundredth.
    private static double rounded(double percent) {
        return Math.round(percent * 100) / 100.0;
    }
}
