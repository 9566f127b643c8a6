package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Proration.DayCount;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlFields;

/// Reads the `versions` of a book: their dates, and through [ComponentReader] what they charge.
final class VersionReader {

    static final Set<String> KNOWN = Set.of(
            "from", "to", "fromPlaceholder", "clause", "proration", "components", "source", "derived", "placeholder");

    private static final Set<String> PRORATION_KNOWN = Set.of("bounds", "charges", "rounding", "everyMonths");
    private static final Map<String, DayCount> DAY_COUNTS =
            Map.of(DayCount.NONE.code(), DayCount.NONE, DayCount.DAYS_30.code(), DayCount.DAYS_30);
    private static final int UNROUNDED = -1;
    private static final Map<String, Integer> ROUNDINGS =
            Map.of("unrounded", UNROUNDED, "1", 0, "0.1", 1, "0.01", 2, "0.001", 3);

    private final Findings findings;
    private final PlaceholderNotes placeholders;
    private final ComponentReader components;
    private final @Nullable Proration bookProration;

    VersionReader(
            Findings findings,
            PlaceholderNotes placeholders,
            ComponentReader components,
            @Nullable Proration bookProration) {
        this.findings = findings;
        this.placeholders = placeholders;
        this.components = components;
        this.bookProration = bookProration;
    }

    /// How a book or a version prorates; null after a finding.
    static @Nullable Proration proration(YamlFields around) {
        YamlFields fields = around.fields("proration", "the proration: bounds, charges, rounding", PRORATION_KNOWN);
        if (fields == null) {
            return null;
        }
        DayCount bounds = fields.choice("bounds", DAY_COUNTS);
        DayCount charges = fields.choice("charges", DAY_COUNTS);
        Integer decimals = fields.choice("rounding", ROUNDINGS);
        int months = fields.has("everyMonths") ? fields.whole("everyMonths", 1, Proration.MONTHS_MOST) : 1;
        if (bounds == null || charges == null || decimals == null) {
            return null;
        }
        return new Proration(bounds, charges, decimals == UNROUNDED ? null : decimals, months);
    }

    List<TariffVersion> read(YamlFields book) {
        List<YamlFields> items = book.items("versions", "a version", KNOWN);
        List<@Nullable LocalDate> starts = new ArrayList<>();
        items.forEach(item -> starts.add(item.date("from")));
        List<TariffVersion> versions = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            LocalDate next = last ? null : starts.get(i + 1);
            LocalDate end = end(items.get(i), starts.get(i), next, last ? null : items.get(i + 1));
            versions.addAll(version(items.get(i), starts.get(i), end));
        }
        return versions;
    }

    /// The day after the version's last: as stated, or where the next one begins.
    private @Nullable LocalDate end(
            YamlFields item, @Nullable LocalDate from, @Nullable LocalDate next, @Nullable YamlFields nextItem) {
        LocalDate to = item.optionalDate("to");
        if (from != null && to != null && !to.isAfter(from)) {
            findings.add(item.placeOf("to"), to.toString(), "a day after " + from + ", where the version begins");
        } else if (nextItem != null && from != null && next != null && !next.isAfter(from)) {
            findings.add(
                    nextItem.placeOf("from"),
                    "a version from " + next + " that overlaps the one from " + from,
                    "versions in order, each beginning after the one before");
        } else if (to != null && next != null && to.isBefore(next)) {
            findings.add(
                    item.placeOf("to"),
                    "no version from " + to + " to " + next,
                    to + " as the next version's from, or no 'to' here");
        } else if (to != null && next != null && to.isAfter(next)) {
            findings.add(
                    item.placeOf("to"),
                    "two versions from " + next + " to " + to,
                    next + ", where the next version begins");
        }
        return next == null ? to : next;
    }

    /// More than one where something of it has days of its own.
    private List<TariffVersion> version(YamlFields fields, @Nullable LocalDate from, @Nullable LocalDate to) {
        String name = from == null ? "a version" : "the version from " + from;
        String clause = fields.text("clause");
        Provenance provenance = Provenance.stated(fields);
        placeholders.note(provenance, "the version from " + from, from, to);
        placeholders.note(
                Provenance.placeholderIn(fields, "fromPlaceholder"), "the date " + from + " itself", from, to);
        Proration stated = fields.has("proration") ? proration(fields) : bookProration;
        Proration proration = stated == null ? Proration.NONE : stated;
        List<DatedComponent> charged =
                components.read(fields, new ComponentReader.Version(name, from, to, clause, proration, provenance));
        if (from == null) {
            return List.of();
        }
        boolean provisional = placeholders.inOrder().stream()
                .anyMatch(placeholder -> placeholder.from().equals(from)
                        && !placeholder.figures().isEmpty());
        return DatedComponent.versions(from, to, proration, provisional, charged);
    }
}
