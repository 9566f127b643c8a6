package org.taswiya.store.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.taswiya.core.quantity.Decimal;

/// The rows of a query, streamed in PostgreSQL's binary form: one in memory at a time.
///
/// The fields of a row are taken in the order of the columns, each by the method of its type; enumerations are text.
public final class CopiedRows {
    private static final int HEADER = 19;
    private static final int END = -1;
    private static final int NEGATIVE = 0x4000;
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final @Nullable LocalDate[] DAYS = new LocalDate[40 * 366];

    private byte[] bytes = new byte[0];
    private int at;
    private int size;

    private CopiedRows() {}

    /// What is done with a row.
    public interface Use {
        void row(CopiedRows row) throws SQLException;
    }

    /// Runs a query and gives each of its rows to somebody.
    ///
    /// @param select with its values written in ([Literals]): COPY takes no parameters
    public static void each(Connection connection, String select, Use use) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + select + ") to stdout (format binary)");
        try {
            CopiedRows rows = new CopiedRows();
            byte[] message = copy.readFromCopy();
            rows.at = HEADER;
            while (message != null) {
                rows.bytes = message;
                if (rows.at < message.length && rows.fields() != END) {
                    use.row(rows);
                }
                rows.at = 0;
                message = copy.readFromCopy();
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private int fields() {
        at += 2;
        return getShort(at - 2);
    }

    /// Steps to the next field.
    ///
    /// @return whether it holds a value
    private boolean next() {
        size = getInt(at);
        at += 4 + Math.max(size, 0);
        return size >= 0;
    }

    public String text() {
        String text = textOrNull();
        if (text == null) {
            throw new IllegalStateException("a field is empty where a text was expected");
        }
        return text;
    }

    public @Nullable String textOrNull() {
        return next() ? new String(bytes, at - size, size, StandardCharsets.UTF_8) : null;
    }

    /// The bytes of a bytea; none where it is empty.
    public byte[] bytes() {
        return next() ? Arrays.copyOfRange(bytes, at - size, at) : new byte[0];
    }

    public boolean bool() {
        return next() && bytes[at - 1] != 0;
    }

    /// A smallint, integer or bigint; zero where it is empty.
    public long whole() {
        if (!next()) {
            return 0;
        }
        return switch (size) {
            case 2 -> getShort(at - 2);
            case 4 -> getInt(at - 4);
            default -> getLong(at - 8);
        };
    }

    public @Nullable Integer integerOrNull() {
        int start = at;
        if (!next()) {
            return null;
        }
        at = start;
        return Math.toIntExact(whole());
    }

    public LocalDate date() {
        LocalDate date = dateOrNull();
        if (date == null) {
            throw new IllegalStateException("a field is empty where a date was expected");
        }
        return date;
    }

    public @Nullable LocalDate dateOrNull() {
        return next() ? day(getInt(at - 4)) : null;
    }

    /// Rows repeat their days: those of four decades are made once. Whoever races makes the same.
    private static LocalDate day(int number) {
        if (number < 0 || number >= DAYS.length) {
            return DAY_ZERO.plusDays(number);
        }
        LocalDate day = DAYS[number];
        if (day == null) {
            day = DAY_ZERO.plusDays(number);
            DAYS[number] = day;
        }
        return day;
    }

    /// A numeric of at most 18 digits.
    ///
    /// @throws ArithmeticException when it has more, or is none: NaN or infinite
    public Decimal numeric() {
        Decimal value = numericOrNull();
        if (value == null) {
            throw new IllegalStateException("a field is empty where a number was expected");
        }
        return value;
    }

    public @Nullable Decimal numericOrNull() {
        if (!next()) {
            return null;
        }
        int start = at - size;
        int digits = getShort(start);
        int weight = getShort(start + 2);
        int sign = getShort(start + 4);
        int scale = getShort(start + 6);
        if (sign != 0 && sign != NEGATIVE) {
            throw new ArithmeticException("a field holds NaN or infinity where a number was expected");
        }
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = Math.addExact(Math.multiplyExact(value, 10_000L), getShort(start + 8 + 2 * i));
        }
        int power = digits == 0 ? 0 : 4 * (weight - digits + 1) + scale;
        for (; power > 0; power--) {
            value = Math.multiplyExact(value, 10L);
        }
        for (; power < 0; power++) {
            value /= 10; // digits to the base of ten thousand end in zeros beyond the scale
        }
        return new Decimal(sign == NEGATIVE ? -value : value, scale);
    }

    /// An array of smallint, integer or bigint without empty elements; none where it is empty.
    public long[] wholes() {
        if (!next()) {
            return new long[0];
        }
        int end = at;
        at -= size;
        int dimensions = getInt(at);
        long[] values = new long[dimensions == 0 ? 0 : getInt(at + 12)];
        at += 20;
        for (int i = 0; i < values.length; i++) {
            values[i] = whole();
        }
        at = end;
        return values;
    }

    private int getShort(int from) {
        return (short) (bytes[from] << 8 | bytes[from + 1] & 0xff);
    }

    private int getInt(int from) {
        return getShort(from) << 16 | getShort(from + 2) & 0xffff;
    }

    private long getLong(int from) {
        return (long) getInt(from) << 32 | getInt(from + 4) & 0xffff_ffffL;
    }
}
