package org.taswiya.cli.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.document.CheckedDocument.Difference;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonBoolean;
import org.taswiya.intake.json.JsonValue.JsonNull;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;

/// Compares two JSON values field by field, each of which has to be there on both sides.
final class JsonDifferences {

    private static final String NOTHING = "nothing";

    private final Set<String> leftOut;
    private final List<Difference> found = new ArrayList<>();

    private JsonDifferences(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /// @param leftOut paths that are not compared, with all below them
    static List<Difference> between(JsonValue stated, JsonValue recomputed, Set<String> leftOut) {
        JsonDifferences differences = new JsonDifferences(leftOut);
        differences.compare("", stated, recomputed);
        return differences.found;
    }

    private void compare(String path, @Nullable JsonValue stated, @Nullable JsonValue recomputed) {
        if (leftOut.contains(path)) {
            return;
        }
        if (stated instanceof JsonObject(var left) && recomputed instanceof JsonObject(var right)) {
            Set<String> names = new LinkedHashSet<>(right.keySet());
            names.addAll(left.keySet());
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, left.get(name), right.get(name));
            }
        } else if (stated instanceof JsonArray(var left) && recomputed instanceof JsonArray(var right)) {
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                compare(
                        path + "[" + i + "]",
                        i < left.size() ? left.get(i) : null,
                        i < right.size() ? right.get(i) : null);
            }
        } else if (stated == null || !stated.equals(recomputed)) {
            found.add(new Difference(path, described(stated), described(recomputed)));
        }
    }

    private static String described(@Nullable JsonValue value) {
        return switch (value) {
            case null -> NOTHING;
            case JsonText(String text) -> text;
            case JsonNumber(String raw) -> raw;
            case JsonObject _, JsonArray _, JsonBoolean _, JsonNull _ -> value.described();
        };
    }
}
