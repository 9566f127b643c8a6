package org.taswiya.cli.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.taswiya.bench.pages.MeasuredPages;
import org.taswiya.bench.pages.MeasuredPages.Row;
import org.taswiya.deliver.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// How soon pages came, for people and for machines.
final class MeasuredPagesText {
    private MeasuredPagesText() {}

    static List<String> lines(MeasuredPages pages) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%,d accounts on %s", pages.accounts(), pages.machine()));
        lines.add(String.format(Locale.ROOT, "The pages were there after %.1f s.", pages.startSeconds()));
        lines.add("");
        lines.add(row("milliseconds", "a second", "median", "99 of 100", "longest", "pages", "database", "failed"));
        for (Row of : pages.rows()) {
            lines.add(row(
                    of.name(),
                    String.format(Locale.ROOT, "%,.1f", of.perSecond()),
                    millis(of.median()),
                    millis(of.ninetyNine()),
                    millis(of.longest()),
                    processor(of.pagesMillis()),
                    processor(of.databaseMillis()),
                    of.failed() == 0 ? "" : String.format(Locale.ROOT, "%,d", of.failed())));
        }
        lines.add("");
        lines.add("Median, 99 of 100 and longest are waits; pages and database are processor time for each.");
        return lines;
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%,.1f", millis);
    }

    private static String processor(double millis) {
        return millis == 0 ? "" : String.format(Locale.ROOT, "%.2f", millis);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-48s %9s %9s %9s %9s %8s %8s %7s", cells)
                .stripTrailing();
    }

    static String json(MeasuredPages pages) {
        return json(pages, _ -> {});
    }

    /// @param more what else is said
    static String json(MeasuredPages pages, Consumer<JsonGenerator> more) {
        return JsonLine.object(json -> {
            json.writeStringProperty("machine", pages.machine());
            json.writeNumberProperty("accounts", pages.accounts());
            json.writeNumberProperty("startSeconds", BenchText.rounded(pages.startSeconds(), 1));
            json.writeArrayPropertyStart("rows");
            pages.rows().forEach(row -> write(json, row));
            json.writeEndArray();
            more.accept(json);
        });
    }

    private static void write(JsonGenerator json, Row row) {
        json.writeStartObject();
        json.writeStringProperty("name", row.name().strip());
        json.writeNumberProperty("done", row.done());
        json.writeNumberProperty("failed", row.failed());
        json.writeNumberProperty("seconds", BenchText.rounded(row.seconds(), 3));
        json.writeNumberProperty("perSecond", BenchText.rounded(row.perSecond(), 1));
        json.writeNumberProperty("medianMillis", BenchText.rounded(row.median(), 2));
        json.writeNumberProperty("ninetyNineMillis", BenchText.rounded(row.ninetyNine(), 2));
        json.writeNumberProperty("longestMillis", BenchText.rounded(row.longest(), 2));
        json.writeNumberProperty("pagesMillisEach", BenchText.rounded(row.pagesMillis(), 3));
        json.writeNumberProperty("databaseMillisEach", BenchText.rounded(row.databaseMillis(), 3));
        json.writeEndObject();
    }
}
