package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.policy.TimeBandsParser;
import org.taswiya.intake.policy.TimeBandsReading;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// The calendars by which a book bills its time bands: written in it, or files that its charges name. All charges of a
/// version have one; a version that names none has that of the one before, and a book that names none the default.
final class BandCalendars {
    /// What a charge names its calendar by.
    static final String FIELD = "calendar";

    /// Those that are written in the book, by name.
    static final String OWN = "calendars";

    /// The one that a book has which names none.
    static final String DEFAULT = "bands.yaml";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.yaml");

    private final YamlFields book;
    private final String id;
    private final CalendarFiles outside;
    private final Findings findings;
    private final Map<String, Optional<TimeBands>> read = new HashMap<>();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final SortedMap<LocalDate, String> names = new TreeMap<>();
    private final Set<String> used = new HashSet<>();

    BandCalendars(YamlFields book, String id, CalendarFiles outside) {
        this.book = book;
        this.id = id;
        this.outside = outside;
        this.findings = book.findings();
        book.entries(OWN, "calendars by name, such as bands.yaml").forEach((name, entry) -> {
            if (!NAME.matcher(name).matches()) {
                findings.add(entry.key(), "'" + name + "'", "a name such as bands.yaml");
            }
            read.put(name, TimeBandsParser.read(entry.value(), findings));
        });
    }

    /// The texts of those that were taken from outside, by name.
    SortedMap<String, String> files() {
        return files;
    }

    /// Takes note of the calendar that a charge names.
    ///
    /// @param from the first day of its version
    /// @param bands those that the charge has prices for
    /// @param isWhole whether it has to have a price for each band of the calendar
    void named(YamlFields item, @Nullable LocalDate from, Set<String> bands, boolean isWhole) {
        String name = item.has(FIELD) ? item.name(FIELD, NAME, "a calendar such as bands.yaml") : "";
        if (name.isEmpty()) {
            return;
        }
        used.add(name);
        Optional<TimeBands> calendar = calendar(item.placeOf(FIELD), name);
        calendar.ifPresent(hours -> checkAlike(
                item, isWhole ? new TreeSet<>(hours.bands()) : new TreeSet<>(), new TreeSet<>(bands), hours));
        if (from == null) {
            return;
        }
        String other = names.putIfAbsent(from, name);
        if (other != null && !other.equals(name)) {
            findings.add(item.placeOf(FIELD), name + " beside " + other, "one calendar for all charges of a version");
        }
    }

    private Optional<TimeBands> calendar(YamlNode place, String name) {
        return read.computeIfAbsent(name, _ -> {
            Optional<String> text = book.has(OWN) ? Optional.empty() : outside.text(id, name);
            if (text.isEmpty()) {
                findings.add(
                        place,
                        "'" + name + "', which cannot be read",
                        book.has(OWN)
                                ? "one of those under '" + OWN + "'"
                                : "a file beside the book or in the folder of its utility");
                return Optional.empty();
            }
            return switch (TimeBandsParser.parse(name, text.get())) {
                case TimeBandsReading.Faulty(var faults) -> {
                    findings.add(place, "faults in it: " + faults.getFirst(), "a calendar without");
                    yield Optional.empty();
                }
                case TimeBandsReading.Read(TimeBands calendar) -> {
                    files.put(name, text.get());
                    yield Optional.of(calendar);
                }
            };
        });
    }

    /// Every band of the calendar has prices, and the other way round.
    private void checkAlike(YamlFields item, Set<String> toPrice, Set<String> priced, TimeBands calendar) {
        Set<String> unpriced = new TreeSet<>(toPrice);
        unpriced.removeAll(priced);
        Set<String> never = new TreeSet<>(priced);
        never.removeAll(calendar.bands());
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

    /// The tariff with when its time bands are.
    Tariff with(Tariff tariff) {
        if (names.isEmpty() && !tariff.versions().isEmpty() && isNeeded(tariff) && isDefaultThere()) {
            used.add(DEFAULT);
            names.put(tariff.versions().getFirst().from(), DEFAULT);
        }
        checkUsed();
        SortedMap<LocalDate, TimeBands> calendars = new TreeMap<>();
        names.forEach((from, name) ->
                calendar(book.placeOf("book"), name).ifPresent(calendar -> calendars.put(from, calendar)));
        return tariff.with(calendars);
    }

    private static boolean isNeeded(Tariff tariff) {
        return tariff.timeBands().size() > 1 || tariff.isOfDemand();
    }

    private boolean isDefaultThere() {
        return book.has(OWN)
                ? read.containsKey(DEFAULT)
                : outside.text(id, DEFAULT).isPresent();
    }

    private void checkUsed() {
        read.keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .forEach(name -> findings.add(
                        book.placeOf(OWN), "the calendar " + name + ", which no charge names", "those that are named"));
    }
}
