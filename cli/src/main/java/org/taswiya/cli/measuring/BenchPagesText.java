package org.taswiya.cli.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taswiya.bench.pages.PagesReport;

/// What the pages of visitors came to, for people and for machines.
final class BenchPagesText {
    private BenchPagesText() {}

    static List<String> lines(PagesReport report) {
        List<String> lines = new ArrayList<>(MeasuredPagesText.lines(report.pages()));
        lines.add(String.format(
                Locale.ROOT,
                report.isLost()
                        ? "LOST: %,d readings were accepted, %,d are in the books."
                        : "Of %,d readings that were accepted none is lost: %,d are in the books.",
                report.accepted(),
                report.kept()));
        return lines;
    }

    static String json(PagesReport report) {
        return MeasuredPagesText.json(report.pages(), json -> {
            json.writeNumberProperty("accepted", report.accepted());
            json.writeNumberProperty("kept", report.kept());
        });
    }
}
