package org.taswiya.core.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// In which time band each moment lies, as a price book publishes it: peak, off-peak and so on.
///
/// Windows are of the wall clock of `zone`, which need not be that of the utility: where the law moves clocks, the hour
/// that comes twice is twice in the band of that hour, and the one that is left out in none.
///
/// @param zone in which windows and holidays are written
/// @param seasons each lasts from its day to that of the next one, the last of the year over its end to the first
/// @param everyYear holidays of every year, such as 1 May
/// @param holidays single holidays, such as those that follow the moon
public record TimeBands(ZoneId zone, List<BandSeason> seasons, Set<MonthDay> everyYear, Set<LocalDate> holidays) {
    /// More are no bands that anybody publishes.
    public static final int BANDS_MOST = 64;

    static final int DAY_MINUTES = 24 * 60;

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /// On which days a window holds.
    public enum BandDay {
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
        SATURDAY,
        SUNDAY,
        /// A holiday, on whatever day of the week it falls.
        HOLIDAY
    }

    /// @param from the first day of it in every year
    public record BandSeason(String name, MonthDay from, List<BandWindow> windows) {
        public BandSeason {
            windows = List.copyOf(windows);
            if (from.equals(LEAP_DAY)) {
                throw new IllegalArgumentException(
                        "Season " + name + " begins on 29 February, which most years do not have");
            }
        }
    }

    /// @param from minutes after midnight at which it begins
    /// @param to minutes after midnight at which it has ended; 1440 at the end of the day
    public record BandWindow(String band, Set<BandDay> days, int from, int to) {
        public BandWindow {
            days = Set.copyOf(days);
            if (band.isBlank() || days.isEmpty()) {
                throw new IllegalArgumentException("A window needs a band and days, found '" + band + "' on " + days);
            }
            if (from < 0 || from >= to || to > DAY_MINUTES) {
                throw new IllegalArgumentException("Window of " + band + " from " + clock(from) + " to " + clock(to)
                        + " is no part of a day; one over midnight is two");
            }
        }
    }

    public TimeBands {
        seasons =
                seasons.stream().sorted(Comparator.comparing(BandSeason::from)).toList();
        everyYear = Set.copyOf(everyYear);
        holidays = Set.copyOf(holidays);
        if (seasons.isEmpty()) {
            throw new IllegalArgumentException("Time bands need a season");
        }
        for (int i = 1; i < seasons.size(); i++) {
            if (seasons.get(i).from().equals(seasons.get(i - 1).from())) {
                throw new IllegalArgumentException("Seasons "
                        + seasons.get(i - 1).name() + " and " + seasons.get(i).name() + " both begin on "
                        + seasons.get(i).from());
            }
        }
        boolean hasHolidays = !everyYear.isEmpty() || !holidays.isEmpty();
        for (BandSeason season : seasons) {
            for (BandDay day : BandDay.values()) {
                if (day != BandDay.HOLIDAY || hasHolidays) {
                    requireWhole(season, day);
                }
            }
        }
        if (names(seasons).size() > BANDS_MOST) {
            throw new IllegalArgumentException("Found " + names(seasons).size() + " bands, expected " + BANDS_MOST);
        }
    }

    /// The windows of a day follow each other from its first minute to its last.
    private static void requireWhole(BandSeason season, BandDay day) {
        int at = 0;
        for (BandWindow window : windows(season, day)) {
            if (window.from() != at) {
                String found = window.from() > at
                        ? "no band from " + clock(at) + " to " + clock(window.from())
                        : "two bands from " + clock(window.from()) + " to " + clock(Math.min(at, window.to()));
                throw new IllegalArgumentException("Season " + season.name() + ", " + day + ": " + found);
            }
            at = window.to();
        }
        if (at != DAY_MINUTES) {
            throw new IllegalArgumentException(
                    "Season " + season.name() + ", " + day + ": no band from " + clock(at) + " to 24:00");
        }
    }

    private static List<BandWindow> windows(BandSeason season, BandDay day) {
        return season.windows().stream()
                .filter(window -> window.days().contains(day))
                .sorted(Comparator.comparingInt(BandWindow::from))
                .toList();
    }

    private static String clock(int minutes) {
        return minutes == DAY_MINUTES ? "24:00" : LocalTime.ofSecondOfDay(Math.clamp(minutes, 0, 1439) * 60L) + "";
    }

    private static List<String> names(List<BandSeason> seasons) {
        Set<String> names = new TreeSet<>();
        seasons.forEach(season -> season.windows().forEach(window -> names.add(window.band())));
        return new ArrayList<>(names);
    }

    /// The names of all bands, in the order of the alphabet.
    public List<String> bands() {
        return names(seasons);
    }

    public boolean isHoliday(LocalDate day) {
        return holidays.contains(day) || everyYear.contains(MonthDay.from(day));
    }

    /// The windows of a day, earliest first, without gap or overlap.
    public List<BandWindow> windows(LocalDate day) {
        BandDay kind = isHoliday(day)
                ? BandDay.HOLIDAY
                : BandDay.valueOf(day.getDayOfWeek().name());
        return windows(season(day), kind);
    }

    private BandSeason season(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        BandSeason found = seasons.getLast();
        for (BandSeason season : seasons) {
            if (season.from().compareTo(date) <= 0) {
                found = season;
            }
        }
        return found;
    }
}
