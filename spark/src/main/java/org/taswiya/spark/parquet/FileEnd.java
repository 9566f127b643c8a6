package org.taswiya.spark.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/// The last bytes of a file, which say what lies where in it, and its first four.
final class FileEnd {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final String MADE_BY = "taswiya version 1 (build 1)";
    private static final int VERSION = 1;

    private FileEnd() {}

    static void begin(FSDataOutputStream file) throws IOException {
        file.write(MAGIC);
    }

    /// @param about what else is said of the file
    static void write(FSDataOutputStream file, Table table, List<RowGroup> groups, Map<String, String> about)
            throws IOException {
        Map<String, String> said = new TreeMap<>(about);
        said.put(Table.COLUMNS_KEY, table.columns().json());
        FileMetaData end = new FileMetaData(
                VERSION,
                schema(table).getSchema(),
                groups.stream().mapToLong(RowGroup::getNum_rows).sum(),
                groups);
        end.setCreated_by(MADE_BY);
        said.forEach((key, value) -> end.addToKey_value_metadata(new KeyValue(key).setValue(value)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(end, bytes);
        file.write(bytes.toByteArray());
        Bytes length = new Bytes();
        length.putInt(bytes.size());
        file.write(length.array(), 0, length.size());
        file.write(MAGIC);
    }

    private static FileMetaData schema(Table table) {
        return new ParquetMetadataConverter()
                .toParquetMetadata(
                        VERSION,
                        new ParquetMetadata(
                                new org.apache.parquet.hadoop.metadata.FileMetaData(table.message(), Map.of(), MADE_BY),
                                List.of()));
    }

    /// What a file of ours says in its last bytes.
    ///
    /// @param length of the file
    static FileMetaData read(FSDataInputStream file, long length) throws IOException {
        byte[] tail = new byte[Integer.BYTES + MAGIC.length];
        file.readFully(length - tail.length, tail);
        int size = tail[0] & 0xff | (tail[1] & 0xff) << 8 | (tail[2] & 0xff) << 16 | (tail[3] & 0xff) << 24;
        file.seek(length - tail.length - size);
        return Util.readFileMetaData(file);
    }

    static Map<String, String> about(FileMetaData end) {
        Map<String, String> about = new TreeMap<>();
        for (KeyValue said : end.getKey_value_metadata()) {
            about.put(said.getKey(), said.getValue());
        }
        return about;
    }
}
