package org.taswiya.intake.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The bytes of a source's file: unpacked where it is gzip, which is seen from its first bytes, and as UTF-8 where its
/// characters are two bytes wide.
final class SourceBytes {
    private static final int BUFFER_LENGTH = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private SourceBytes() {}

    static InputStream open(Path path, SourceForm form) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_LENGTH);
        try {
            InputStream unpacked = isGzip(in) ? new GZIPInputStream(in, BUFFER_LENGTH) : in;
            return form.isWide() ? new AsUtf8(unpacked, form.charset()) : unpacked;
        } catch (IOException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    /// Leaves the stream where it is.
    static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean isGzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return isGzip;
    }

    /// Characters of another charset, as UTF-8. What is malformed becomes U+FFFD, which no row may have.
    private static final class AsUtf8 extends InputStream {
        private final Reader characters;
        private final char[] read = new char[BUFFER_LENGTH / 4];
        private byte[] bytes = new byte[0];
        private int at;
        private int kept;

        AsUtf8(InputStream in, Charset charset) {
            this.characters = new InputStreamReader(in, charset);
        }

        @Override
        public int read() throws IOException {
            return hasMore() ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(most, bytes.length - at);
            System.arraycopy(bytes, at, into, from, count);
            at += count;
            return count;
        }

        private boolean hasMore() throws IOException {
            while (at == bytes.length) {
                int count = characters.read(read, kept, read.length - kept);
                if (count < 0 && kept == 0) {
                    return false;
                }
                int all = kept + Math.max(count, 0);
                // A character of two halves is not cut between them.
                kept = count > 0 && Character.isHighSurrogate(read[all - 1]) ? 1 : 0;
                bytes = new String(read, 0, all - kept).getBytes(StandardCharsets.UTF_8);
                at = 0;
                if (kept == 1) {
                    read[0] = read[all - 1];
                }
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            characters.close();
        }
    }
}
