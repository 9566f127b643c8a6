package org.taswiya.web.api.json;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes records, and maps as they are, as JSON in UTF-8.
public final class JsonOut {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonOut() {}

    /// @param value a record or a map
    public static byte[] bytes(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, value);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case Money money -> json.writeString(money.toString());
            case Decimal decimal -> json.writeString(decimal.toString());
            case Record record -> {
                json.writeStartObject();
                RecordShape.of(record.getClass()).parts().forEach(part -> field(json, part.name(), part.of(record)));
                json.writeEndObject();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, of) -> field(json, (String) name, of));
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(one -> write(json, one));
                json.writeEndArray();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Boolean is -> json.writeBoolean(is);
            default -> json.writeString(value.toString()); // texts and days, which tell themselves
        }
    }

    private static void field(JsonGenerator json, String name, @Nullable Object value) {
        if (value != null) {
            json.writeName(name);
            write(json, value);
        }
    }
}
