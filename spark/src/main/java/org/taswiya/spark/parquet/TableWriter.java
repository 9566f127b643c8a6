package org.taswiya.spark.parquet;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;

/// Writes the rows of one file: the values of a row into its columns, then [#endRow].
///
/// Memory holds one group of rows. Not for use by several threads.
public final class TableWriter implements AutoCloseable {
    /// Of a group of rows before compression: large enough for a scan, small enough for every core to hold one.
    private static final long GROUP_BYTES = 32L << 20;

    private static final int ROWS_PER_LOOK = 512;

    private final Table table;
    private final ParquetFileWriter file;
    private final RowBuffer rows;

    /// Begins a file that is not there yet.
    public TableWriter(Table table, Configuration configuration, Path path) throws IOException {
        this.table = table;
        this.file = begin(table, configuration, path);
        this.rows = new RowBuffer(table, configuration);
    }

    static ParquetFileWriter begin(Table table, Configuration configuration, Path path) throws IOException {
        ParquetFileWriter file = new ParquetFileWriter(
                HadoopOutputFile.fromPath(path, configuration),
                table.message(),
                ParquetFileWriter.Mode.CREATE,
                GROUP_BYTES,
                0,
                null,
                RowBuffer.properties(table));
        file.start();
        return file;
    }

    /// All columns together.
    public Group row() {
        return rows.row();
    }

    public void endRow() throws IOException {
        rows.endRow();
        if (rows.rows() % ROWS_PER_LOOK == 0 && rows.bytes() > GROUP_BYTES) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        if (rows.rows() > 0) {
            file.startBlock(rows.rows());
            rows.flush(file);
            file.endBlock();
        }
    }

    /// Completes the file.
    ///
    /// @param about what is said of it in its last bytes
    public void finish(Map<String, String> about) throws IOException {
        endGroup();
        file.end(said(table, about));
    }

    static Map<String, String> said(Table table, Map<String, String> about) {
        Map<String, String> said = new TreeMap<>(about);
        said.put(Table.COLUMNS_KEY, table.columns().json());
        return said;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
