package org.taswiya.spark.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.Encoding;

/// Takes yes and no.
public final class FlagColumn extends Column {
    private final Bytes values = new Bytes();

    FlagColumn(Group group, ColumnDescriptor descriptor) {
        super(group, descriptor);
    }

    public void put(boolean value) {
        used();
        values.putByte(value ? 1 : 0);
    }

    @Override
    int values() {
        return values.size();
    }

    /// Eight a byte, the first in the lowest bit.
    @Override
    Encoding pack(Bytes page) {
        for (int from = 0; from < values.size(); from += Byte.SIZE) {
            int eight = 0;
            for (int i = from; i < Math.min(values.size(), from + Byte.SIZE); i++) {
                eight |= values.array()[i] << (i - from);
            }
            page.putByte(eight);
        }
        values.clear();
        return Encoding.PLAIN;
    }

    @Override
    void endChunk(Compressor compressor) {}
}
