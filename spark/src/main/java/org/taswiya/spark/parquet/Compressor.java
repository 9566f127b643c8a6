package org.taswiya.spark.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/// Compresses pages, one after the other.
final class Compressor implements AutoCloseable {
    static final CompressionCodec CODEC = CompressionCodec.ZSTD;

    /// The quickest: higher levels take twice as long for a tenth less.
    private static final int LEVEL = 1;

    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
    private final Bytes page = new Bytes();
    private byte[] compressed = new byte[1 << 16];
    private int size;
    private boolean isLeft;

    /// An empty page, to be filled.
    Bytes page() {
        page.clear();
        return page;
    }

    /// Compresses the page, which may be said in its header then.
    void compress() {
        int bound = Math.toIntExact(Zstd.compressBound(page.size()));
        if (compressed.length < bound) {
            compressed = new byte[bound];
        }
        isLeft = false;
        size = context.compressByteArray(compressed, 0, compressed.length, page.array(), 0, page.size());
    }

    /// Leaves the page as it is.
    void leave() {
        isLeft = true;
        size = page.size();
    }

    int plainSize() {
        return page.size();
    }

    int size() {
        return size;
    }

    /// Writes the header and the compressed page.
    void write(PageHeader header, Bytes to) throws IOException {
        Util.writePageHeader(header, new OutputStream() {
            @Override
            public void write(int value) {
                to.putByte(value);
            }
        });
        to.put(isLeft ? page.array() : compressed, size);
    }

    @Override
    public void close() {
        context.close();
    }
}
