package org.taswiya.intake.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/// One value of a JSON text, as it was written.
public sealed interface JsonValue {

    /// What it is, in words for a message: `an object`, `the text 'x'`.
    String described();

    /// YamlFields in the order in which they were written, each name once.
    record JsonObject(Map<String, JsonValue> fields) implements JsonValue {
        public JsonObject {
            fields = Collections.unmodifiableMap(fields);
        }

        @Override
        public String described() {
            return "an object";
        }
    }

    /// Values in order.
    record JsonArray(List<JsonValue> values) implements JsonValue {
        public JsonArray {
            values = Collections.unmodifiableList(values);
        }

        @Override
        public String described() {
            return values.isEmpty() ? "an empty list" : "a list";
        }
    }

    /// Text with its escapes resolved; never half of a surrogate pair.
    record JsonText(String text) implements JsonValue {
        @Override
        public String described() {
            return "the text " + Quoted.of(text);
        }
    }

    /// A number.
    ///
    /// @param raw the very characters, such as `1e5` or `2.50`
    record JsonNumber(String raw) implements JsonValue {
        @Override
        public String described() {
            return "the number " + Quoted.shortened(raw);
        }
    }

    record JsonBoolean(boolean isTrue) implements JsonValue {
        @Override
        public String described() {
            return isTrue ? "true" : "false";
        }
    }

    /// The literal `null`; for a field it means the same as leaving it out.
    record JsonNull() implements JsonValue {
        @Override
        public String described() {
            return "null";
        }
    }
}
