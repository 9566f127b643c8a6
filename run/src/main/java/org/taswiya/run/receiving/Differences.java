package org.taswiya.run.receiving;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// In what a record that came differs from the one that the books have under its key, for whoever has to look which is
/// right.
final class Differences {
    private Differences() {}

    /// As `address: found 2, rue Atlas, the books have 1, rue Atlas`.
    static String words(Record found, Record there) {
        List<String> words = new ArrayList<>();
        add(words, found, there);
        return words.isEmpty() ? "the books have another one" : String.join("; ", words);
    }

    private static void add(List<String> words, Record found, Record there) {
        for (RecordComponent component : found.getClass().getRecordComponents()) {
            Object came = value(component, found);
            Object kept = value(component, there);
            if (Objects.equals(came, kept)) {
                continue;
            }
            if (came instanceof Record part && kept instanceof Record other && isOfParts(part, other)) {
                add(words, part, other);
            } else {
                words.add(component.getName() + ": found " + text(came) + ", the books have " + text(kept));
            }
        }
    }

    /// A record without a text of its own is told part by part.
    private static boolean isOfParts(Record one, Record other) {
        return one.getClass().equals(other.getClass())
                && one.toString().startsWith(one.getClass().getSimpleName() + "[");
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component + " of " + of, e);
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }
}
