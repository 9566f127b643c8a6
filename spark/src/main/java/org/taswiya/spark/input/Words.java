package org.taswiya.spark.input;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/// What the same few texts stand for, found once each. Not for use by several threads.
final class Words<T> {
    private static final int MOST = 4_096;

    private final Map<UTF8String, T> known = new HashMap<>();
    private final Function<String, T> meaning;

    Words(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    /// Those of a column of a batch.
    Column in(ColumnVector vector) {
        return new Column(vector);
    }

    private T of(UTF8String text) {
        T met = known.get(text);
        if (met != null) {
            return met;
        }
        if (known.size() == MOST) {
            known.clear();
        }
        T found = meaning.apply(text.toString());
        // A copy: the text lies in memory that the next rows are read into.
        known.put(text.copy(), found);
        return found;
    }

    /// A column of such texts. Where it has a dictionary, a text is looked at once for a batch.
    final class Column {
        private final ColumnVector vector;
        private final @Nullable WritableColumnVector places;
        private @Nullable Object[] byPlace = new Object[16];

        private Column(ColumnVector vector) {
            this.vector = vector;
            this.places = vector instanceof WritableColumnVector writable && writable.hasDictionary()
                    ? writable.getDictionaryIds()
                    : null;
        }

        @SuppressWarnings("unchecked")
        T get(int at) {
            if (places == null) {
                return of(vector.getUTF8String(at));
            }
            int place = places.getDictId(at);
            if (place >= byPlace.length) {
                byPlace = Arrays.copyOf(byPlace, 2 * place);
            }
            Object met = byPlace[place];
            if (met == null) {
                met = of(vector.getUTF8String(at));
                byPlace[place] = met;
            }
            return (T) met;
        }

        boolean isUnknown(int at) {
            return vector.isNullAt(at);
        }
    }
}
