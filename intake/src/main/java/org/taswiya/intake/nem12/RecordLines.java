package org.taswiya.intake.nem12;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;

/// The lines of a file, one in memory at a time, however long the file would make it.
final class RecordLines implements Closeable {
    /// A day of 288 values of 24 characters has half of it.
    static final int LENGTH_MAX = 1 << 14;

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final InputStream in;
    private final byte[] line = new byte[LENGTH_MAX];
    private long number;

    RecordLines(Path path) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    /// The number of the line that [#next] gave last.
    long number() {
        return number;
    }

    /// The next line that is not blank; null at the end.
    @Nullable String next() throws IOException {
        while (true) {
            int one = in.read();
            if (one < 0) {
                return null;
            }
            number++;
            String text = line(one);
            if (!text.isBlank()) {
                return text;
            }
        }
    }

    private String line(int first) throws IOException {
        int length = 0;
        for (int one = first; one >= 0 && one != '\n'; one = in.read()) {
            if (length == LENGTH_MAX) {
                throw new FeedRefused(
                        number, FeedFault.TOO_LONG, "found a line of more than " + LENGTH_MAX + " characters");
            }
            if (one == 0) {
                throw new FeedRefused(number, FeedFault.BAD_ENCODING, "found a byte 0, expected text in UTF-8");
            }
            line[length++] = (byte) one;
        }
        // A free text may hold anything; what counts is in ASCII, where all encodings of lines agree.
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(3) : text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
