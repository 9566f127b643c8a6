package org.taswiya.store.copy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// Rows for one table, ready to be sent.
///
/// Fields are put in the order of the columns, each by the method of its type; enumerations are text.
public final class CopyRows {
    /// Bytes of the longest numeric: a head and ten digits to the base of ten thousand.
    private static final int NUMERIC_MOST = 8 + 2 * 10;

    private static final int[] POWERS = {1, 10, 100, 1_000};
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final Instant MOMENT_ZERO = Instant.parse("2000-01-01T00:00:00Z");
    private static final int FIRST_LENGTH = 1 << 14;
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final String table;
    private final String command;
    private final int columns;
    private final short[] digits = new short[6];
    private byte[] bytes = new byte[FIRST_LENGTH];
    private int length;
    private int fieldsLeft;
    private long rows;

    /// @param table the table's name
    /// @param columns the columns that every row fills, in order
    public CopyRows(String table, String... columns) {
        this.table = table;
        this.command = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
        this.columns = columns.length;
        clear();
    }

    /// Where they go.
    public String table() {
        return table;
    }

    /// How many rows wait.
    public long rows() {
        return rows;
    }

    /// How many bytes wait.
    public int length() {
        return length;
    }

    /// Where the rows are, to go back to.
    public Mark mark() {
        return new Mark(length, rows);
    }

    /// Forgets what was put since, a row that was begun too.
    public void back(Mark mark) {
        length = mark.length();
        rows = mark.rows();
        fieldsLeft = 0;
    }

    /// A place between two rows.
    public record Mark(int length, long rows) {}

    /// Begins a row.
    public CopyRows row() {
        requireWhole();
        fieldsLeft = columns;
        rows++;
        room(2);
        putShort(columns);
        return this;
    }

    public CopyRows text(@Nullable String value) {
        if (value == null) {
            return empty();
        }
        int most = value.length() * 3;
        field(most);
        int at = length;
        length += 4;
        int size = encode(value);
        putIntAt(at, size);
        return this;
    }

    /// ASCII, as nearly all of our texts are, is copied; the rest is encoded.
    private int encode(String value) {
        int characters = value.length();
        for (int i = 0; i < characters; i++) {
            char c = value.charAt(i);
            if (c >= 128) {
                byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, bytes, length - i, encoded.length);
                length += encoded.length - i;
                return encoded.length;
            }
            bytes[length++] = (byte) c;
        }
        return characters;
    }

    /// Bytes, a character each.
    public CopyRows bytes(String latin) {
        field(latin.length());
        putInt(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            bytes[length++] = (byte) latin.charAt(i);
        }
        return this;
    }

    public CopyRows bytes(byte[] value) {
        field(value.length);
        putInt(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    public CopyRows bigint(long value) {
        field(8);
        putInt(8);
        putLong(value);
        return this;
    }

    public CopyRows money(@Nullable Money value) {
        return value == null ? empty() : bigint(value.minorUnits());
    }

    public CopyRows integer(int value) {
        field(4);
        putInt(4);
        putInt(value);
        return this;
    }

    public CopyRows smallint(int value) {
        field(2);
        putInt(2);
        putShort(value);
        return this;
    }

    public CopyRows smallint(@Nullable Integer value) {
        return value == null ? empty() : smallint(value.intValue());
    }

    public CopyRows bool(boolean value) {
        field(1);
        putInt(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    public CopyRows date(@Nullable LocalDate value) {
        return value == null ? empty() : integer(day(value));
    }

    private static int day(LocalDate value) {
        return Math.toIntExact(value.toEpochDay() - DAY_ZERO);
    }

    public CopyRows moment(Instant value) {
        return bigint(ChronoUnit.MICROS.between(MOMENT_ZERO, value));
    }

    /// A numeric: digits to the base of ten thousand, the decimal point between two of them.
    public CopyRows numeric(@Nullable Decimal value) {
        if (value == null) {
            return empty();
        }
        field(NUMERIC_MOST);
        int at = length;
        length += 4 + 8;
        int digits = putDigits(value);
        putIntAt(at, 8 + 2 * digits);
        return this;
    }

    /// Writes the digits, and before them how many they are and where the point is.
    private int putDigits(Decimal value) {
        int header = length - 8;
        int fractionDigits = (value.scale() + 3) / 4;
        long magnitude = Math.abs(value.unscaled());
        // The unscaled value shifted so that the point falls between two digits may not fit: take the low digit apart.
        int shift = fractionDigits * 4 - value.scale();
        short[] reversed = digits;
        int count = 0;
        int power = POWERS[shift];
        if (value.scale() > 0) {
            int low = (int) (magnitude % (10_000 / power)) * power;
            reversed[count++] = (short) low;
            magnitude /= 10_000 / power;
        }
        while (magnitude > 0) {
            reversed[count++] = (short) (magnitude % 10_000);
            magnitude /= 10_000;
        }
        int weight = count - fractionDigits - 1;
        int first = 0;
        while (first < count && reversed[first] == 0) {
            first++; // zeros at the end say nothing
        }
        int written = 0;
        for (int i = count - 1; i >= first; i--) {
            if (written == 0 && reversed[i] == 0) {
                weight--; // and neither do those at the front
                continue;
            }
            putShort(reversed[i]);
            written++;
        }
        putShortAt(header, written);
        putShortAt(header + 2, written == 0 ? 0 : weight);
        putShortAt(header + 4, value.unscaled() < 0 ? 0x4000 : 0);
        putShortAt(header + 6, value.scale());
        return written;
    }

    /// An array of date.
    public <T> CopyRows dates(List<T> of, Function<T, LocalDate> date) {
        array(1082, 4, of.size());
        for (T each : of) {
            putInt(4);
            putInt(day(date.apply(each)));
        }
        return this;
    }

    /// An array of numeric.
    public <T> CopyRows numerics(List<T> of, Function<T, Decimal> number) {
        int head = length;
        array(1700, NUMERIC_MOST, of.size());
        for (T each : of) {
            int at = length;
            length += 4 + 8;
            putIntAt(at, 8 + 2 * putDigits(number.apply(each)));
        }
        putIntAt(head, length - head - 4); // the room taken was for the longest numbers
        return this;
    }

    /// An array of bigint.
    public CopyRows bigints(long... values) {
        array(20, 8, values.length);
        for (long value : values) {
            putInt(8);
            putLong(value);
        }
        return this;
    }

    /// An array of smallint.
    public CopyRows smallints(int... values) {
        array(21, 2, values.length);
        for (int value : values) {
            putInt(2);
            putShort(value);
        }
        return this;
    }

    /// The head of an array: one dimension that begins at one, or none where there are no elements.
    private void array(int type, int size, int count) {
        int head = count == 0 ? 12 : 20;
        field(head + count * (4 + size));
        putInt(head + count * (4 + size));
        putInt(count == 0 ? 0 : 1);
        putInt(0);
        putInt(type);
        if (count > 0) {
            putInt(count);
            putInt(1);
        }
    }

    public CopyRows empty() {
        field(0);
        putInt(-1);
        return this;
    }

    /// Sends what waits, if anything, and forgets it.
    ///
    /// @return how many rows went in
    public long send(Connection connection) throws SQLException {
        requireWhole();
        if (rows == 0) {
            return 0;
        }
        room(2);
        putShort(-1);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        try {
            copy.writeToCopy(bytes, 0, length);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            clear();
        }
    }

    private void clear() {
        length = SIGNATURE.length;
        System.arraycopy(SIGNATURE, 0, bytes, 0, length);
        rows = 0;
        fieldsLeft = 0;
    }

    private void requireWhole() {
        if (fieldsLeft != 0) {
            throw new IllegalStateException(fieldsLeft + " fields are missing in row " + rows + " for: " + command);
        }
    }

    private void field(int size) {
        if (--fieldsLeft < 0) {
            throw new IllegalStateException("Row " + rows + " has more than " + columns + " fields for: " + command);
        }
        room(4 + size);
    }

    private void room(int size) {
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
        }
    }

    private void putShort(int value) {
        putShortAt(length, value);
        length += 2;
    }

    private void putShortAt(int at, int value) {
        SHORTS.set(bytes, at, (short) value);
    }

    private void putInt(int value) {
        putIntAt(length, value);
        length += 4;
    }

    private void putIntAt(int at, int value) {
        INTS.set(bytes, at, value);
    }

    private void putLong(long value) {
        LONGS.set(bytes, length, value);
        length += 8;
    }
}
