package org.taswiya.cli.privacy;

import java.util.List;
import java.util.stream.Collectors;
import org.taswiya.core.privacy.Erasable;
import org.taswiya.store.privacy.Erased;
import org.taswiya.store.privacy.ErasureSituation.Reason;
import tools.jackson.core.JsonGenerator;

/// What was erased, for a person and for a program.
public final class ErasedText {
    private ErasedText() {}

    /// As `  addresses of messages  12  (messages: 24 months)`.
    public static List<String> lines(List<Erased> all) {
        return all.stream()
                .map(one -> "  " + one.rows() + "  " + words(one.what())
                        + (one.customers() > 1 ? " of " + one.customers() + " customers" : "") + "  (" + one.rule()
                        + ")")
                .toList();
    }

    /// As an array `erased`.
    public static void write(JsonGenerator json, List<Erased> all) {
        json.writeArrayPropertyStart("erased");
        for (Erased one : all) {
            json.writeStartObject();
            json.writeStringProperty("what", one.what().code());
            json.writeNumberProperty("rows", one.rows());
            json.writeNumberProperty("customers", one.customers());
            json.writeStringProperty("rule", one.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// As an array `reasons`.
    public static void writeReasons(JsonGenerator json, List<Reason> reasons) {
        json.writeArrayPropertyStart("reasons");
        for (Reason one : reasons) {
            json.writeStartObject();
            json.writeStringProperty("reason", one.obstacle().code());
            json.writeStringProperty("found", one.found());
            json.writeStringProperty("said", one.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// As `served by C00001; end it first: ...`, one after the other.
    public static String joined(List<Reason> reasons) {
        return reasons.stream().map(Reason::sentence).collect(Collectors.joining("; "));
    }

    private static String words(Erasable what) {
        return switch (what) {
            case CODE -> "codes";
            case ADDRESS -> "addresses of messages";
            case FACTS -> "facts of announcements";
            case CONTACT -> "contacts";
            case PREFERENCE -> "preferences";
            case IDENTITY -> "identity numbers";
            case NAME -> "names";
        };
    }
}
