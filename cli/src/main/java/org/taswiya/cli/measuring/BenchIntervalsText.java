package org.taswiya.cli.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taswiya.bench.interval.IntervalBenchReport;
import org.taswiya.bench.interval.IntervalBenchReport.Year;
import org.taswiya.deliver.json.JsonLine;

/// What intervals came to, for people and for machines.
final class BenchIntervalsText {
    private BenchIntervalsText() {}

    static List<String> lines(IntervalBenchReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%,d registers, %d days on %s", report.registers(), report.days(), report.machine()));
        lines.add("");
        lines.add(row("a year of quarter hours", "bytes", "total"));
        for (Year year : report.years()) {
            lines.add(row(year.name(), year.bytes(), year.total()));
        }
        lines.add("");
        lines.add(rate("load from text", report.registerDays(), report.loadSeconds()));
        lines.add(rate("sum by bands, a day", report.registerDays(), report.sumSeconds()));
        lines.add(rate("sum by bands, all days", report.registerDays(), report.sumAllSeconds()));
        lines.add(rate("pack", report.registerDays(), report.packSeconds()));
        lines.add(rate("floor: copy out and in", report.registerDays(), report.floorSeconds()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Loaded and summed: %,.0f days of a register a second, %,.0f values; a day of a million in %.1f"
                        + " minutes.",
                report.perSecond(),
                report.perSecond() * 96,
                report.minutesOfAMillion()));
        lines.add(String.format(
                Locale.ROOT,
                "On disk, keys and indexes included: %.0f bytes a day as it came, %.0f packed.",
                (double) report.bytesAsTheyCame() / report.registerDays(),
                (double) report.bytesPacked() / report.registerDays()));
        return lines;
    }

    private static String rate(String name, long days, double seconds) {
        return row(name, String.format(Locale.ROOT, "%,.0f", days / seconds), "a second");
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-32s %12s %12s", cells).stripTrailing();
    }

    static String json(IntervalBenchReport report) {
        return JsonLine.object(json -> {
            json.writeStringProperty("machine", report.machine());
            json.writeNumberProperty("registers", report.registers());
            json.writeNumberProperty("days", report.days());
            json.writeArrayPropertyStart("years");
            for (Year year : report.years()) {
                json.writeStartObject();
                json.writeStringProperty("name", year.name());
                json.writeNumberProperty("total", year.total());
                json.writeNumberProperty("bytes", year.bytes());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberProperty("loadSeconds", BenchText.rounded(report.loadSeconds(), 3));
            json.writeNumberProperty("sumSeconds", BenchText.rounded(report.sumSeconds(), 3));
            json.writeNumberProperty("sumAllSeconds", BenchText.rounded(report.sumAllSeconds(), 3));
            json.writeNumberProperty("packSeconds", BenchText.rounded(report.packSeconds(), 3));
            json.writeNumberProperty("floorSeconds", BenchText.rounded(report.floorSeconds(), 3));
            json.writeNumberProperty("registerDaysPerSecond", BenchText.rounded(report.perSecond(), 1));
            json.writeNumberProperty("bytesAsTheyCame", report.bytesAsTheyCame());
            json.writeNumberProperty("bytesPacked", report.bytesPacked());
        });
    }
}
