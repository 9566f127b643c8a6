package org.taswiya.spark.parquet;

import java.util.Arrays;

/// Small whole numbers that grow, and their packed form: levels, and places in a dictionary.
///
/// Packed are runs of one number, and eights of different ones with as few bits as the largest needs.
final class Numbers {
    private static final int EIGHT = 8;

    private int[] array = new int[64];
    private int size;

    void add(int value) {
        if (size == array.length) {
            array = Arrays.copyOf(array, 2 * size);
        }
        array[size++] = value;
    }

    /// Room for that many numbers and nothing in it; the caller fills it.
    int[] refill(int count) {
        if (array.length < count) {
            array = new int[Math.max(count, 2 * array.length)];
        }
        size = count;
        return array;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /// How many bits a number up to that one needs.
    static int bits(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }

    /// Packs all of them.
    void pack(int bits, Bytes to) {
        int i = 0;
        while (i < size) {
            int run = run(i);
            if (run >= EIGHT || bits == 0) {
                to.putVarInt(run << 1);
                to.putLow(array[i], (bits + 7) / EIGHT);
                i += run;
            } else {
                i = packEights(i, bits, to);
            }
        }
    }

    /// How often the number at a place comes in a row.
    private int run(int from) {
        int i = from + 1;
        while (i < size && array[i] == array[from]) {
            i++;
        }
        return i - from;
    }

    /// Packs eights up to the next run. Only the last eight of all may be filled up: a reader knows how many there are.
    private int packEights(int from, int bits, Bytes to) {
        int end = from;
        do {
            end += EIGHT;
        } while (end < size && run(end) < EIGHT);
        to.putVarInt((end - from) / EIGHT << 1 | 1);
        long waiting = 0;
        int waitingBits = 0;
        for (int i = from; i < end; i++) {
            waiting |= (i < size ? array[i] & 0xffff_ffffL : 0) << waitingBits;
            waitingBits += bits;
            while (waitingBits >= EIGHT) {
                to.putByte((int) waiting);
                waiting >>>= EIGHT;
                waitingBits -= EIGHT;
            }
        }
        return Math.min(end, size);
    }
}
