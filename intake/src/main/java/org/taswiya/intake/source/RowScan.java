package org.taswiya.intake.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.source.RowReader.RowFault;

/// Finds the fields of one row in a buffer (RFC 4180, with other delimiters and quotes).
///
/// It looks at single bytes: in the charsets that are walked through, a byte below 128 is always a whole character.
final class RowScan {
    /// Lines of one row: more of them are a quote that somebody forgot.
    private static final int LINES_MAX = 50;

    private final byte delimiter;
    private final byte quote;
    private final byte[] buffer;
    private int[] begins = new int[32];
    private int[] ends = new int[32];
    private boolean[] quoted = new boolean[32];
    private int fields;
    private int end;
    private int next;
    private int lines;
    private boolean isAscii;
    private boolean isTooLong;

    RowScan(SourceForm form, byte[] buffer) {
        this.delimiter = (byte) form.delimiter();
        this.quote = (byte) (form.quote() == 0 ? '\n' : form.quote()); // a line's end begins no field
        this.buffer = buffer;
    }

    /// Looks at the row that begins somewhere.
    ///
    /// @param limit where the bytes end that are there
    /// @param isEnd whether the file ends there
    /// @return why it is refused; null when it is not
    @Nullable RowFault row(int start, int limit, boolean isEnd) {
        fields = 0;
        lines = 0;
        isAscii = true;
        isTooLong = false;
        int most = Math.min(limit, start + RowReader.ROW_MAX);
        int at = start;
        RowFault fault = null;
        while (true) {
            boolean isQuoted = at < most && buffer[at] == quote && quote != '\n';
            int from = at;
            if (isQuoted) {
                at = closing(at + 1, most);
                if (at < 0) {
                    return openQuote(start, limit, most, isEnd);
                }
            }
            int to = at;
            at = plain(at, most);
            if (at < most && isControl(buffer[at])) {
                fault = fault == null ? control(buffer[at]) : fault;
                at++;
                while (at < most && buffer[at] != delimiter && !isLineEnd(buffer[at])) {
                    at++;
                }
            } else if (isQuoted && hasText(to + 1, at)) {
                fault = fault == null ? new RowFault(RowReason.BAD_QUOTE, fields, "text after a closing quote") : fault;
            }
            add(from, isQuoted && fault == null ? to : at, isQuoted && fault == null);
            if (at == most && !(isEnd && most == limit)) {
                return tooLong(at);
            }
            if (at == most || buffer[at] != delimiter) {
                break;
            }
            at++;
        }
        finish(at, limit);
        return fault;
    }

    private void finish(int at, int limit) {
        end = at;
        next = at;
        if (at < limit) {
            next = buffer[at] == '\r' && at + 1 < limit && buffer[at + 1] == '\n' ? at + 2 : at + 1;
            lines++;
        }
    }

    private RowFault tooLong(int at) {
        isTooLong = true;
        end = at;
        next = at;
        return new RowFault(RowReason.TOO_LONG, fields - 1, "a row of more than " + RowReader.ROW_MAX + " bytes");
    }

    /// Where a quoted field's closing quote stands; below zero when there is none.
    private int closing(int from, int most) {
        int at = from;
        while (at < most) {
            byte b = buffer[at];
            if (b == quote) {
                if (at + 1 < most && buffer[at + 1] == quote) {
                    at += 2;
                    continue;
                }
                return at;
            }
            isAscii &= b >= 0;
            if (b == '\n' && ++lines > LINES_MAX || b == 0) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    /// Only the first line is given up: those below it are rows of their own.
    private RowFault openQuote(int start, int limit, int most, boolean isEnd) {
        lines = 0;
        int at = start;
        while (at < most && buffer[at] != '\n') {
            at++;
        }
        add(start, at, false);
        if (at == most && !(isEnd && most == limit)) {
            return tooLong(at);
        }
        finish(at, limit);
        end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
        return new RowFault(RowReason.OPEN_QUOTE, Math.max(0, fields - 1), "a quote that is not closed");
    }

    private int plain(int from, int most) {
        int at = from;
        while (at < most) {
            byte b = buffer[at];
            if (b == delimiter || b < ' ' && b >= 0 && b != '\t') {
                break;
            }
            isAscii &= b >= 0;
            at++;
        }
        return at;
    }

    private RowFault control(byte b) {
        return new RowFault(RowReason.CONTROL_CHARACTER, fields, String.format("the character U+%04X", b));
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && b != '\t' && !isLineEnd(b);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    private boolean hasText(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ') {
                return true;
            }
        }
        return false;
    }

    private void add(int from, int to, boolean isQuoted) {
        if (fields == begins.length) {
            begins = Arrays.copyOf(begins, fields * 2);
            ends = Arrays.copyOf(ends, fields * 2);
            quoted = Arrays.copyOf(quoted, fields * 2);
        }
        begins[fields] = from;
        ends[fields] = to;
        quoted[fields++] = isQuoted;
    }

    int fields() {
        return fields;
    }

    /// Whether there is anything in the row at all.
    boolean isText() {
        return fields > 1 || quoted[0] || hasText(begins[0], ends[0]);
    }

    boolean isAscii() {
        return isAscii;
    }

    boolean isTooLong() {
        return isTooLong;
    }

    boolean isQuoted(int field) {
        return quoted[field];
    }

    /// Where a field begins, its quote included.
    int begin(int field) {
        return begins[field];
    }

    /// Where the text of a field begins.
    int from(int field) {
        return begins[field] + (quoted[field] ? 1 : 0);
    }

    int to(int field) {
        return ends[field];
    }

    /// Where the row ends, without the line's end.
    int end() {
        return end;
    }

    int next() {
        return next;
    }

    /// Ends of lines in the row, its own included.
    int lines() {
        return lines;
    }
}
