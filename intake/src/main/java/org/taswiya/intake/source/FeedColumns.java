package org.taswiya.intake.source;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Scalar;

/// Reads what a mapping says of a feed: which of our references its points are. Its form and its columns are not the
/// mapping's to say.
final class FeedColumns {
    static final String POINTS = "points";
    static final String NAMED_BY = "namedBy";
    private static final List<String> OF_ROWS =
            List.of("charset", "delimiter", "quote", "header", "decimal", "thousands", "dates", "columns", "constants");
    private static final Map<String, SourceField> NAMES =
            Map.of(SourceField.POINT.code(), SourceField.POINT, SourceField.SERIAL.code(), SourceField.SERIAL);
    private static final DatePattern DAY = new DatePattern("yyyy-MM-dd");

    private FeedColumns() {}

    static Map<SourceField, SourceColumn> of(YamlFields fields, Findings findings) {
        for (String name : OF_ROWS) {
            if (fields.has(name)) {
                findings.add(fields.placeOf(name), "'" + name + "'", "nothing: a feed has its own form");
            }
        }
        YamlNode by = fields.optional(NAMED_BY);
        SourceField named = by == null ? SourceField.POINT : fields.choiceOf(by, NAMES);
        Map<SourceField, SourceColumn> columns = new EnumMap<>(SourceField.class);
        FeedRows.COLUMNS.forEach((field, name) -> columns.put(field, column(name, Map.of())));
        columns.put(named == null ? SourceField.POINT : named, column(FeedRows.POINT, points(fields, findings)));
        return columns;
    }

    /// Whatever the mapping brings, its own fields are of a feed or not.
    static void requireNone(YamlFields fields, Findings findings) {
        for (String name : List.of(POINTS, NAMED_BY)) {
            if (fields.has(name)) {
                findings.add(fields.placeOf(name), "'" + name + "'", "it only where a feed is brought");
            }
        }
    }

    private static SourceColumn column(String name, Map<String, String> codes) {
        return new SourceColumn(name, 0, null, List.of(DAY), Decimal.ONE, null, codes);
    }

    private static Map<String, String> points(YamlFields fields, Findings findings) {
        Map<String, String> points = new HashMap<>();
        Set<String> ours = new HashSet<>();
        fields.entries(POINTS, "the feed's points, each with ours").forEach((theirs, entry) -> {
            if (!(entry.value() instanceof Scalar scalar) || scalar.text().isBlank()) {
                findings.add(entry.value(), entry.value().describe(), "our reference of " + theirs);
                return;
            }
            points.put(FieldText.plain(theirs.strip()), scalar.text().strip());
            if (!ours.add(scalar.text().strip())) {
                findings.add(
                        entry.value(), scalar.text() + " a second time", "one register of a feed for each of ours");
            }
        });
        return points;
    }
}
