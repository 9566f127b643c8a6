package org.taswiya.intake.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Mapping;
import org.taswiya.intake.yaml.YamlNode.Scalar;
import org.taswiya.intake.yaml.YamlNode.Sequence;

/// Reads what a mapping says of one column: its name or number alone, or with how its text is understood.
final class ColumnParser {
    private static final Set<String> FIELDS = Set.of("column", "dates", "factor", "unit", "codes");
    private static final int COLUMNS_MOST = 500;
    private static final DatePattern ISO = new DatePattern("yyyy-MM-dd");
    private static final DatePattern CLOCK = new DatePattern("HH:mm");

    /// What a source may count in, and how much of ours one of it is.
    private static final Map<String, Counted> UNITS = Map.of(
            "kWh", new Counted(Unit.KILOWATT_HOUR, Decimal.ONE),
            "Wh", new Counted(Unit.KILOWATT_HOUR, new Decimal(1, 3)),
            "MWh", new Counted(Unit.KILOWATT_HOUR, Decimal.of(1_000)),
            "m3", new Counted(Unit.CUBIC_METRE, Decimal.ONE),
            "L", new Counted(Unit.CUBIC_METRE, new Decimal(1, 3)),
            "hL", new Counted(Unit.CUBIC_METRE, new Decimal(1, 1)));

    private record Counted(Unit unit, Decimal factor) {}

    private final Findings findings;
    private final boolean hasHeader;
    private final List<DatePattern> dates;

    ColumnParser(YamlFields mapping, Findings findings, boolean hasHeader) {
        this.findings = findings;
        this.hasHeader = hasHeader;
        this.dates = dates(mapping.optional("dates"), List.of());
    }

    SourceColumn constant(SourceField field, Scalar text) {
        return new SourceColumn(null, 0, text.text(), dates(null, standard(field)), Decimal.ONE, null, Map.of());
    }

    SourceColumn column(SourceField field, YamlNode node) {
        if (!(node instanceof Mapping)) {
            return column(node, dates(null, standard(field)), new Counted(Unit.MONTH, Decimal.ONE), false, Map.of());
        }
        YamlFields fields = YamlFields.of(node, "a column", FIELDS, findings);
        YamlNode column = fields.required("column", "'column', its name or number");
        requireForm(fields, field);
        Counted counted = counted(fields);
        Decimal factor = fields.optionalNumber("factor", Limit.ABOVE_ZERO);
        Counted used = factor == null ? counted : new Counted(counted.unit(), factor);
        List<DatePattern> own = dates(fields.optional("dates"), standard(field));
        return column == null
                ? new SourceColumn(null, 0, "", own, Decimal.ONE, null, Map.of())
                : column(column, own, used, fields.has("unit"), codes(fields));
    }

    private SourceColumn column(
            YamlNode column, List<DatePattern> own, Counted counted, boolean hasUnit, Map<String, String> codes) {
        Unit unit = hasUnit ? counted.unit() : null;
        if (column instanceof Scalar scalar && !scalar.text().isBlank()) {
            boolean isNumber = scalar.plain() && scalar.text().matches("[1-9][0-9]{0,2}");
            int number = isNumber ? Integer.parseInt(scalar.text()) : 0;
            if (number <= COLUMNS_MOST && (isNumber || hasHeader)) {
                String name = isNumber ? null : scalar.text().strip();
                return new SourceColumn(name, number, null, own, counted.factor(), unit, codes);
            }
        }
        findings.add(column, column.describe(), hasHeader ? "a column's name or number" : "a column's number");
        return new SourceColumn(null, 0, "", own, Decimal.ONE, null, Map.of());
    }

    private static List<DatePattern> standard(SourceField field) {
        return List.of(field == SourceField.TIME ? CLOCK : ISO);
    }

    /// @param standard where neither the column nor the mapping says anything
    private List<DatePattern> dates(@Nullable YamlNode node, List<DatePattern> standard) {
        if (node == null) {
            boolean isTime = standard.contains(CLOCK);
            return dates == null || dates.isEmpty() || isTime ? standard : dates;
        }
        List<DatePattern> patterns = new ArrayList<>();
        for (YamlNode item : node instanceof Sequence sequence ? sequence.items() : List.of(node)) {
            if (item instanceof Scalar scalar && DatePattern.isForm(scalar.text())) {
                patterns.add(new DatePattern(scalar.text()));
            } else {
                findings.add(item, item.describe(), "a form of days such as dd/MM/yyyy, or of times such as HH:mm");
            }
        }
        return patterns;
    }

    private void requireForm(YamlFields fields, SourceField field) {
        for (Map.Entry<String, SourceField.Form> only : Map.of(
                        "dates", SourceField.Form.DATE,
                        "factor", SourceField.Form.NUMBER,
                        "unit", SourceField.Form.NUMBER,
                        "codes", SourceField.Form.CODE)
                .entrySet()) {
            if (fields.has(only.getKey()) && field.form() != only.getValue()) {
                findings.add(
                        fields.placeOf(only.getKey()),
                        "'" + only.getKey() + "' of " + field.code() + ", which is a "
                                + field.form().words(),
                        "it only where a " + only.getValue().words() + " is read");
            }
        }
    }

    private static Counted counted(YamlFields fields) {
        YamlNode unit = fields.optional("unit");
        Counted counted = unit == null ? null : fields.choiceOf(unit, UNITS);
        return counted == null ? new Counted(Unit.MONTH, Decimal.ONE) : counted;
    }

    private Map<String, String> codes(YamlFields fields) {
        Map<String, String> codes = new HashMap<>();
        fields.entries("codes", "the source's words, each with ours").forEach((theirs, entry) -> {
            if (entry.value() instanceof Scalar ours && !ours.text().isBlank()) {
                codes.put(FieldText.plain(theirs.strip()), ours.text());
            } else {
                findings.add(entry.value(), entry.value().describe(), "our word for " + theirs);
            }
        });
        return codes;
    }
}
