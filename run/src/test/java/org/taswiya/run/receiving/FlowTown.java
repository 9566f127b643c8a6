package org.taswiya.run.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.validation.NoticeCandidate;
import org.taswiya.store.validation.NoticeCandidates;
import org.taswiya.store.validation.NoticeFilter;

/// Feeds of meters that may never stand still, judged by limits.
///
/// A letter is a day of March 2020: `f` 0.5 kWh in every hour, 12 in all; `g` the same and more by day, 13 in all; `p`
/// rests in every other half hour; `l` 0.1 in every hour; `n` rests for an hour of the night, 11.5 in all; `e` as `f`,
/// but estimated.
record FlowTown(Database database, Town town, ReadingChecks checks) {

    static String day(int day, char letter) {
        return switch (letter) {
            case 'f' -> FeedTown.running(day, "A", "0.25");
            case 'g' -> FeedTown.running(day, "A", hours("0.25", "1.25"));
            case 'p' -> FeedTown.running(day, "A", "0.5", "0");
            case 'l' -> FeedTown.running(day, "A", "0.05");
            case 'n' -> FeedTown.running(day, "A", hours("0", "0.25"));
            case 'e' -> FeedTown.running(day, "E52", "0.25");
            default -> throw new IllegalArgumentException("no day: " + letter);
        };
    }

    /// A quarter of a unit in each half hour, but for two.
    private static String[] hours(String third, String thirtieth) {
        String[] values = new String[48];
        Arrays.fill(values, "0.25");
        values[4] = third;
        values[5] = third;
        values[30] = thirtieth;
        return values;
    }

    /// The days of a point from one on; `-` is one that is missing.
    static String stream(String point, int from, String letters) {
        StringBuilder days = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            days.append(letters.charAt(i) == '-' ? "" : day(from + i, letters.charAt(i)));
        }
        return FeedTown.stream(point, "E1", days.toString());
    }

    ImportReport take(SourceMapping mapping, String text, int rowsPerBatch) throws IOException {
        Path file = town.file(text);
        ImportSettings settings = new ImportSettings(file, mapping, Town.ON, rowsPerBatch, checks, Town.WHY);
        return ImportRun.execute(database, settings, new ImportListener() {});
    }

    ImportReport feed(String point, int from, String letters) throws IOException {
        return take(Town.shipped("feed"), FeedTown.feed(stream(point, from, letters)), 10_000);
    }

    /// `flow 03-01..03-04 36 0.5`: days, use and smallest hour; with a mark where its days have been read otherwise.
    List<String> told(String point) {
        return NoticeCandidates.list(database, new NoticeFilter(null, null, null, null, point, false)).stream()
                .map(FlowTown::told)
                .toList();
    }

    private static String told(NoticeCandidate one) {
        return one.kind().code().replace("continuous-", "") + " "
                + one.range().from().toString().substring(5) + ".."
                + one.range().to().toString().substring(5) + " "
                + one.figures().get("use") + " " + one.figures().get("smallest")
                + (one.isOvertaken() ? " overtaken" : "");
    }
}
