package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads in which time band each part of a week is.
public final class TimeBandsParser {
    private static final Set<String> FIELDS =
            Set.of("zone", "seasons", "everyYear", "holidays", "source", "placeholder");
    private static final String YEARLY = "a day of every year such as --05-01";
    private static final String SINGLE = "a date of the calendar such as 2020-07-31";
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])|24:00");
    private static final int HOUR = 60;
    private static final int DAYS_MOST = 5_000; // fifty holidays in each year of a century
    private static final Map<String, Set<BandDay>> DAYS = days();

    private final Findings findings;

    private TimeBandsParser(Findings findings) {
        this.findings = findings;
    }

    /// The bands of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static TimeBandsReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The bands of a text.
    ///
    /// @param file what findings call it
    public static TimeBandsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<TimeBands> bands = YamlDocument.read(text, findings).flatMap(root -> read(root, findings));
        return findings.isEmpty() && bands.isPresent()
                ? new TimeBandsReading.Read(bands.get())
                : new TimeBandsReading.Faulty(findings.inOrder());
    }

    /// The bands of a part of a document; empty after findings.
    public static Optional<TimeBands> read(YamlNode root, Findings findings) {
        return new TimeBandsParser(findings).bands(root);
    }

    private static Map<String, Set<BandDay>> days() {
        Map<String, Set<BandDay>> days = new TreeMap<>();
        for (BandDay day : BandDay.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT), Set.of(day));
        }
        days.put("weekdays", EnumSet.range(BandDay.MONDAY, BandDay.FRIDAY));
        days.put("weekend", EnumSet.of(BandDay.SATURDAY, BandDay.SUNDAY));
        days.put("every", EnumSet.allOf(BandDay.class));
        return days;
    }

    private Optional<TimeBands> bands(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "time bands", FIELDS, findings);
        ZoneId zone = fields.zone();
        List<BandSeason> seasons = new ArrayList<>();
        for (YamlFields season : fields.items("seasons", "a season", Set.of("name", "from", "windows"))) {
            season(season).ifPresent(seasons::add);
        }
        Set<MonthDay> everyYear = parsed(fields, "everyYear", YEARLY, MonthDay::parse);
        Set<LocalDate> holidays = parsed(fields, "holidays", SINGLE, LocalDate::parse);
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TimeBands(zone, seasons, everyYear, holidays));
        } catch (IllegalArgumentException e) {
            findings.add(
                    fields.placeOf("seasons"),
                    String.valueOf(e.getMessage()),
                    "every minute of every day of each season in one band");
            return Optional.empty();
        }
    }

    private Optional<BandSeason> season(YamlFields fields) {
        String name = fields.text("name");
        MonthDay from = parsed(fields.required("from", YEARLY), fields, YEARLY, MonthDay::parse);
        List<BandWindow> windows = new ArrayList<>();
        for (YamlFields window : fields.items("windows", "a window", Set.of("band", "days", "from", "to"))) {
            window(window).ifPresent(windows::add);
        }
        return made(fields, () -> new BandSeason(name, from == null ? MonthDay.of(1, 1) : from, windows));
    }

    private Optional<BandWindow> window(YamlFields fields) {
        String band = fields.text("band");
        Set<BandDay> days = EnumSet.noneOf(BandDay.class);
        for (YamlNode node : fields.list("days", "days of the week, weekdays, weekend, holiday or every")) {
            Set<BandDay> some = fields.choiceOf(node, DAYS);
            if (some != null) {
                days.addAll(some);
            }
        }
        int from = clock(fields, "from");
        int to = clock(fields, "to");
        return findings.isEmpty() ? made(fields, () -> new BandWindow(band, days, from, to)) : Optional.empty();
    }

    /// In minutes after midnight; zero after a finding.
    private int clock(YamlFields fields, String name) {
        String text = fields.text(name);
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            findings.add(fields.placeOf(name), "'" + text + "'", "a time from 00:00 to 24:00 such as 17:30");
            return 0;
        }
        return clock.group(1) == null
                ? 24 * HOUR
                : Integer.parseInt(clock.group(1)) * HOUR + Integer.parseInt(clock.group(2));
    }

    private interface Making<T> {
        T make();
    }

    /// What the rules say of it is a finding at its place.
    private <T> Optional<T> made(YamlFields fields, Making<T> making) {
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(making.make());
        } catch (IllegalArgumentException e) {
            findings.add(fields.place(), String.valueOf(e.getMessage()), "a part of the year or of a day");
            return Optional.empty();
        }
    }

    private <T> Set<T> parsed(YamlFields fields, String name, String expected, Function<String, T> parse) {
        Set<T> all = new HashSet<>();
        if (fields.has(name)) {
            for (YamlNode node : fields.list(name, expected, DAYS_MOST)) {
                T one = parsed(node, fields, expected, parse);
                if (one != null) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    private <T> @Nullable T parsed(
            @Nullable YamlNode node, YamlFields fields, String expected, Function<String, T> parse) {
        if (node == null) {
            return null;
        }
        try {
            return parse.apply(fields.textOf(node));
        } catch (DateTimeException _) {
            findings.add(node, node.describe(), expected);
            return null;
        }
    }
}
