package org.taswiya.spark.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;
import org.jspecify.annotations.Nullable;

/// Takes texts that hardly any other row has.
public final class TextColumn extends Column {
    private final Bytes values = new Bytes();
    private int count;
    private byte @Nullable [] least;
    private byte @Nullable [] greatest;

    TextColumn(Group group, ColumnDescriptor descriptor) {
        super(group, descriptor);
    }

    public void put(String value) {
        used();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        values.putInt(bytes.length);
        values.put(bytes);
        count++;
        if (isOfRow()) {
            least = least == null || Arrays.compareUnsigned(bytes, least) < 0 ? bytes : least;
            greatest = greatest == null || Arrays.compareUnsigned(bytes, greatest) > 0 ? bytes : greatest;
        }
    }

    @Override
    int values() {
        return count;
    }

    @Override
    Encoding pack(Bytes page) {
        page.put(values.array(), values.size());
        values.clear();
        count = 0;
        return Encoding.PLAIN;
    }

    @Override
    @Nullable Statistics takeStatistics() {
        if (least == null || greatest == null) {
            return null;
        }
        Statistics statistics = new Statistics();
        statistics.setMin_value(least);
        statistics.setMax_value(greatest);
        least = null;
        greatest = null;
        return statistics;
    }

    @Override
    void endChunk(Compressor compressor) {}
}
