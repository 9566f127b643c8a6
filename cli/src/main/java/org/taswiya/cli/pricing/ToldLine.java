package org.taswiya.cli.pricing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;

/// What a line tells besides usage and demand: its `determinants` by code; one that nobody knows is refused.
final class ToldLine {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final String ALL =
            Arrays.stream(Determinant.values()).map(Determinant::code).collect(Collectors.joining(", "));

    private ToldLine() {}

    /// @param use what is known of the period already
    static BillDeterminants add(JsonFields line, BillDeterminants use) {
        Map<Determinant, Fraction> numbers = new EnumMap<>(Determinant.class);
        Map<Determinant, Map<String, Fraction>> parts = new EnumMap<>(Determinant.class);
        line.optionalObject("determinants").ifPresent(told -> {
            for (String name : told.names()) {
                Determinant determinant = Determinant.ofCode(name)
                        .orElseThrow(() -> new Refusal(
                                RefusalReason.MISSING_FIELD,
                                "determinants: found " + Quoted.of(name) + ", expected one of " + ALL));
                if (isInParts(told, name, determinant)) {
                    parts.put(determinant, parts(told.object(name), determinant));
                } else {
                    numbers.put(determinant, Fraction.of(told.quantity(name)));
                }
            }
        });
        return use.with(numbers).withParts(parts);
    }

    private static boolean isInParts(JsonFields told, String name, Determinant determinant) {
        return switch (determinant.parts()) {
            case NONE -> false;
            case BANDS -> told.value(name).orElse(null) instanceof JsonObject;
            case MONTHS -> true;
        };
    }

    private static Map<String, Fraction> parts(JsonFields told, Determinant determinant) {
        Map<String, Fraction> parts = new LinkedHashMap<>();
        for (String part : told.names()) {
            if (determinant.parts() == Determinant.Parts.MONTHS
                    && !MONTH.matcher(part).matches()) {
                throw told.refuse(
                        RefusalReason.MISSING_FIELD,
                        part,
                        "found " + Quoted.of(part) + ", expected a month as 2017-06");
            }
            parts.put(part, Fraction.of(told.quantity(part)));
        }
        return parts;
    }
}
