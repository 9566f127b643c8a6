package org.taswiya.intake.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Mapping;
import org.taswiya.intake.yaml.YamlNode.Scalar;

/// Reads the mapping of a source.
public final class MappingParser {
    private static final Set<String> FIELDS = Set.of(
            "brings",
            "charset",
            "delimiter",
            "quote",
            "header",
            "lastLine",
            "decimal",
            "thousands",
            "dates",
            "zone",
            "corrects",
            "columns",
            "constants",
            FeedColumns.POINTS,
            FeedColumns.NAMED_BY,
            "source");
    private static final Map<String, Character> DELIMITERS =
            Map.of(",", ',', ";", ';', "tab", '\t', "\t", '\t', "|", '|');
    private static final Map<String, Character> QUOTES = Map.of("double", '"', "single", '\'', "none", '\0');
    private static final Map<String, Character> DECIMALS = Map.of(".", '.', ",", ',');
    private static final Map<String, Character> THOUSANDS =
            Map.of("none", '\0', "space", ' ', ",", ',', ".", '.', "'", '\'');
    private static final Map<String, Boolean> YES = Map.of("true", true, "false", false);
    private static final Map<String, Boolean> LAST_LINE = Map.of("closed", true, "open", false);
    private static final List<String> CHARSETS = List.of(
            "utf-8",
            "windows-1256",
            "windows-1252",
            "iso-8859-1",
            "iso-8859-6",
            "iso-8859-15",
            "utf-16",
            "utf-16le",
            "utf-16be");

    private final Findings findings;

    private MappingParser(Findings findings) {
        this.findings = findings;
    }

    /// The mapping of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static MappingReading parse(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
        return parse(file.toString(), name, YamlDocument.text(file));
    }

    /// The mapping of a text.
    ///
    /// @param file what findings call it
    public static MappingReading parse(String file, String name, String text) {
        Findings findings = new Findings(file);
        Optional<YamlNode> root = YamlDocument.read(text, findings);
        SourceMapping mapping = root.isEmpty() ? null : new MappingParser(findings).mapping(root.get(), name, text);
        return findings.isEmpty() && mapping != null
                ? new MappingReading.Read(mapping)
                : new MappingReading.Faulty(findings.inOrder());
    }

    private @Nullable SourceMapping mapping(YamlNode root, String name, String text) {
        YamlFields fields = YamlFields.of(root, "a mapping of a source", FIELDS, findings);
        RecordKind brings = fields.choice("brings", RecordKind.byCode());
        SourceForm form = form(fields);
        char decimal = choice(fields, "decimal", DECIMALS, '.');
        char thousands = choice(fields, "thousands", THOUSANDS, '\0');
        if (decimal == thousands) {
            findings.add(fields.placeOf("thousands"), "the sign that stands before decimals", "another one, or none");
        }
        boolean isCorrecting = choice(fields, "corrects", YES, false);
        ZoneId zone = zone(fields);
        if (brings == null) {
            return null;
        }
        if (isCorrecting && !brings.isVouchedFor()) {
            findings.add(
                    fields.placeOf("corrects"),
                    "corrections of " + brings.code(),
                    "only readings, visits, feeds, exchanges and resets");
        }
        Map<SourceField, SourceColumn> columns = brings == RecordKind.FEED
                ? FeedColumns.of(fields, findings)
                : columns(fields, brings, form.hasHeader());
        return new SourceMapping(name, brings, form, decimal, thousands, zone, isCorrecting, columns, text);
    }

    private SourceForm form(YamlFields fields) {
        YamlNode charset = fields.optional("charset");
        String named = charset == null ? "utf-8" : fields.textOf(charset).toLowerCase(java.util.Locale.ROOT);
        if (!CHARSETS.contains(named)) {
            findings.add(fields.placeOf("charset"), named, "one of " + String.join(", ", CHARSETS));
            named = "utf-8";
        }
        char delimiter = choice(fields, "delimiter", DELIMITERS, ',');
        char quote = choice(fields, "quote", QUOTES, '"');
        return new SourceForm(
                Charset.forName(named),
                delimiter,
                quote,
                choice(fields, "header", YES, true),
                choice(fields, "lastLine", LAST_LINE, true));
    }

    private static <T> T choice(YamlFields fields, String name, Map<String, T> choices, T standard) {
        YamlNode value = fields.optional(name);
        T chosen = value == null ? standard : fields.choiceOf(value, choices);
        return chosen == null ? standard : chosen;
    }

    private ZoneId zone(YamlFields fields) {
        YamlNode zone = fields.optional("zone");
        try {
            return ZoneId.of(zone == null ? "UTC" : fields.textOf(zone));
        } catch (DateTimeException _) {
            findings.add(fields.placeOf("zone"), "an unknown zone", "a zone such as Africa/Casablanca");
            return ZoneId.of("UTC");
        }
    }

    private Map<SourceField, SourceColumn> columns(YamlFields fields, RecordKind brings, boolean hasHeader) {
        FeedColumns.requireNone(fields, findings);
        Map<SourceField, SourceColumn> columns = new EnumMap<>(SourceField.class);
        ColumnParser parser = new ColumnParser(fields, findings, hasHeader);
        for (String part : List.of("columns", "constants")) {
            for (Map.Entry<String, Mapping.Entry> entry :
                    fields.entries(part, "fields of " + brings.code()).entrySet()) {
                SourceField field = field(entry.getValue(), brings);
                YamlNode value = entry.getValue().value();
                if (field != null && part.equals("columns")) {
                    put(columns, field, parser.column(field, value), value);
                } else if (field != null && value instanceof Scalar scalar) {
                    put(columns, field, parser.constant(field, scalar), value);
                } else if (field != null) {
                    findings.add(value, value.describe(), "the one text that holds for every row");
                }
            }
        }
        requireAll(fields, brings, columns);
        return columns;
    }

    private void put(Map<SourceField, SourceColumn> columns, SourceField field, SourceColumn column, YamlNode at) {
        if (columns.put(field, column) != null) {
            findings.add(at, field.code() + " a second time", "a column or a constant");
        }
    }

    private @Nullable SourceField field(Mapping.Entry entry, RecordKind brings) {
        String name = entry.key().text();
        for (SourceField field : SourceField.values()) {
            if (field.code().equals(name) && brings.has(field)) {
                return field;
            }
        }
        StringBuilder names = new StringBuilder();
        for (SourceField field : SourceField.values()) {
            names.append(brings.has(field) ? (names.isEmpty() ? "" : ", ") + field.code() : "");
        }
        findings.add(entry.key(), "'" + name + "'", "a field of " + brings.code() + ": " + names);
        return null;
    }

    private void requireAll(YamlFields fields, RecordKind brings, Map<SourceField, SourceColumn> columns) {
        for (SourceField field : brings.required()) {
            if (!columns.containsKey(field)) {
                findings.add(
                        fields.placeOf("columns"),
                        "no column or constant '" + field.code() + "'",
                        "what a row of " + brings.code() + " needs");
            }
        }
        if (brings.isOfMeter() && !columns.containsKey(SourceField.POINT) && !columns.containsKey(SourceField.SERIAL)) {
            findings.add(fields.placeOf("columns"), "neither 'usagePoint' nor 'serial'", "one of them, or both");
        }
    }
}
