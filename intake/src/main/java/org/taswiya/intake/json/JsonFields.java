package org.taswiya.intake.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonNull;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;

/// The fields of one object, asked for by name and type.
///
/// Every method throws [Refusal] with the path of the field, such as `readings[3].at`. A field that is `null` counts
/// as left out.
public final class JsonFields {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private static final int ALONE = -1;

    private final JsonObject object;
    private final @Nullable JsonFields parent;

    /// The field of the parent that holds this object; empty at the root.
    private final String field;

    /// The place in the list that the field holds; below zero when the field holds the object itself.
    private final int index;

    private JsonFields(JsonObject object, @Nullable JsonFields parent, String field, int index) {
        this.object = object;
        this.parent = parent;
        this.field = field;
        this.index = index;
    }

    /// The fields of an object that stands by itself.
    public static JsonFields of(JsonObject object) {
        return new JsonFields(object, null, "", ALONE);
    }

    /// The names of all fields in the order in which they were written.
    public Set<String> names() {
        return object.fields().keySet();
    }

    /// The value as it was written; empty when it is left out or `null`.
    public Optional<JsonValue> value(String name) {
        return Optional.ofNullable(present(name));
    }

    public String text(String name) {
        return asText(name, required(name, "a text"));
    }

    public Optional<String> optionalText(String name) {
        JsonValue value = present(name);
        return value == null ? Optional.empty() : Optional.of(asText(name, value));
    }

    /// A day as `yyyy-MM-dd`.
    public LocalDate date(String name) {
        return asDate(name, required(name, "a date such as 2020-03-20"));
    }

    public Optional<LocalDate> optionalDate(String name) {
        JsonValue value = present(name);
        return value == null ? Optional.empty() : Optional.of(asDate(name, value));
    }

    /// The days from the field `from` to the field `to`, the last one not included; `bad-date` when there is none.
    public DateRange dateRange() {
        LocalDate from = date("from");
        LocalDate to = date("to");
        if (!from.isBefore(to)) {
            throw refuse(RefusalReason.BAD_DATE, "to", "found " + to + ", expected a day after from, " + from);
        }
        return DateRange.of(from, to);
    }

    /// A plain decimal, written as text or as a number; at most 10^12 either side of zero, at most 18 digits.
    public Decimal decimal(String name) {
        return asDecimal(name, required(name, "a number such as \"12.5\""));
    }

    public Optional<Decimal> optionalDecimal(String name) {
        JsonValue value = present(name);
        return value == null ? Optional.empty() : Optional.of(asDecimal(name, value));
    }

    /// A decimal that is zero or more; refused as `negative-usage` below.
    public Decimal quantity(String name) {
        return notNegative(name, decimal(name));
    }

    public Optional<Decimal> optionalQuantity(String name) {
        return optionalDecimal(name).map(value -> notNegative(name, value));
    }

    /// An amount with at most two decimals.
    public Money money(String name) {
        return asMoney(name, decimal(name));
    }

    public Optional<Money> optionalMoney(String name) {
        return optionalDecimal(name).map(value -> asMoney(name, value));
    }

    /// A whole number from `min` to `max`, both included.
    public int wholeNumber(String name, int min, int max) {
        return asWholeNumber(name, decimal(name), min, max);
    }

    public OptionalInt optionalWholeNumber(String name, int min, int max) {
        return present(name) == null ? OptionalInt.empty() : OptionalInt.of(wholeNumber(name, min, max));
    }

    /// The texts of a list.
    public List<String> texts(String name) {
        if (!(required(name, "a list of texts") instanceof JsonArray(List<JsonValue> values))) {
            throw refuse(RefusalReason.MISSING_FIELD, name, "expected a list of texts");
        }
        List<String> texts = new ArrayList<>(values.size());
        for (JsonValue value : values) {
            texts.add(asText(indexed(name, texts.size()), value));
        }
        return texts;
    }

    /// The whole numbers of a list, each of at most 18 digits.
    public List<Long> wholeNumbers(String name) {
        if (!(required(name, "a list of whole numbers") instanceof JsonArray(List<JsonValue> values))) {
            throw refuse(RefusalReason.MISSING_FIELD, name, "expected a list of whole numbers");
        }
        List<Long> numbers = new ArrayList<>(values.size());
        for (JsonValue value : values) {
            if (!(value instanceof JsonNumber(String raw))
                    || !WHOLE.matcher(raw).matches()) {
                String found = "found " + value.described() + ", expected a whole number";
                throw refuse(RefusalReason.BAD_NUMBER, indexed(name, numbers.size()), found);
            }
            numbers.add(Long.parseLong(raw));
        }
        return numbers;
    }

    /// One of the named choices.
    public <E> E choice(String name, Map<String, E> choices) {
        return asChoice(name, text(name), choices);
    }

    public <E> Optional<E> optionalChoice(String name, Map<String, E> choices) {
        return optionalText(name).map(text -> asChoice(name, text, choices));
    }

    /// The fields of an object inside this one.
    public JsonFields object(String name) {
        return asObject(name, ALONE, required(name, "an object"));
    }

    public Optional<JsonFields> optionalObject(String name) {
        JsonValue value = present(name);
        return value == null ? Optional.empty() : Optional.of(asObject(name, ALONE, value));
    }

    /// The objects of a list, which may be empty but not left out.
    public List<JsonFields> objects(String name) {
        return asObjects(name, required(name, "a list of objects"));
    }

    /// The objects of a list; none when it is left out.
    public List<JsonFields> optionalObjects(String name) {
        JsonValue value = present(name);
        return value == null ? List.of() : asObjects(name, value);
    }

    /// A refusal about one field of this object, ready to be thrown.
    ///
    /// @param message what was found and what to do, continuing a sentence that begins with the field's path
    public Refusal refuse(RefusalReason reason, String name, String message) {
        return new Refusal(reason, path(name) + ": " + message);
    }

    /// Where a field stands, counted from the root: `readings[3].at`.
    public String path(String name) {
        String path = name;
        for (JsonFields place = this; place != null; place = place.parent) {
            if (place.parent != null) {
                path = indexed(place.field, place.index) + "." + path;
            }
        }
        return path;
    }

    private static String indexed(String field, int index) {
        return index == ALONE ? field : field + "[" + index + "]";
    }

    private @Nullable JsonValue present(String name) {
        JsonValue value = object.fields().get(name);
        return value instanceof JsonNull ? null : value;
    }

    private JsonValue required(String name, String expected) {
        JsonValue value = present(name);
        if (value == null) {
            throw refuse(RefusalReason.MISSING_FIELD, name, "missing; add " + expected);
        }
        return value;
    }

    private Refusal wrongKind(RefusalReason reason, String name, JsonValue found, String expected) {
        return refuse(reason, name, "found " + found.described() + ", expected " + expected);
    }

    private String asText(String name, JsonValue value) {
        if (value instanceof JsonText(String text)) {
            return text;
        }
        throw wrongKind(RefusalReason.MISSING_FIELD, name, value, "a text");
    }

    private LocalDate asDate(String name, JsonValue value) {
        if (value instanceof JsonText(String text) && hasFormOfDate(text)) {
            try {
                return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            } catch (DateTimeException e) {
                throw refuse(RefusalReason.BAD_DATE, name, "found " + text + ", which is no day of the calendar");
            }
        }
        throw wrongKind(RefusalReason.BAD_DATE, name, value, "a date such as 2020-03-20");
    }

    private static boolean hasFormOfDate(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            boolean dash = i == 4 || i == 7;
            boolean fits = dash ? c == '-' : (c >= '0' && c <= '9');
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (digits.charAt(i) - '0');
        }
        return number;
    }

    private Decimal asDecimal(String name, JsonValue value) {
        return switch (value) {
            case JsonText(String text) -> DecimalText.parse(text, this, name);
            case JsonNumber(String raw) -> DecimalText.parse(raw, this, name);
            case JsonObject _, JsonArray _, JsonValue.JsonBoolean _, JsonNull _ ->
                throw wrongKind(RefusalReason.BAD_NUMBER, name, value, "a number such as \"12.5\"");
        };
    }

    private Decimal notNegative(String name, Decimal value) {
        if (value.signum() < 0) {
            throw refuse(RefusalReason.NEGATIVE_USAGE, name, "found " + value + ", a usage is zero or more");
        }
        return value;
    }

    private Money asMoney(String name, Decimal value) {
        if (value.scale() > 2) {
            throw refuse(RefusalReason.BAD_NUMBER, name, "found " + value + ", an amount has at most two decimals");
        }
        return Money.ofMinor(value.steps(2));
    }

    private int asWholeNumber(String name, Decimal value, int min, int max) {
        if (value.scale() > 0 || value.unscaled() < min || value.unscaled() > max) {
            throw refuse(
                    RefusalReason.BAD_NUMBER,
                    name,
                    "found " + value + ", expected a whole number from " + min + " to " + max);
        }
        return (int) value.unscaled();
    }

    private <E> E asChoice(String name, String text, Map<String, E> choices) {
        E choice = choices.get(text);
        if (choice == null) {
            throw refuse(
                    RefusalReason.MISSING_FIELD,
                    name,
                    "found " + Quoted.of(text) + ", expected "
                            + (choices.size() == 1 ? "only " : "one of ")
                            + String.join(", ", choices.keySet()));
        }
        return choice;
    }

    private JsonFields asObject(String name, int index, JsonValue value) {
        if (value instanceof JsonObject inner) {
            return new JsonFields(inner, this, name, index);
        }
        throw wrongKind(RefusalReason.MISSING_FIELD, indexed(name, index), value, "an object");
    }

    private List<JsonFields> asObjects(String name, JsonValue value) {
        if (!(value instanceof JsonArray(List<JsonValue> values))) {
            throw wrongKind(RefusalReason.MISSING_FIELD, name, value, "a list of objects");
        }
        List<JsonFields> objects = new ArrayList<>(values.size());
        for (JsonValue element : values) {
            objects.add(asObject(name, objects.size(), element));
        }
        return objects;
    }
}
