package org.taswiya.intake.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.yaml.YamlNode.Mapping;
import org.taswiya.intake.yaml.YamlNode.Scalar;
import org.taswiya.intake.yaml.YamlNode.Sequence;

/// The fields of one mapping, read by name and kind.
///
/// Whatever is wrong becomes a finding at its place, and the method answers null or something harmless, so that reading
/// goes on and finds the rest. A book with findings is thrown away at the end.
public final class YamlFields {

    /// How many items of a list make sense where nothing else is said.
    public static final int ITEMS_MOST = 1_000;

    private static final int DIGITS_MOST = 18;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,8}");

    private final YamlNode node;
    private final Map<String, Mapping.Entry> entries;
    private final Findings findings;

    private YamlFields(YamlNode node, Map<String, Mapping.Entry> entries, Findings findings) {
        this.node = node;
        this.entries = entries;
        this.findings = findings;
    }

    /// Opens a mapping and reports every field of it that is not known.
    ///
    /// @param what the thing that the fields describe, for findings
    public static YamlFields of(YamlNode node, String what, Set<String> known, Findings findings) {
        return of(node, what, known, _ -> known, findings);
    }

    private static YamlFields of(
            YamlNode node, String what, Set<String> known, Function<Mapping, Set<String>> meant, Findings findings) {
        if (!(node instanceof Mapping mapping)) {
            findings.add(node, node.describe(), "the fields of " + what);
            return new YamlFields(node, Map.of(), findings);
        }
        mapping.entries().forEach((name, entry) -> {
            if (!known.contains(name)) {
                String names = String.join(", ", new TreeSet<>(meant.apply(mapping)));
                findings.add(entry.key(), "the unknown field '" + name + "'", "one of " + names);
            }
        });
        return new YamlFields(node, mapping.entries(), findings);
    }

    public Findings findings() {
        return findings;
    }

    /// Where the mapping begins.
    public YamlNode place() {
        return node;
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    public @Nullable YamlNode optional(String name) {
        Mapping.Entry entry = entries.get(name);
        return entry == null ? null : entry.value();
    }

    /// Where a field stands, or the mapping when it does not.
    public YamlNode placeOf(String name) {
        YamlNode value = optional(name);
        return value == null ? node : value;
    }

    public @Nullable YamlNode required(String name, String expected) {
        YamlNode value = optional(name);
        if (value == null && node instanceof Mapping) {
            findings.add(node, "no field '" + name + "'", expected);
        }
        return value;
    }

    // ---------------------------------------------------------------------------------------------- text and choices

    /// Text that is not empty; empty text after a finding.
    public String text(String name) {
        return textOf(required(name, "'" + name + "' with some text"));
    }

    public String textOf(@Nullable YamlNode value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Scalar scalar
                && !scalar.isEmpty()
                && !scalar.text().isBlank()) {
            return scalar.text().strip().replaceAll("\\s+", " ");
        }
        findings.add(value, value.describe(), "some text");
        return "";
    }

    /// A name of the stated form.
    public String name(String name, Pattern form, String expected) {
        YamlNode value = required(name, expected);
        if (value == null) {
            return "";
        }
        if (value instanceof Scalar scalar && form.matcher(scalar.text()).matches()) {
            return scalar.text();
        }
        findings.add(value, value.describe(), expected);
        return "";
    }

    public <T> @Nullable T choice(String name, Map<String, T> choices) {
        YamlNode value = required(name, "'" + name + "', " + oneOf(choices));
        return value == null ? null : choiceOf(value, choices);
    }

    public <T> @Nullable T choiceOf(YamlNode value, Map<String, T> choices) {
        T chosen = value instanceof Scalar scalar ? choices.get(scalar.text()) : null;
        if (chosen == null) {
            findings.add(value, value.describe(), oneOf(choices));
        }
        return chosen;
    }

    private static String oneOf(Map<String, ?> choices) {
        return "one of " + String.join(", ", new TreeSet<>(choices.keySet()));
    }

    // --------------------------------------------------------------------------------------------- numbers and dates

    /// A number; zero after a finding.
    public Decimal number(String name, Limit limit) {
        YamlNode value = required(name, "'" + name + "', a number " + limit.words());
        Decimal number = value == null ? null : numberOf(value, limit);
        return number == null ? Decimal.ZERO : number;
    }

    public @Nullable Decimal optionalNumber(String name, Limit limit) {
        YamlNode value = optional(name);
        return value == null ? null : numberOf(value, limit);
    }

    public @Nullable Decimal numberOf(YamlNode value, Limit limit) {
        if (!(value instanceof Scalar scalar) || !scalar.plain()) {
            findings.add(value, value.describe(), "a number " + limit.words() + ", without quotes");
            return null;
        }
        Decimal number;
        try {
            number = Decimal.parse(scalar.text());
        } catch (NumberFormatException _) {
            String digits = scalar.text().length() > DIGITS_MOST ? ", of at most " + DIGITS_MOST + " digits" : "";
            findings.add(value, value.describe(), "a plain decimal " + limit.words() + digits + ", without exponent");
            return null;
        }
        if (!limit.allows(number)) {
            findings.add(value, value.describe(), "a number " + limit.words());
            return null;
        }
        if (!Limit.fits(number)) {
            findings.add(value, value.describe(), "at most nine digits on each side of the point");
            return null;
        }
        return number;
    }

    /// A whole number; `least` after a finding.
    public int whole(String name, int least, int most) {
        YamlNode value = required(name, "'" + name + "', " + wholeFrom(least, most));
        Integer number = value == null ? null : wholeOf(value, least, most);
        return number == null ? least : number;
    }

    public @Nullable Integer wholeOf(YamlNode value, int least, int most) {
        if (value instanceof Scalar scalar
                && scalar.plain()
                && WHOLE.matcher(scalar.text()).matches()) {
            int number = Integer.parseInt(scalar.text());
            if (number >= least && number <= most) {
                return number;
            }
        }
        findings.add(value, value.describe(), wholeFrom(least, most));
        return null;
    }

    private static String wholeFrom(int least, int most) {
        return "a whole number from " + least + " to " + most;
    }

    public @Nullable LocalDate date(String name) {
        return dateOf(required(name, "'" + name + "', a date such as 2017-01-01"));
    }

    public @Nullable LocalDate optionalDate(String name) {
        return dateOf(optional(name));
    }

    private @Nullable LocalDate dateOf(@Nullable YamlNode value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Scalar scalar && DATE.matcher(scalar.text()).matches()) {
            try {
                return LocalDate.parse(scalar.text());
            } catch (DateTimeParseException _) {
                // no such day: the finding below says so
            }
        }
        findings.add(value, value.describe(), "a date of the calendar such as 2017-01-01");
        return null;
    }

    /// The time zone that the field `zone` names; UTC after a finding.
    public ZoneId zone() {
        String named = text("zone");
        try {
            return named.isEmpty() ? ZoneOffset.UTC : ZoneId.of(named);
        } catch (DateTimeException _) {
            findings.add(placeOf("zone"), "'" + named + "'", "a time zone such as Europe/Paris or +10:00");
            return ZoneOffset.UTC;
        }
    }

    // ------------------------------------------------------------------------------------------------ lists and maps

    /// The items of a list that is not empty, at most [#ITEMS_MOST]; an empty list after a finding.
    public List<YamlNode> list(String name, String ofWhat) {
        return list(name, ofWhat, ITEMS_MOST);
    }

    /// The same.
    ///
    /// @param most how many items make sense
    public List<YamlNode> list(String name, String ofWhat, int most) {
        YamlNode value = required(name, "'" + name + "', a list, each item " + ofWhat);
        if (value instanceof Sequence(int _, int _, List<YamlNode> items) && !items.isEmpty()) {
            if (items.size() <= most) {
                return items;
            }
            findings.add(items.get(most), items.size() + " items in '" + name + "'", "at most " + most);
            return List.of();
        }
        if (value != null) {
            findings.add(
                    value,
                    value instanceof Sequence ? "an empty list" : value.describe(),
                    "a list, each item " + ofWhat);
        }
        return List.of();
    }

    /// The mappings of a list.
    public List<YamlFields> items(String name, String what, Set<String> known) {
        return items(name, what, known, ITEMS_MOST);
    }

    /// The same.
    ///
    /// @param most how many make sense
    public List<YamlFields> items(String name, String what, Set<String> known, int most) {
        List<YamlFields> items = new ArrayList<>();
        for (YamlNode item : list(name, what, most)) {
            items.add(of(item, what, known, findings));
        }
        return items;
    }

    /// The same.
    ///
    /// @param meant which of them a finding names, by the item
    public List<YamlFields> items(String name, String what, Set<String> known, Function<Mapping, Set<String>> meant) {
        return list(name, what).stream()
                .map(item -> of(item, what, known, meant, findings))
                .toList();
    }

    /// A mapping by any keys, such as amounts by component; empty when the field is not there.
    public Map<String, Mapping.Entry> entries(String name, String expected) {
        YamlNode value = optional(name);
        if (value instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            return mapping.entries();
        }
        if (value != null) {
            findings.add(value, value.describe(), expected);
        }
        return Map.of();
    }

    /// The mapping under a field; null after a finding.
    public @Nullable YamlFields fields(String name, String what, Set<String> known) {
        YamlNode value = required(name, "'" + name + "', the fields of " + what);
        return value == null ? null : of(value, what, known, findings);
    }
}
