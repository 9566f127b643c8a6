package org.taswiya.intake.urdb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonNull;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;
import org.taswiya.intake.json.Quoted;

/// The fields of a record, with what became of each and the faults found in them.
///
/// Records of different years write the same field with small and with capital letters: names are compared without
/// regard to them. A field that is `null` counts as left out.
final class RecordFields {
    private static final int FAULTS_MAX = 50;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,60})?([eE][+-]?[0-9]{1,3})?");

    private final Map<String, JsonValue> values = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final Map<String, RateField> uses = new LinkedHashMap<>();
    private final List<RateField> more = new ArrayList<>();
    private final List<RateFault> faults = new ArrayList<>();

    RecordFields(JsonObject record) {
        record.fields().forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            String before = written.putIfAbsent(key, name);
            if (before != null) {
                fault(name, "the field a second time", "it once, beside it stands " + Quoted.of(before));
            } else if (!(value instanceof JsonNull)) {
                values.put(key, value);
            }
        });
    }

    void fault(String place, String found, String expected) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(new RateFault(place, found, expected));
        }
    }

    List<RateFault> faults() {
        return faults;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// How the record writes a name.
    String written(String name) {
        return written.getOrDefault(name, name);
    }

    void use(String name, RateField.Use use, String why) {
        if (written.containsKey(name)) {
            uses.put(name, new RateField(written(name), use, why));
        }
    }

    /// The same, unless something is said of it already.
    void useElse(String name, RateField.Use use) {
        if (!uses.containsKey(name)) {
            use(name, use, "");
        }
    }

    /// Of something inside a field.
    void useInside(String path, RateField.Use use, String why) {
        RateField field = new RateField(path, use, why);
        if (!more.contains(field)) {
            more.add(field);
        }
    }

    /// Every field in the order of the record, then what was found inside fields. One that is known and `null` says
    /// nothing.
    List<RateField> report() {
        List<RateField> report = new ArrayList<>();
        written.forEach((name, asWritten) -> {
            RateField known = uses.get(name);
            if (known == null) {
                report.add(new RateField(asWritten, RateField.Use.UNKNOWN, ""));
            } else {
                report.add(has(name) ? known : new RateField(asWritten, RateField.Use.INFORMATION, ""));
            }
        });
        report.addAll(more);
        return report;
    }

    Optional<JsonValue> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> text(String name) {
        return value(name)
                .filter(JsonText.class::isInstance)
                .map(value -> ((JsonText) value).text().strip());
    }

    /// One of the words by which amounts are counted; empty when it is left out, and a fault when it is no text.
    Optional<String> word(String name, String expected) {
        value(name)
                .filter(value -> !(value instanceof JsonText))
                .ifPresent(value -> fault(written(name), value.described(), expected));
        return text(name);
    }

    /// A list; empty when it is left out, and a fault when it is something else.
    Optional<List<JsonValue>> list(String name) {
        return value(name).flatMap(value -> list(value, written(name)));
    }

    Optional<List<JsonValue>> list(JsonValue value, String place) {
        if (value instanceof JsonArray array) {
            return Optional.of(array.values());
        }
        fault(place, value.described(), "a list");
        return Optional.empty();
    }

    /// An amount; empty when it is left out, and a fault when it is no number.
    Optional<Decimal> amount(String name) {
        return value(name).flatMap(value -> Optional.ofNullable(decimal(value, written(name))));
    }

    /// A number, to 18 decimals half-even: programs that keep prices as floating point print more, such as
    /// `0.0037985000000000002`, and then the report says so. Null, and a fault, where there is none, or where more than
    /// 18 digits would be left.
    @Nullable Decimal decimal(JsonValue value, String place) {
        BigDecimal number = number(value, place);
        if (number == null) {
            return null;
        }
        try {
            BigDecimal kept = number;
            if (number.scale() > Decimal.SCALE_MAX) {
                kept = number.setScale(Decimal.SCALE_MAX, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
                useInside(place, RateField.Use.PRICED, "is taken as " + kept.toPlainString() + ", to 18 decimals");
            }
            return Decimal.parse(kept.toPlainString());
        } catch (NumberFormatException _) {
            fault(place, value.described(), "a number of at most 18 digits");
            return null;
        }
    }

    /// Whether it is written as a number of a length that numbers have.
    static Optional<BigDecimal> numberOf(JsonValue value) {
        String text = raw(value);
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /// Any number, such as the `1e38` that stands for no bound; a fault when it is none.
    @Nullable BigDecimal number(JsonValue value, String place) {
        BigDecimal number = numberOf(value).orElse(null);
        if (number == null) {
            fault(place, value.described(), "a number");
            return null;
        }
        return number.stripTrailingZeros();
    }

    /// A whole number from zero to below a bound; zero, and a fault, when it is something else.
    int index(JsonValue value, String place, int below) {
        if (!isIndex(value, below)) {
            fault(place, value.described(), indices(below));
            return 0;
        }
        return new BigDecimal(raw(value)).intValueExact();
    }

    /// Whether it is a whole number from zero to below a bound, however it is written: `1` or `1.0`.
    static boolean isIndex(JsonValue value, int below) {
        return numberOf(value)
                .map(BigDecimal::stripTrailingZeros)
                .filter(number ->
                        number.scale() <= 0 && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(below)) < 0)
                .isPresent();
    }

    static String indices(int below) {
        return switch (below) {
            case 0 -> "no period, for the structure has none";
            case 1 -> "0, the one period of its structure";
            default -> "0 to " + (below - 1) + ", the periods of its structure";
        };
    }

    private static String raw(JsonValue value) {
        return switch (value) {
            case JsonNumber number -> number.raw();
            case JsonText written -> written.text().strip();
            default -> "";
        };
    }
}
