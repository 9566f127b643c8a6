package org.taswiya.deliver.json;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON as text on one line, without a line end.
public final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonLine() {}

    /// One object.
    ///
    /// @param fields writes its fields; the object is begun and ended here
    public static String object(Consumer<JsonGenerator> fields) {
        return value(json -> {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        });
    }

    /// One value of any kind.
    ///
    /// @param write writes the whole value, with its begin and its end
    public static String value(Consumer<JsonGenerator> write) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write.accept(json);
        }
        return text.toString();
    }
}
