package org.taswiya.intake.tariff;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode.Mapping;

/// Reads the `determinants` of an example: what else is told of its period. What the book does not ask for is a
/// finding.
final class ToldReader {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private final Findings findings;
    private final Set<Determinant> asked;
    private final Map<Determinant, Fraction> numbers = new EnumMap<>(Determinant.class);
    private final Map<Determinant, Map<String, Fraction>> parts = new EnumMap<>(Determinant.class);

    ToldReader(Findings findings, Set<Determinant> asked) {
        this.findings = findings;
        this.asked = Set.copyOf(asked);
    }

    /// @param use what is known of the period already
    BillDeterminants read(YamlFields item, BillDeterminants use) {
        for (Mapping.Entry entry :
                item.entries("determinants", "numbers by determinant").values()) {
            String code = entry.key().text();
            Optional<Determinant> determinant = Determinant.ofCode(code).filter(asked::contains);
            if (determinant.isEmpty()) {
                findings.add(entry.key(), "'" + code + "'", "what this book charges by");
            } else {
                read(item, entry, determinant.get());
            }
        }
        return use.with(numbers).withParts(parts);
    }

    private void read(YamlFields item, Mapping.Entry entry, Determinant determinant) {
        if (entry.value() instanceof Mapping mapping && determinant.parts() != Determinant.Parts.NONE) {
            parts.put(determinant, parts(item, mapping, determinant.parts()));
        } else if (determinant.parts() == Determinant.Parts.MONTHS) {
            findings.add(entry.value(), entry.value().describe(), "numbers by month, such as { 2017-06: 12.5 }");
        } else {
            Decimal value = item.numberOf(entry.value(), Limit.ZERO_OR_MORE);
            if (value != null) {
                numbers.put(determinant, Fraction.of(value));
            }
        }
    }

    private Map<String, Fraction> parts(YamlFields item, Mapping mapping, Determinant.Parts by) {
        Pattern form = by == Determinant.Parts.MONTHS ? MONTH : ComponentReader.CODE;
        Map<String, Fraction> told = new LinkedHashMap<>();
        for (Mapping.Entry entry : mapping.entries().values()) {
            String part = entry.key().text();
            Decimal value = item.numberOf(entry.value(), Limit.ZERO_OR_MORE);
            if (!form.matcher(part).matches()) {
                findings.add(
                        entry.key(),
                        "'" + part + "'",
                        by == Determinant.Parts.MONTHS ? "a month such as 2017-06" : "a time band's code such as peak");
            } else if (value != null) {
                told.put(part, Fraction.of(value));
            }
        }
        return told;
    }
}
