package org.taswiya.spark.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/// A file of ours again with columns before its own: those are written, its own are copied as they lie, without being
/// unpacked.
public final class WidenedFile implements AutoCloseable {
    private static final int AT_ONCE = 1 << 20;

    private final Table whole;
    private final RowBuffer added;
    private final FSDataInputStream narrow;
    private final FileMetaData narrowEnd;
    private final FSDataOutputStream wide;

    /// Writes the added columns of the next row.
    public interface Filler {
        void fill();
    }

    /// @param added the columns that come first
    /// @param whole those and the columns of the file
    public WidenedFile(Configuration configuration, Path narrow, Path wide, Table added, Table whole)
            throws IOException {
        FileSystem system = narrow.getFileSystem(configuration);
        this.whole = whole;
        this.added = new RowBuffer(added);
        this.narrow = system.open(narrow);
        this.narrowEnd = FileEnd.read(this.narrow, system.getFileStatus(narrow).getLen());
        this.wide = wide.getFileSystem(configuration).create(wide, false);
    }

    /// The added columns.
    public Group row() {
        return added.row();
    }

    /// @param filler called once for each row, in their order
    public void write(Filler filler) throws IOException {
        FileEnd.begin(wide);
        List<RowGroup> groups = new ArrayList<>();
        for (RowGroup group : narrowEnd.getRow_groups()) {
            for (long row = 0; row < group.getNum_rows(); row++) {
                filler.fill();
                added.endRow();
            }
            List<ColumnChunk> chunks = added.write(wide);
            copy(group);
            chunks.addAll(group.getColumns());
            groups.add(RowBuffer.group(chunks, group.getNum_rows(), groups.size()));
        }
        FileEnd.write(wide, whole, groups, FileEnd.about(narrowEnd));
    }

    /// The columns of a group lie one after the other.
    private void copy(RowGroup group) throws IOException {
        long from = RowBuffer.start(group.getColumns().getFirst());
        long moved = wide.getPos() - from;
        byte[] some = new byte[AT_ONCE];
        narrow.seek(from);
        for (long left = group.getTotal_compressed_size(); left > 0; ) {
            int count = (int) Math.min(left, some.length);
            narrow.readFully(some, 0, count);
            wide.write(some, 0, count);
            left -= count;
        }
        for (ColumnChunk chunk : group.getColumns()) {
            ColumnMetaData said = chunk.getMeta_data();
            said.setData_page_offset(said.getData_page_offset() + moved);
            if (said.isSetDictionary_page_offset()) {
                said.setDictionary_page_offset(said.getDictionary_page_offset() + moved);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (added;
                narrow;
                wide) {}
    }
}
