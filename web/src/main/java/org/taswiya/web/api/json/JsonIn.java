package org.taswiya.web.api.json;

import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonBoolean;
import org.taswiya.intake.json.JsonValue.JsonNull;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;
import org.taswiya.intake.json.Refusal;
import org.taswiya.web.api.json.RecordShape.Part;
import org.taswiya.web.api.json.RecordShape.Said;

/// Makes a record of what came: texts, booleans, records, and lists of records or of texts of a closed set, strictly as
/// [Says] has them.
public final class JsonIn {
    /// Enough to put a body right; a body of nothing but faults is not answered with as many.
    private static final int FAULTS_MOST = 20;

    private final List<Fault> faults = new ArrayList<>();

    private JsonIn() {}

    /// What came.
    public sealed interface Read<R extends Record> {
        /// It is right.
        record Good<R extends Record>(R value) implements Read<R> {}

        /// It is no JSON object in UTF-8.
        record NoJson<R extends Record>(String found) implements Read<R> {}

        /// It is one, and another one than expected.
        record Faulty<R extends Record>(List<Fault> faults) implements Read<R> {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    public static <R extends Record> Read<R> read(byte[] bytes, Class<R> shape) {
        JsonObject object;
        try {
            object = new JsonReader().readObject(bytes);
        } catch (Refusal e) {
            return new Read.NoJson<>(String.valueOf(e.getMessage()));
        }
        JsonIn in = new JsonIn();
        Record made = in.record("", object, shape);
        return made == null || !in.faults.isEmpty() ? new Read.Faulty<>(in.faults) : new Read.Good<>(shape.cast(made));
    }

    private void fault(String at, String detail) {
        if (faults.size() < FAULTS_MOST) {
            faults.add(new Fault(at, detail));
        }
    }

    private @Nullable Record record(String at, JsonObject object, Class<? extends Record> shape) {
        RecordShape known = RecordShape.of(shape);
        List<Part> parts = known.parts();
        Set<String> unknown = new LinkedHashSet<>(object.fields().keySet());
        Object[] values = new Object[parts.size()];
        int before = faults.size();
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            String name = part.name();
            unknown.remove(name);
            JsonValue found = object.fields().get(name);
            if (found != null) {
                values[i] = value(at + "/" + name, found, part);
            } else if (!part.isOptional()) {
                fault(at + "/" + name, "is missing");
            }
        }
        unknown.forEach(name -> fault(at + "/" + pointer(name), "is no field here"));
        return faults.size() > before ? null : known.make(values);
    }

    /// As a part of a JSON pointer, and no longer than anybody needs to find it.
    private static String pointer(String name) {
        String shown = name.length() > 40 ? name.substring(0, name.offsetByCodePoints(0, 20)) + "…" : name;
        return shown.replace("~", "~0").replace("/", "~1").replaceAll("\\p{Cntrl}", "�");
    }

    private @Nullable Object value(String at, JsonValue found, Part part) {
        Said said = part.said();
        Class<?> type = part.type();
        if (type == String.class && found instanceof JsonText(String text)) {
            return text(at, text, said);
        }
        if ((type == boolean.class || type == Boolean.class) && found instanceof JsonBoolean(boolean is)) {
            return is;
        }
        if (type == List.class && found instanceof JsonArray(List<JsonValue> of)) {
            return list(at, of, part, said);
        }
        fault(at, "found " + what(found) + ", expected " + expected(type));
        return null;
    }

    private @Nullable String text(String at, String text, Said said) {
        int length = text.codePointCount(0, text.length());
        Says says = said.says();
        Pattern pattern = said.pattern();
        List<String> oneOf = said.oneOf();
        if (!oneOf.isEmpty() && !oneOf.contains(text)) {
            fault(at, "expected one of " + String.join(", ", oneOf));
        } else if (says.most() > 0 && length > says.most()) {
            fault(at, "found " + length + " characters, expected " + says.most() + " at most");
        } else if (length < says.least()) {
            fault(at, "found " + length + " characters, expected " + says.least() + " at least");
        } else if (pattern != null && !pattern.matcher(text).matches()) {
            fault(at, "expected a text that matches " + says.pattern());
        } else if (text.chars().anyMatch(sign -> Character.isISOControl(sign) && !(says.isOfLines() && sign == '\n'))) {
            fault(at, "found a control character");
        } else {
            return text;
        }
        return null;
    }

    private @Nullable Object list(String at, List<JsonValue> found, Part part, Said said) {
        Says says = said.says();
        if (found.size() < says.least() || says.most() > 0 && found.size() > says.most()) {
            fault(at, "found " + found.size() + " values, expected " + says.least() + " to " + says.most());
            return null;
        }
        ParameterizedType type = (ParameterizedType) part.genericType();
        if (Schemas.isOfTexts(type)) {
            return texts(at, found, said.oneOf());
        }
        Class<? extends Record> shape = Schemas.valuesOf(type);
        List<Record> made = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) instanceof JsonObject object) {
                Record one = record(at + "/" + i, object, shape);
                if (one != null) {
                    made.add(one);
                }
            } else {
                fault(at + "/" + i, "found " + what(found.get(i)) + ", expected an object");
            }
        }
        return List.copyOf(made);
    }

    /// Each once.
    private List<String> texts(String at, List<JsonValue> found, List<String> oneOf) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!(found.get(i) instanceof JsonText(String text))) {
                fault(at + "/" + i, "found " + what(found.get(i)) + ", expected a text");
            } else if (!oneOf.contains(text)) {
                fault(at + "/" + i, "expected one of " + String.join(", ", oneOf));
            } else if (made.contains(text)) {
                fault(at + "/" + i, "is there twice");
            } else {
                made.add(text);
            }
        }
        return List.copyOf(made);
    }

    private static String what(JsonValue found) {
        return switch (found) {
            case JsonObject _ -> "an object";
            case JsonArray _ -> "a list";
            case JsonText _ -> "a text";
            case JsonNumber _ -> "a number";
            case JsonBoolean _ -> "true or false";
            case JsonNull _ -> "null";
        };
    }

    private static String expected(Class<?> type) {
        return type == String.class ? "a text" : type == List.class ? "a list" : "true or false";
    }
}
