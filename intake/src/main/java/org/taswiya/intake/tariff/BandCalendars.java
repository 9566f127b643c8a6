package org.taswiya.intake.tariff;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.intake.policy.TimeBandsParser;
import org.taswiya.intake.policy.TimeBandsReading;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlFields;

/// The calendars that the charges on time bands of a book name: files beside it, whose bands are those of the charge.
final class BandCalendars {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.yaml");
    private static final String FIELD = "calendar";

    private final String book;
    private final Findings findings;
    private final List<TariffBook.BandCalendar> read = new ArrayList<>();

    /// @param book its file, as the caller named it
    BandCalendars(String book, Findings findings) {
        this.book = book;
        this.findings = findings;
    }

    List<TariffBook.BandCalendar> read() {
        return read;
    }

    /// @param bands those that the charge has prices for
    void read(YamlFields item, String component, @Nullable LocalDate from, Set<String> bands) {
        if (!item.has(FIELD)) {
            add(component, from, null);
            return;
        }
        String name = item.name(FIELD, NAME, "a file beside the book such as bands.yaml");
        if (name.isEmpty()) {
            return;
        }
        try {
            switch (TimeBandsParser.parse(Path.of(book).resolveSibling(name))) {
                case TimeBandsReading.Faulty(var faults) ->
                    findings.add(item.placeOf(FIELD), "faults in it: " + faults.getFirst(), "a calendar without");
                case TimeBandsReading.Read(TimeBands calendar) -> {
                    checkAlike(item, new TreeSet<>(calendar.bands()), new TreeSet<>(bands));
                    add(component, from, calendar);
                }
            }
        } catch (IOException _) {
            findings.add(item.placeOf(FIELD), "'" + name + "', which cannot be read", "a file beside the book");
        }
    }

    private void add(String component, @Nullable LocalDate from, @Nullable TimeBands calendar) {
        if (from != null) {
            read.add(new TariffBook.BandCalendar(component, from, calendar));
        }
    }

    /// Every band of the calendar has prices, and the other way round.
    private void checkAlike(YamlFields item, Set<String> ofCalendar, Set<String> priced) {
        Set<String> unpriced = new TreeSet<>(ofCalendar);
        unpriced.removeAll(priced);
        Set<String> never = new TreeSet<>(priced);
        never.removeAll(ofCalendar);
        if (!unpriced.isEmpty()) {
            findings.add(
                    item.placeOf(FIELD),
                    "a calendar with " + String.join(", ", unpriced) + ", which has no prices here",
                    "the bands " + String.join(", ", new TreeSet<>(priced)));
        }
        if (!never.isEmpty()) {
            findings.add(
                    item.placeOf(FIELD),
                    "a calendar in which no hour is " + String.join(", ", never),
                    "each band that has prices");
        }
    }
}
