package org.taswiya.spark.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.RowGroup;

/// Writes the rows of one file: the values of a row into its columns, then [#endRow].
///
/// Memory holds one group of rows. Not for use by several threads.
public final class TableWriter implements AutoCloseable {
    /// Of a group of rows: large enough for a scan, small enough for every core to hold one.
    private static final long GROUP_BYTES = 32L << 20;

    private final Table table;
    private final long groupBytes;
    private final RowBuffer rows;
    private final FSDataOutputStream file;
    private final List<RowGroup> groups = new ArrayList<>();

    /// Begins a file that is not there yet.
    public TableWriter(Table table, Configuration configuration, Path path) throws IOException {
        this(table, configuration, path, GROUP_BYTES);
    }

    TableWriter(Table table, Configuration configuration, Path path, long groupBytes) throws IOException {
        this.table = table;
        this.groupBytes = groupBytes;
        this.rows = new RowBuffer(table);
        this.file = path.getFileSystem(configuration).create(path, false);
        FileEnd.begin(file);
    }

    /// All columns together.
    public Group row() {
        return rows.row();
    }

    public void endRow() throws IOException {
        rows.endRow();
        if (rows.bytes() > groupBytes) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        if (rows.rows() > 0) {
            long count = rows.rows();
            groups.add(RowBuffer.group(rows.write(file), count, groups.size()));
        }
    }

    /// Completes the file.
    ///
    /// @param about what is said of it in its last bytes
    public void finish(Map<String, String> about) throws IOException {
        endGroup();
        FileEnd.write(file, table, groups, about);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
