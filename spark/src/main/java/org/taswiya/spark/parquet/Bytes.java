package org.taswiya.spark.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes that grow, in the order that Parquet wants.
final class Bytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] array = new byte[256];
    private int size;

    byte[] array() {
        return array;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /// Room for that many more.
    private void reserve(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, size + more));
        }
    }

    void putByte(int value) {
        reserve(1);
        array[size++] = (byte) value;
    }

    void putInt(int value) {
        reserve(Integer.BYTES);
        INT.set(array, size, value);
        size += Integer.BYTES;
    }

    /// Overwrites four bytes.
    void putInt(int at, int value) {
        INT.set(array, at, value);
    }

    void putLongs(long[] values, int count) {
        reserve(count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            LONG.set(array, size + i * Long.BYTES, values[i]);
        }
        size += count * Long.BYTES;
    }

    void put(byte[] values) {
        put(values, values.length);
    }

    void put(byte[] values, int count) {
        reserve(count);
        System.arraycopy(values, 0, array, size, count);
        size += count;
    }

    /// The low bits of a number, lowest byte first.
    void putLow(int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            putByte(value >>> (8 * i));
        }
    }

    /// A number without sign, seven bits a byte.
    void putVarInt(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            putByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        putByte(rest);
    }
}
