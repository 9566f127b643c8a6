package org.taswiya.spark.parquet;

import java.util.Arrays;

/// Different numbers in the order in which they were first met.
final class LongDictionary {
    private final long[] entries;
    private final int[] table;
    private int size;
    private boolean isFull;

    LongDictionary(int most) {
        this.entries = new long[most];
        this.table = new int[Integer.highestOneBit(most) << 2];
    }

    /// The place of a number, which is new to it or not; below zero when there is no more room.
    int place(long value) {
        int mask = table.length - 1;
        int slot = (int) ((value * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
        while (table[slot] != 0) {
            int place = table[slot] - 1;
            if (entries[place] == value) {
                return place;
            }
            slot = (slot + 1) & mask;
        }
        if (isFull || size == entries.length) {
            isFull = true;
            return -1;
        }
        entries[size] = value;
        table[slot] = ++size;
        return size - 1;
    }

    long[] entries() {
        return entries;
    }

    int size() {
        return size;
    }

    /// Whether there was a number for which it had no room.
    boolean isFull() {
        return isFull;
    }

    void clear() {
        size = 0;
        Arrays.fill(table, 0);
    }
}
