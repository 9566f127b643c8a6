package org.taswiya.spark.parquet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;
import org.jspecify.annotations.Nullable;

/// Numbers that wait for their page, and the dictionary that they have as long as there are few different ones.
final class Longs {
    /// A dictionary of more costs more than it saves.
    private static final int DIFFERENT_MOST = 2_048;

    private final boolean isWide;
    private long[] waiting = new long[64];
    private int size;
    private @Nullable LongDictionary dictionary = new LongDictionary(DIFFERENT_MOST);
    private final Numbers places = new Numbers();

    /// @param isWide whether a number takes eight bytes rather than four
    Longs(boolean isWide) {
        this.isWide = isWide;
    }

    void add(long value) {
        if (size == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * size);
        }
        waiting[size++] = value;
    }

    int size() {
        return size;
    }

    Encoding pack(Bytes page) {
        LongDictionary used = dictionary;
        if (used != null && !used.isFull() && place(used)) {
            int bits = Numbers.bits(used.size() - 1);
            page.putByte(bits);
            places.pack(bits, page);
            size = 0;
            return Encoding.RLE_DICTIONARY;
        }
        plain(waiting, size, page);
        size = 0;
        return Encoding.PLAIN;
    }

    /// Finds all waiting numbers in the dictionary; does without it from now on when there are too many.
    private boolean place(LongDictionary used) {
        int[] to = places.refill(size);
        long last = 0;
        int place = -1;
        for (int i = 0; i < size; i++) {
            if (place < 0 || waiting[i] != last) {
                last = waiting[i];
                place = used.place(last);
                if (place < 0) {
                    return false;
                }
            }
            to[i] = place;
        }
        return true;
    }

    private void plain(long[] values, int count, Bytes page) {
        if (isWide) {
            page.putLongs(values, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            page.putInt((int) values[i]);
        }
    }

    void endChunk(Chunk chunk, Compressor compressor) throws IOException {
        LongDictionary used = dictionary;
        if (used == null || used.size() == 0) {
            return;
        }
        plain(used.entries(), used.size(), compressor.page());
        chunk.addDictionary(compressor, used.size());
        // What was too varied for one group of rows is so for the next one.
        if (used.isFull()) {
            dictionary = null;
        } else {
            used.clear();
        }
    }
}
