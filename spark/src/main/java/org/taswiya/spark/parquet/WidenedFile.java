package org.taswiya.spark.parquet;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.SeekableInputStream;

/// A file again with columns before its own: those are written, its own are copied as they lie, without being
/// unpacked.
public final class WidenedFile {
    private WidenedFile() {}

    /// Writes the added columns of the next row.
    public interface Filler {
        void fill(RowBuffer row);
    }

    /// @param added the columns that come first
    /// @param whole those and the columns of the file
    /// @param filler called once for each row, in their order
    public static void write(
            Configuration configuration, Path narrow, Path wide, Table added, Table whole, Filler filler)
            throws IOException {
        HadoopInputFile input = HadoopInputFile.fromPath(narrow, configuration);
        try (ParquetFileReader reader = ParquetFileReader.open(input);
                SeekableInputStream bytes = input.newStream();
                RowBuffer rows = new RowBuffer(added, configuration);
                ParquetFileWriter file = TableWriter.begin(whole, configuration, wide)) {
            for (BlockMetaData block : reader.getFooter().getBlocks()) {
                file.startBlock(block.getRowCount());
                for (long row = 0; row < block.getRowCount(); row++) {
                    filler.fill(rows);
                    rows.endRow();
                }
                rows.flush(file);
                for (ColumnChunkMetaData chunk : block.getColumns()) {
                    copy(reader, bytes, chunk, file, whole);
                }
                file.endBlock();
            }
            file.end(TableWriter.said(whole, reader.getFileMetaData().getKeyValueMetaData()));
        }
    }

    private static void copy(
            ParquetFileReader reader,
            SeekableInputStream bytes,
            ColumnChunkMetaData chunk,
            ParquetFileWriter file,
            Table whole)
            throws IOException {
        ColumnDescriptor column =
                whole.message().getColumnDescription(chunk.getPath().toArray());
        file.appendColumnChunk(
                column, bytes, chunk, null, reader.readColumnIndex(chunk), reader.readOffsetIndex(chunk));
    }
}
