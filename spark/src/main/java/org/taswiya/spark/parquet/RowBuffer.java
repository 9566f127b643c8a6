package org.taswiya.spark.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;

/// The columns of one group of rows in memory, one group after the other. Not for use by several threads.
final class RowBuffer implements AutoCloseable {
    /// Of a page: enough for plain loops, few enough that a page of a list of lists fits the caches.
    private static final int ROWS_PER_PAGE = 2_000;

    private final Table table;
    private final Compressor compressor = new Compressor();
    private final List<Group> groups = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Group row;
    private long rows;
    private int rowsInPage;
    private long bytes;

    RowBuffer(Table table) {
        this.table = table;
        this.row = Group.row(this);
    }

    /// All columns together.
    Group row() {
        return row;
    }

    Table table() {
        return table;
    }

    void add(Group group) {
        groups.add(group);
    }

    void add(Column column) {
        columns.add(column);
    }

    void endRow() throws IOException {
        row.endRow();
        rows++;
        rowsInPage++;
        if (rowsInPage == ROWS_PER_PAGE) {
            endPage();
        }
    }

    private void endPage() throws IOException {
        groups.forEach(Group::packLevels);
        bytes = 0;
        for (Column column : columns) {
            column.endPage(compressor);
            bytes += column.chunk().bytes() + column.dictionaryBytes();
        }
        groups.forEach(Group::endPage);
        rowsInPage = 0;
    }

    long rows() {
        return rows;
    }

    /// How much waits to be written, but for the last page.
    long bytes() {
        return bytes;
    }

    /// Writes the columns of the rows, in the order of the table, and begins the next group.
    List<ColumnChunk> write(FSDataOutputStream file) throws IOException {
        if (rowsInPage > 0) {
            endPage();
        }
        List<ColumnChunk> chunks = new ArrayList<>();
        for (ColumnDescriptor descriptor : table.message().getColumns()) {
            Column column = column(descriptor);
            column.endChunk(compressor);
            chunks.add(column.chunk().write(column, file.getPos(), file));
        }
        rows = 0;
        bytes = 0;
        return chunks;
    }

    private Column column(ColumnDescriptor descriptor) {
        for (Column column : columns) {
            if (column.descriptor().equals(descriptor)) {
                return column;
            }
        }
        throw new IllegalStateException("Nobody writes column " + String.join(".", descriptor.getPath()));
    }

    static RowGroup group(List<ColumnChunk> chunks, long rows, int ordinal) {
        long plain = 0;
        long compressed = 0;
        for (ColumnChunk chunk : chunks) {
            plain += chunk.getMeta_data().getTotal_uncompressed_size();
            compressed += chunk.getMeta_data().getTotal_compressed_size();
        }
        RowGroup group = new RowGroup(chunks, plain, rows);
        group.setTotal_compressed_size(compressed);
        group.setFile_offset(start(chunks.getFirst()));
        group.setOrdinal((short) ordinal);
        return group;
    }

    /// Where a column of a group begins in its file.
    static long start(ColumnChunk chunk) {
        return chunk.getMeta_data().isSetDictionary_page_offset()
                ? chunk.getMeta_data().getDictionary_page_offset()
                : chunk.getMeta_data().getData_page_offset();
    }

    @Override
    public void close() {
        compressor.close();
    }
}
