package org.taswiya.spark.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// The columns of one group of rows in memory, one group after the other. Not for use by several threads.
public final class RowBuffer implements AutoCloseable {
    private static final CompressionCodecName COMPRESSION = CompressionCodecName.ZSTD;

    private final Table table;
    private final ParquetProperties properties;
    private final CompressionCodecFactory codecs;
    private final List<Column> columns;
    private ColumnChunkPageWriteStore pages;
    private ColumnWriteStore store;
    private long rows;

    RowBuffer(Table table, Configuration configuration) {
        this.table = table;
        this.properties = properties(table);
        this.codecs = new CodecFactory(configuration, properties.getPageSizeThreshold());
        this.pages = newPages();
        this.store = properties.newColumnWriteStore(table.message(), pages);
        Texts texts = new Texts();
        ColumnWriteStore first = store;
        this.columns = table.message().getColumns().stream()
                .map(descriptor -> new Column(descriptor, first, texts))
                .toList();
    }

    /// Only whole rows are looked for by their values, so what is within lists has no statistics.
    static ParquetProperties properties(Table table) {
        ParquetProperties.Builder builder = ParquetProperties.builder()
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                .withSizeStatisticsEnabled(false);
        table.message().getColumns().stream()
                .filter(column -> column.getMaxRepetitionLevel() > 0)
                .forEach(column -> builder.withStatisticsEnabled(String.join(".", column.getPath()), false));
        return builder.build();
    }

    private ColumnChunkPageWriteStore newPages() {
        return new ColumnChunkPageWriteStore(
                codecs.getCompressor(COMPRESSION),
                table.message(),
                new HeapByteBufferAllocator(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled());
    }

    /// All columns together.
    public Group row() {
        return Group.row(this);
    }

    Table table() {
        return table;
    }

    List<Column> columns() {
        return columns;
    }

    public void endRow() {
        store.endRecord();
        rows++;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return store.getBufferedSize();
    }

    /// Moves the rows to a file, which has begun a group of as many rows, and begins the next group.
    void flush(ParquetFileWriter file) throws IOException {
        store.flush();
        pages.flushToFileWriter(file);
        closeGroup();
        pages = newPages();
        store = properties.newColumnWriteStore(table.message(), pages);
        columns.forEach(column -> column.moveTo(store));
        rows = 0;
    }

    private void closeGroup() {
        store.close();
        pages.close();
    }

    @Override
    public void close() {
        closeGroup();
        codecs.release();
    }
}
