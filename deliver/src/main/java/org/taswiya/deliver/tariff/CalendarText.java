package org.taswiya.deliver.tariff;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;

/// Writes a calendar of time bands that has no holidays, as it stands in a price book.
final class CalendarText {
    private static final Map<Set<BandDay>, String> NAMED = Map.of(
            EnumSet.allOf(BandDay.class), "every",
            EnumSet.range(BandDay.MONDAY, BandDay.FRIDAY), "weekdays",
            EnumSet.of(BandDay.SATURDAY, BandDay.SUNDAY), "weekend");
    private static final int HOUR = 60;

    private CalendarText() {}

    /// Its lines, those within another indented by two spaces each.
    static List<String> lines(TimeBands calendar) {
        List<String> lines = new ArrayList<>(List.of("zone: " + calendar.zone(), "seasons:"));
        for (BandSeason season : calendar.seasons()) {
            lines.add("  - name: " + season.name());
            lines.add("    from: " + season.from());
            lines.add("    windows:");
            season.windows().forEach(window -> lines.add("      - " + line(window)));
        }
        return lines;
    }

    private static String line(BandWindow window) {
        return "{ band: " + window.band() + ", days: [" + days(window.days()) + "], from: " + clock(window.from())
                + ", to: " + clock(window.to()) + " }";
    }

    private static String days(Set<BandDay> days) {
        String named = NAMED.get(days);
        return named != null
                ? named
                : days.stream()
                        .sorted()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
    }
}
