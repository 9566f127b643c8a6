package org.taswiya.intake.tariff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.tariff.TariffPlaceholder.Figure;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Mapping;

/// Where figures come from, as stated beside them or beside what holds them; the nearest statement counts.
final class Provenance {

    private static final String PLACEHOLDER = "placeholder";
    private static final List<String> KEYS = List.of("source", "derived", PLACEHOLDER);

    /// Where the placeholder stands; null for a figure that has a source.
    private final @Nullable YamlNode placeholder;

    private final String why;
    private final Set<Figure> figures = new LinkedHashSet<>();

    private Provenance(@Nullable YamlNode placeholder, String why) {
        this.placeholder = placeholder;
        this.why = why;
    }

    /// What the fields state themselves; null when they state nothing.
    static @Nullable Provenance stated(YamlFields fields) {
        Provenance stated = null;
        for (String key : KEYS) {
            if (fields.has(key)) {
                String text = fields.text(key);
                stated = new Provenance(fields.optional(PLACEHOLDER), text);
            }
        }
        return stated;
    }

    /// What the fields of something that stands alone state; nothing is a finding.
    static @Nullable Provenance demanded(YamlFields fields, String what) {
        Provenance stated = stated(fields);
        if (stated == null) {
            reportMissing(fields, what);
        }
        return stated;
    }

    static void reportMissing(YamlFields fields, String what) {
        if (fields.place() instanceof Mapping) {
            fields.findings()
                    .add(fields.place(), what + " without a source", "source, derived or placeholder beside it");
        }
    }

    /// The placeholder in a field of its own.
    static @Nullable Provenance placeholderIn(YamlFields fields, String field) {
        return fields.has(field) ? new Provenance(fields.optional(field), fields.text(field)) : null;
    }

    @Nullable YamlNode placeholder() {
        return placeholder;
    }

    String why() {
        return why;
    }

    /// Notes a price that rests on this statement.
    void covers(Figure figure) {
        figures.add(figure);
    }

    Set<Figure> figures() {
        return figures;
    }
}
