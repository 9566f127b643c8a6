package org.taswiya.intake.source;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedFormat;

/// Walks through a file row by row. One row is in memory at a time, and a few hundred kilobytes around it.
///
/// A row is refused as a whole before anybody looks at its fields: [#fault] says why. Blank lines are no rows.
public final class RowReader implements Closeable {
    /// Bytes of the longest row.
    static final int ROW_MAX = 1 << 16;

    private static final int BUFFER_LENGTH = 4 * ROW_MAX;
    private static final int SHOWN_OF_TOO_LONG = 1_000;
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final SourceForm form;
    private final byte[] buffer = new byte[BUFFER_LENGTH];
    private final RowScan scan;
    private int next;
    private int limit;
    private boolean isEnd;
    private long bufferAt;
    private long nextLine = 1;
    private long line;
    private int start;
    private @Nullable RowFault fault;
    private boolean isLastLineEnded = true;

    /// Why a row is refused before its fields are looked at.
    record RowFault(RowReason reason, int field, String found) {}

    private RowReader(InputStream in, SourceForm form) {
        this.in = in;
        this.form = form;
        this.scan = new RowScan(form, buffer);
    }

    /// @throws IOException when the file cannot be read
    public static RowReader open(Path path, SourceForm form) throws IOException {
        RowReader reader = of(SourceBytes.open(path, form), form);
        reader.isLastLineEnded = WholeFile.endsWithALine(path);
        if (reader.next > 0 && !form.walked().equals(StandardCharsets.UTF_8)) {
            reader.close();
            throw new SourceRefused(path + " begins with the mark of UTF-8, and the mapping reads "
                    + form.charset().name() + ": names would be garbled. State charset: utf-8 in the mapping, or save"
                    + " the file as " + form.charset().name() + ".");
        }
        return reader;
    }

    /// The rows of a file: of a feed where the mapping brings one and the file is one, else as they stand there.
    ///
    /// @throws IOException when the file cannot be read
    public static RowReader open(Path path, SourceMapping mapping) throws IOException {
        return open(path, mapping, "");
    }

    /// The same rows as an import had when it was begun, whose places it keeps.
    ///
    /// @param header of the rows as they were then; empty for none
    /// @throws IOException when the file cannot be read
    public static RowReader open(Path path, SourceMapping mapping, String header) throws IOException {
        Optional<FeedFormat> feed = mapping.brings() == RecordKind.FEED ? FeedFormat.of(path) : Optional.empty();
        return feed.isPresent()
                ? of(FeedRows.open(path, feed.get(), mapping.zone(), header), mapping.form())
                : open(path, mapping.form());
    }

    /// Rows that were read before, as [AcceptedRow] and [RefusedRow] keep them.
    ///
    /// @param raw lines, a character for each byte
    public static RowReader ofRaw(String raw, SourceForm form) throws IOException {
        return of(new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)), form);
    }

    private static RowReader of(InputStream in, SourceForm form) throws IOException {
        RowReader reader = new RowReader(in, form);
        reader.fill();
        if (reader.limit >= 3
                && reader.buffer[0] == (byte) 0xEF
                && reader.buffer[1] == (byte) 0xBB
                && reader.buffer[2] == (byte) 0xBF) {
            reader.next = 3; // a mark of UTF-8, which is no text
        }
        return reader;
    }

    /// Goes on to a place between two rows that [#offset] and [#nextLine] gave earlier.
    ///
    /// @throws IOException when the file ends before
    public void skipTo(long offset, long lineThere) throws IOException {
        long missing = offset - bufferAt - limit;
        if (missing > 0) {
            in.skipNBytes(missing);
            bufferAt = offset;
            next = 0;
            limit = 0;
        } else {
            next = Math.toIntExact(offset - bufferAt);
        }
        nextLine = lineThere;
    }

    /// Steps to the next row.
    ///
    /// @return whether there is one
    public boolean next() throws IOException {
        while (true) {
            fill();
            if (next == limit) {
                return false;
            }
            start = next;
            line = nextLine;
            fault = scan.row(start, limit, isEnd);
            next = scan.next();
            nextLine += scan.lines();
            if (scan.isTooLong()) {
                skipLine();
            }
            if (fault != null || scan.isText()) {
                fault = fault == null ? faultOfText() : fault;
                return true;
            }
        }
    }

    /// Skips to the end of a line without keeping it.
    private void skipLine() throws IOException {
        while (true) {
            while (next < limit) {
                if (buffer[next++] == '\n') {
                    nextLine++;
                    return;
                }
            }
            // The beginning of the row stays where it is, for people to see.
            int keep = start + SHOWN_OF_TOO_LONG;
            bufferAt += next - keep;
            next = keep;
            limit = keep;
            int count = in.read(buffer, limit, buffer.length - limit);
            if (count < 0) {
                isEnd = true;
                return;
            }
            limit += count;
        }
    }

    /// Sees to it that the longest row is in memory, or the file's end.
    private void fill() throws IOException {
        if (isEnd || limit - next > ROW_MAX) {
            return;
        }
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        bufferAt += next;
        limit -= next;
        next = 0;
        int count = in.readNBytes(buffer, limit, buffer.length - limit);
        limit += count;
        isEnd = limit < buffer.length;
    }

    /// The line on which the row begins, from one.
    public long line() {
        return line;
    }

    /// Where the next row begins, in unpacked bytes.
    public long offset() {
        return bufferAt + next;
    }

    /// The line on which the next row begins.
    public long nextLine() {
        return nextLine;
    }

    @Nullable RowFault fault() {
        return fault;
    }

    int fields() {
        return scan.fields();
    }

    /// Whether the file ends within the field, so that what follows may have been cut away. A quote that is closed says
    /// that nothing was.
    boolean isOpenEnded(int field) {
        return !isLastLineEnded && isEnd && scan.end() == limit && field == fields() - 1 && !scan.isQuoted(field);
    }

    /// A field without the spaces and quotes around it.
    String text(int field) {
        int from = scan.from(field);
        int length = scan.to(field) - from;
        String text = scan.isAscii()
                ? new String(buffer, from, length, StandardCharsets.ISO_8859_1)
                : new String(buffer, from, length, form.walked());
        if (!scan.isQuoted(field)) {
            return text.strip();
        }
        String quote = String.valueOf(form.quote());
        return text.contains(quote) ? text.replace(quote + quote, quote) : text;
    }

    /// The bytes of the row's first fields without the line's end, a character each.
    ///
    /// @param count how many fields; all when it is not fewer than there are
    String raw(int count) {
        int end = scan.isTooLong() ? start + SHOWN_OF_TOO_LONG : scan.end();
        int to = count < fields() && fault == null ? scan.begin(count) - 1 : end;
        return new String(buffer, start, to - start, StandardCharsets.ISO_8859_1);
    }

    private @Nullable RowFault faultOfText() {
        if (scan.isAscii()) {
            return null;
        }
        for (int field = 0; field < scan.fields(); field++) {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, scan.begin(field), scan.to(field) - scan.begin(field));
            try {
                if (form.walked().newDecoder().decode(bytes).toString().indexOf(REPLACEMENT) < 0) {
                    continue;
                }
            } catch (CharacterCodingException _) {
                // said below
            }
            return new RowFault(
                    RowReason.MALFORMED_TEXT,
                    field,
                    "bytes that are no text in " + form.charset() + ", or a mark of such");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
