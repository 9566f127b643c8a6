package org.taswiya.spark.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/// The pages of one column in one group of rows.
final class Chunk {
    /// Bytes of a page that is not worth the time of its writer and its readers.
    private static final int SMALL = 256;

    private final Bytes dictionary = new Bytes();
    private final Bytes pages = new Bytes();
    /// Decided by its first page.
    private @Nullable CompressionCodec codec;

    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private long plainBytes;
    private long slots;

    /// Adds the compressor's page as one of data.
    void add(Compressor compressor, int slotsOfPage, Encoding encoding) throws IOException {
        compress(compressor);
        PageHeader header = new PageHeader(PageType.DATA_PAGE, compressor.plainSize(), compressor.size());
        header.setData_page_header(new DataPageHeader(slotsOfPage, encoding, Encoding.RLE, Encoding.RLE));
        int before = pages.size();
        compressor.write(header, pages);
        plainBytes += pages.size() - before - compressor.size() + compressor.plainSize();
        encodings.add(Encoding.RLE);
        encodings.add(encoding);
        slots += slotsOfPage;
    }

    /// Adds the compressor's page as the dictionary.
    void addDictionary(Compressor compressor, int entries) throws IOException {
        compress(compressor);
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, compressor.plainSize(), compressor.size());
        header.setDictionary_page_header(new DictionaryPageHeader(entries, Encoding.PLAIN));
        compressor.write(header, dictionary);
        plainBytes += dictionary.size() - compressor.size() + compressor.plainSize();
        encodings.add(Encoding.PLAIN);
    }

    /// A column whose first page is small stays as it is: most are runs of one number, a few bytes a page. (How much a
    /// page shrinks says nothing of the next ones, which may do without the dictionary.)
    private void compress(Compressor compressor) {
        if (codec == null) {
            codec = compressor.plainSize() > SMALL ? Compressor.CODEC : CompressionCodec.UNCOMPRESSED;
        }
        if (codec == CompressionCodec.UNCOMPRESSED) {
            compressor.leave();
        } else {
            compressor.compress();
        }
    }

    int bytes() {
        return dictionary.size() + pages.size();
    }

    /// Writes it at a place of a file and begins the next one.
    ColumnChunk write(Column column, long at, OutputStream to) throws IOException {
        to.write(dictionary.array(), 0, dictionary.size());
        to.write(pages.array(), 0, pages.size());
        ColumnMetaData said = new ColumnMetaData(
                type(column.descriptor()),
                new ArrayList<>(encodings),
                List.of(column.descriptor().getPath()),
                codec == null ? Compressor.CODEC : codec,
                slots,
                plainBytes,
                bytes(),
                at + dictionary.size());
        if (dictionary.size() > 0) {
            said.setDictionary_page_offset(at);
        }
        Statistics statistics = column.takeStatistics();
        if (statistics != null) {
            said.setStatistics(statistics);
        }
        ColumnChunk chunk = new ColumnChunk(0);
        chunk.setMeta_data(said);
        dictionary.clear();
        pages.clear();
        encodings.clear();
        codec = null;
        plainBytes = 0;
        slots = 0;
        return chunk;
    }

    private static Type type(ColumnDescriptor column) {
        return Type.valueOf(
                switch (column.getPrimitiveType().getPrimitiveTypeName()) {
                    case BINARY -> "BYTE_ARRAY";
                    case FIXED_LEN_BYTE_ARRAY -> "FIXED_LEN_BYTE_ARRAY";
                    case INT32, INT64, INT96, BOOLEAN, FLOAT, DOUBLE ->
                        column.getPrimitiveType().getPrimitiveTypeName().name();
                });
    }
}
