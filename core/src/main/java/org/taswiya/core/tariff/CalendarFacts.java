package org.taswiya.core.tariff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.tariff.TariffFact.Field;
import org.taswiya.core.tariff.TariffFact.Part;

/// When the time bands of a price book are, fact by fact: of each season the hours of each band, and each holiday.
final class CalendarFacts {
    private static final int HOUR = 60;
    private static final int LETTERS = 3;
    private static final Set<BandDay> EVERY = Set.of(BandDay.values());

    private CalendarFacts() {}

    static Map<TariffFact, String> of(TimeBands calendar) {
        Map<TariffFact, String> facts = new LinkedHashMap<>();
        facts.put(fact("", "", Field.ZONE), calendar.zone().getId());
        for (BandSeason season : calendar.seasons()) {
            facts.put(
                    fact(season.name(), "", Field.FROM),
                    season.from().toString().substring(2));
            hours(season).forEach((band, hours) -> facts.put(fact(season.name(), band, Field.HOURS), hours));
        }
        new TreeSet<>(calendar.everyYear()).forEach(day -> {
            String date = day.toString().substring(2);
            facts.put(fact("", date, Field.HOLIDAY), date);
        });
        new TreeSet<>(calendar.holidays())
                .forEach(day -> facts.put(fact("", day.toString(), Field.HOLIDAY), day.toString()));
        return facts;
    }

    private static TariffFact fact(String season, String band, Field field) {
        return new TariffFact(Part.CALENDAR, season, band, 0, field);
    }

    /// Of each band, its windows in an order that nobody chose.
    private static Map<String, String> hours(BandSeason season) {
        return season.windows().stream()
                .collect(Collectors.groupingBy(
                        BandWindow::band,
                        TreeMap::new,
                        Collectors.mapping(
                                CalendarFacts::window,
                                Collectors.collectingAndThen(Collectors.toList(), CalendarFacts::inOrder))));
    }

    private static String inOrder(List<String> windows) {
        return windows.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String window(BandWindow window) {
        return clock(window.from()) + "-" + clock(window.to()) + " " + days(window.days());
    }

    private static String days(Set<BandDay> days) {
        return days.equals(EVERY)
                ? "every"
                : new TreeSet<>(days)
                        .stream()
                                .map(day -> day.name().toLowerCase(Locale.ROOT).substring(0, LETTERS))
                                .collect(Collectors.joining(" "));
    }

    private static String clock(int minutes) {
        return pair(minutes / HOUR) + ":" + pair(minutes % HOUR);
    }

    private static String pair(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
