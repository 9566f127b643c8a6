package org.taswiya.cli.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.receiving.StoredImport;

/// What an import came to, for a person or a program.
///
/// @param rejects where the rejected rows are; null when there are none, or nobody wrote them
record ImportSummary(ImportReport report, @Nullable Path rejects) {

    String text() {
        ImportTotals totals = report.totals();
        StoredImport begun = report.begun();
        List<String> lines = new ArrayList<>();
        lines.add("import " + begun.id() + ", " + Path.of(begun.file()).getFileName() + " by " + begun.mapping() + ", "
                + state() + ": " + Grouped.count(totals.read(), "row"));
        add(lines, totals.added(), "new");
        add(lines, totals.unchanged(), "unchanged");
        add(lines, totals.superseding(), "in place of what was there");
        add(lines, totals.outranked(), "left out: a better reading is there");
        add(lines, totals.doubtful(), "doubtful: they wait in suspect list");
        add(lines, totals.rejected(), "rejected");
        report.rejected()
                .forEach((reason, count) -> lines.add(String.format(Locale.ROOT, "%,14d    %s", count, reason)));
        add(lines, report.cured(), "of these accepted later");
        if (rejects != null) {
            lines.add("rejected rows, each with its line and reason: " + rejects);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, long count, String what) {
        if (count > 0) {
            lines.add(String.format(Locale.ROOT, "%,14d  %s", count, what));
        }
    }

    private String state() {
        return report.isFinished() ? "finished" : "unfinished";
    }

    /// A line of `import list`.
    Object[] cells() {
        ImportTotals totals = report.totals();
        return new Object[] {
            report.begun().id(),
            report.begun().kind(),
            report.begun().on(),
            state(),
            Grouped.of(totals.read()),
            Grouped.of(totals.added()),
            Grouped.of(totals.unchanged()),
            Grouped.of(totals.superseding()),
            Grouped.of(report.stillRejected()),
            Path.of(report.begun().file()).getFileName()
        };
    }

    String json() {
        ImportTotals totals = report.totals();
        StoredImport begun = report.begun();
        return JsonLine.object(json -> {
            json.writeNumberProperty("import", begun.id());
            json.writeStringProperty("file", begun.file());
            json.writeStringProperty("sha256", begun.digest());
            json.writeStringProperty("mapping", begun.mapping());
            json.writeStringProperty("kind", begun.kind());
            json.writeStringProperty("on", begun.on().toString());
            json.writeStringProperty("state", state());
            json.writeStringProperty("author", begun.why().author());
            json.writeStringProperty("reason", begun.why().reason());
            json.writeNumberProperty("read", totals.read());
            json.writeNumberProperty("new", totals.added());
            json.writeNumberProperty("unchanged", totals.unchanged());
            json.writeNumberProperty("superseding", totals.superseding());
            json.writeNumberProperty("outranked", totals.outranked());
            json.writeNumberProperty("doubtful", totals.doubtful());
            json.writeNumberProperty("rejected", totals.rejected());
            json.writeNumberProperty("acceptedLater", report.cured());
            json.writeObjectPropertyStart("reasons");
            report.rejected().forEach((reason, count) -> json.writeNumberProperty(reason, (long) count));
            json.writeEndObject();
            if (rejects != null) {
                json.writeStringProperty("rejectedRows", rejects.toString());
            }
        });
    }
}
