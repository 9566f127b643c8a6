package org.taswiya.spark.parquet;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.Encoding;

/// Takes whole numbers of 32 bits, and days.
public final class WholeColumn extends Column {
    private final Longs values = new Longs(false);

    WholeColumn(Group group, ColumnDescriptor descriptor) {
        super(group, descriptor);
    }

    public void put(int value) {
        used();
        values.add(value);
    }

    public void put(LocalDate day) {
        put(Math.toIntExact(day.toEpochDay()));
    }

    @Override
    int values() {
        return values.size();
    }

    @Override
    Encoding pack(Bytes page) {
        return values.pack(page);
    }

    @Override
    void endChunk(Compressor compressor) throws IOException {
        values.endChunk(chunk(), compressor);
    }
}
