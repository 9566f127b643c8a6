package org.taswiya.cli.command;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream of bytes into lines, in memory that the longest accepted line bounds.
///
/// Lines end with LF or CRLF; the last one may end with the stream. A byte order mark at the start is left out. Bytes
/// are passed on as they are: whether they are text is for whoever reads them.
final class LineReader {
    /// Far above any case; a line beyond it is a file that was never cut into lines.
    static final int LENGTH_MAX = 16 << 20;

    private static final int CHUNK_LENGTH = 1 << 16;

    private final InputStream in;
    private final Flushable beforeWaiting;

    private byte[] buffer = new byte[CHUNK_LENGTH];

    /// The line is `buffer[lineStart, lineEnd)`; what is read but not yet cut is `buffer[next, filled)`.
    private int lineStart;

    private int lineEnd;
    private int next;
    private int filled;

    private long number;
    private boolean tooLong;
    private boolean ended;

    /// @param beforeWaiting flushed each time before more input is asked for, so that whoever sends line after line and
    ///     waits for the answer to each gets it
    LineReader(InputStream in, Flushable beforeWaiting) {
        this.in = in;
        this.beforeWaiting = beforeWaiting;
    }

    /// Moves to the next line; false after the last.
    boolean next() throws IOException {
        lineStart = next;
        tooLong = false;
        int searched = next;
        while (true) {
            int end = indexOfLineFeed(searched);
            if (end >= 0) {
                return line(end, end + 1);
            }
            if (ended) {
                return (tooLong || lineStart < filled) && line(filled, filled);
            }
            if (filled - lineStart > LENGTH_MAX + 1) {
                tooLong = true;
                filled = lineStart;
            }
            searched = filled;
            int moved = makeRoom();
            searched -= moved;
            fill();
        }
    }

    private boolean line(int end, int following) {
        next = following;
        lineEnd = end > lineStart && buffer[end - 1] == '\r' ? end - 1 : end;
        tooLong |= lineEnd - lineStart > LENGTH_MAX;
        number++;
        if (number == 1 && startsWithByteOrderMark()) {
            lineStart += 3;
        }
        return true;
    }

    private int indexOfLineFeed(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Moves the begun line to the front, or doubles the buffer that it fills. Returns by how much it moved.
    private int makeRoom() {
        int moved = lineStart;
        if (moved > 0) {
            System.arraycopy(buffer, lineStart, buffer, 0, filled - lineStart);
            filled -= moved;
            lineStart = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        return moved;
    }

    private void fill() throws IOException {
        beforeWaiting.flush();
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
    }

    private boolean startsWithByteOrderMark() {
        return lineEnd - lineStart >= 3
                && buffer[lineStart] == (byte) 0xEF
                && buffer[lineStart + 1] == (byte) 0xBB
                && buffer[lineStart + 2] == (byte) 0xBF;
    }

    /// The 1-based number of the line.
    long number() {
        return number;
    }

    /// Whether the line is longer than [#LENGTH_MAX]; its bytes are then not kept.
    boolean isTooLong() {
        return tooLong;
    }

    /// Whether the line holds nothing but spaces and tabs.
    boolean isBlank() {
        for (int i = lineStart; i < lineEnd; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return !tooLong;
    }

    /// The array that holds the line from [#offset] on for [#length] bytes, until the next call of [#next].
    byte[] bytes() {
        return buffer;
    }

    int offset() {
        return lineStart;
    }

    int length() {
        return lineEnd - lineStart;
    }
}
