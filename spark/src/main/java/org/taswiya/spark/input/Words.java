package org.taswiya.spark.input;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/// What the same few texts stand for, found once each.
final class Words<T> {
    private static final int MOST = 4_096;

    /// A text with what it stands for, and the one that was met after it last time.
    private static final class Word<T> {
        private final UTF8String text;
        private final T meaning;
        private @Nullable Word<T> next;

        Word(UTF8String text, T meaning) {
            this.text = text;
            this.meaning = meaning;
        }
    }

    private final Map<UTF8String, Word<T>> known = new HashMap<>();
    private final Function<String, T> meaning;
    private @Nullable Word<T> last;

    Words(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    /// Lists of one kind are alike, so the text that followed last time is looked at first.
    T of(UTF8String text) {
        Word<T> before = last;
        Word<T> word = before == null ? null : before.next;
        if (word == null || !word.text.equals(text)) {
            word = find(text);
            if (before != null) {
                before.next = word;
            }
        }
        last = word;
        return word.meaning;
    }

    private Word<T> find(UTF8String text) {
        Word<T> met = known.get(text);
        if (met != null) {
            return met;
        }
        if (known.size() == MOST) {
            known.clear();
        }
        // A copy: the text lies in memory that the next rows are read into.
        Word<T> word = new Word<>(text.copy(), meaning.apply(text.toString()));
        known.put(word.text, word);
        return word;
    }
}
