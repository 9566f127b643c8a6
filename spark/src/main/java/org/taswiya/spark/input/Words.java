package org.taswiya.spark.input;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.unsafe.types.UTF8String;

/// What the same few texts stand for, found once each.
final class Words<T> {
    private static final int MOST = 4_096;

    private final Map<UTF8String, T> known = new HashMap<>();
    private final Function<String, T> meaning;

    Words(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    T of(UTF8String word) {
        T met = known.get(word);
        if (met != null) {
            return met;
        }
        if (known.size() == MOST) {
            known.clear();
        }
        T found = meaning.apply(word.toString());
        // A copy: the text lies in memory that the next rows are read into.
        known.put(word.copy(), found);
        return found;
    }
}
