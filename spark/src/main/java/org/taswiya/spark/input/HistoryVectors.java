package org.taswiya.spark.input;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.spark.input.Vectors.Lists;

/// Makes the history of an agreement of the columns of a batch.
final class HistoryVectors {
    private final ColumnVector history;
    private final ColumnVector from;
    private final ColumnVector scale;
    private final ColumnVector qualities;
    private final Lists steps;
    private final ColumnVector to;
    private final ColumnVector usage;

    HistoryVectors(ColumnVector history) {
        this.history = history;
        this.from = history.getChild(0);
        this.scale = history.getChild(1);
        this.qualities = history.getChild(2);
        this.steps = Lists.of(history.getChild(3));
        this.to = steps.field(0);
        this.usage = steps.field(1);
    }

    List<Usage> list(int of) {
        if (history.isNullAt(of)) {
            return List.of();
        }
        int first = steps.first(of);
        int count = steps.count(of);
        int decimals = scale.getInt(of);
        UTF8String letters = letters(of, count);
        List<Usage> usages = new ArrayList<>(count);
        int day = from.getInt(of);
        for (int i = 0; i < count; i++) {
            int next = to.getInt(first + i);
            if (!usage.isNullAt(first + i)) {
                UsageQuality quality = letters == null ? UsageQuality.ACTUAL : Qualities.of(letters.getByte(i));
                usages.add(new Usage(Days.range(day, next), new Decimal(usage.getLong(first + i), decimals), quality));
            }
            day = next;
        }
        return usages;
    }

    private @Nullable UTF8String letters(int of, int count) {
        if (qualities.isNullAt(of)) {
            return null;
        }
        UTF8String letters = qualities.getUTF8String(of);
        if (letters.numBytes() != count) {
            throw new IllegalArgumentException(
                    "History of " + count + " usages has the qualities '" + letters + "', one letter for each wanted");
        }
        return letters;
    }
}
