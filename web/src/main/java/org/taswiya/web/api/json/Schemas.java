package org.taswiya.web.api.json;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// The JSON Schema of records, from the records: each once, under its name.
public final class Schemas {
    private final Map<String, Object> named = new TreeMap<>();

    public Schemas() {}

    /// Those that were asked for, and all that they refer to.
    public Map<String, Object> named() {
        return Map.copyOf(named);
    }

    /// Where the schema of a record is.
    public Map<String, Object> reference(Class<? extends Record> shape) {
        String name = shape.getSimpleName();
        if (!named.containsKey(name)) {
            named.put(name, Map.of()); // so that it may refer to itself
            named.put(name, object(shape));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(Class<? extends Record> shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            properties.put(component.getName(), described(component));
            if (!isOptional(component)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> described(RecordComponent component) {
        Says says = says(component);
        Map<String, Object> schema = new LinkedHashMap<>(of(component.getGenericType(), says));
        schema.put("description", says.value());
        return schema;
    }

    private Map<String, Object> of(Type type, Says says) {
        if (type instanceof ParameterizedType list) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "array");
            Type one = list.getActualTypeArguments()[0];
            schema.put(
                    "items",
                    one instanceof Class<?> shape && shape.isRecord() && !isText(shape)
                            ? reference(valuesOf(list))
                            : isOfTexts(list) && !oneOf(says).isEmpty()
                                    ? Map.of("type", "string", "enum", oneOf(says))
                                    : text((Class<?>) one, null));
            bound(schema, "Items", says);
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return Map.of("type", "integer");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Map.of("type", "boolean");
        }
        return plain.isRecord() && !isText(plain) ? reference(plain.asSubclass(Record.class)) : text(plain, says);
    }

    private static boolean isText(Class<?> type) {
        return type == Money.class || type == Decimal.class;
    }

    private static Map<String, Object> text(Class<?> type, @Nullable Says says) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        if (type == Money.class) {
            schema.put("pattern", "^-?[0-9]+\\.[0-9]{2}$");
        } else if (type == Decimal.class) {
            schema.put("pattern", "^-?[0-9]+(\\.[0-9]+)?$");
        } else if (type == LocalDate.class) {
            schema.put("format", "date");
        } else if (type == Instant.class) {
            schema.put("format", "date-time");
        } else if (type != String.class) {
            throw new IllegalStateException(type + " is no type of the API");
        }
        if (says != null) {
            if (!says.pattern().isEmpty()) {
                schema.put("pattern", "^(" + says.pattern() + ")$");
            }
            if (!oneOf(says).isEmpty()) {
                schema.put("enum", oneOf(says));
            }
            bound(schema, "Length", says);
        }
        return schema;
    }

    private static void bound(Map<String, Object> schema, String what, Says says) {
        if (says.least() > 0) {
            schema.put("min" + what, says.least());
        }
        if (says.most() > 0) {
            schema.put("max" + what, says.most());
        }
    }

    /// The only texts that there are; empty where there are others.
    static List<String> oneOf(Says says) {
        Enum<?>[] codes = Objects.requireNonNull(says.codesOf().getEnumConstants());
        return codes.length == 0
                ? List.of(says.oneOf())
                : Stream.of(codes)
                        .map(code -> code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
    }

    /// Whether a component may be left out.
    static boolean isOptional(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    static Says says(RecordComponent component) {
        Says says = component.getAnnotation(Says.class);
        if (says == null) {
            throw new IllegalStateException(component.getDeclaringRecord() + " does not say what " + component + " is");
        }
        return says;
    }

    static boolean isOfTexts(ParameterizedType list) {
        return list.getActualTypeArguments()[0] == String.class;
    }

    static Class<? extends Record> valuesOf(ParameterizedType list) {
        return ((Class<?>) list.getActualTypeArguments()[0]).asSubclass(Record.class);
    }
}
