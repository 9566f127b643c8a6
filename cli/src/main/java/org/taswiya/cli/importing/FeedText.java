package org.taswiya.cli.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.importing.ShownFeed.ShownSeries;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.intake.feed.FeedSeries;

/// A feed as `feed show` shows it to a person.
final class FeedText {
    private static final int DECIMALS = 6;
    private static final int GAPS_SHOWN = 3;

    private FeedText() {}

    static List<String> lines(@Nullable FeedFormat format, ShownFeed shown, FeedCount count, Look look) {
        List<String> lines = new ArrayList<>();
        if (count.whole() != null) {
            lines.add((format == null ? "not a feed" : format.words()) + ", refused as a whole");
            lines.add("  " + count.whole());
            return lines;
        }
        if (format != null) {
            lines.add(format.words() + ": " + Grouped.count(count.intervals(), "interval") + " in "
                    + shown.series().size() + " series");
        }
        count.notes().forEach(note -> lines.add("note: " + note));
        if (!shown.series().isEmpty()) {
            lines.add("");
            lines.addAll(table(shown, look));
        }
        gaps(shown, lines);
        refused(count, lines);
        return lines;
    }

    private static List<String> table(ShownFeed shown, Look look) {
        TextTable table = new TextTable(
                look,
                "",
                "point and register",
                "counts",
                "first",
                "last",
                "days",
                "estimated",
                "incomplete",
                "sum",
                "unit");
        for (ShownSeries series : shown.series()) {
            table.row(
                    name(series.series()),
                    series.series().service().code() + " "
                            + series.series().flow().code(),
                    series.first().toString(),
                    series.last().toString(),
                    Grouped.of(series.days()),
                    Grouped.of(series.days() - series.of(UsageQuality.ACTUAL)),
                    Grouped.of(series.incomplete()),
                    series.sum().toCanonicalText(DECIMALS),
                    series.series().unit().symbol());
        }
        return table.lines();
    }

    /// A register whose name begins with that of its point is not named twice.
    private static String name(FeedSeries series) {
        String register = series.register().startsWith(series.point())
                ? series.register()
                : series.point() + " " + series.register();
        return series.timeOfUse() == null ? register : register + " time of use " + series.timeOfUse();
    }

    private static void gaps(ShownFeed shown, List<String> lines) {
        for (ShownSeries series : shown.series()) {
            List<DateRange> gaps = series.gaps();
            if (!gaps.isEmpty()) {
                String named = gaps.stream()
                        .limit(GAPS_SHOWN)
                        .map(gap -> gap.from() + " to " + gap.to().minusDays(1))
                        .collect(Collectors.joining(", "));
                lines.add("missing: " + name(series.series()) + ": " + named
                        + (gaps.size() > GAPS_SHOWN ? " and " + (gaps.size() - GAPS_SHOWN) + " more" : ""));
            }
        }
    }

    private static void refused(FeedCount count, List<String> lines) {
        if (count.refused().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("refused: "
                + count.refused().entrySet().stream()
                        .map(entry -> Grouped.of(entry.getValue()) + " "
                                + entry.getKey().code())
                        .collect(Collectors.joining(", ")));
        count.examples().forEach(refusal -> lines.add("  " + refusal));
        long more = count.refusedParts() - count.examples().size();
        if (more > 0) {
            lines.add("  and " + Grouped.of(more) + " more like these");
        }
    }
}
