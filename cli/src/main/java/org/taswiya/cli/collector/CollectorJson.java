package org.taswiya.cli.collector;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Answers as JSON; money as decimals in strings.
final class CollectorJson {
    private CollectorJson() {}

    /// Null where there is nothing.
    static void text(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        json.writeString(value == null ? null : value.toString());
    }
}
