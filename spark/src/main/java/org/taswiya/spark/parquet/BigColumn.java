package org.taswiya.spark.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.Encoding;

/// Takes whole numbers of 64 bits: amounts in minor units, unscaled decimals.
public final class BigColumn extends Column {
    private final Longs values = new Longs(true);

    BigColumn(Group group, ColumnDescriptor descriptor) {
        super(group, descriptor);
    }

    public void put(long value) {
        used();
        values.add(value);
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
