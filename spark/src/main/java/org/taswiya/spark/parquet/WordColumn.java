package org.taswiya.spark.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.Encoding;
import org.jspecify.annotations.Nullable;

/// Takes texts that many rows have. Each is written once for a group of rows.
public final class WordColumn extends Column {
    /// Places for texts that came lately, by their hashes.
    private static final int RECENT = 64;

    private final Map<String, Integer> words = new HashMap<>();
    private final Bytes dictionary = new Bytes();
    private final Numbers values = new Numbers();
    private final @Nullable String[] recent = new String[RECENT];
    private final int[] recentPlaces = new int[RECENT];

    WordColumn(Group group, ColumnDescriptor descriptor) {
        super(group, descriptor);
    }

    /// Nearly always a text comes that came lately, as the very object mostly.
    public void put(String value) {
        used();
        int slot = value.hashCode() & (RECENT - 1);
        if (!value.equals(recent[slot])) {
            recentPlaces[slot] = place(value);
            recent[slot] = value;
        }
        values.add(recentPlaces[slot]);
    }

    private int place(String value) {
        Integer known = words.get(value);
        if (known != null) {
            return known;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        dictionary.putInt(bytes.length);
        dictionary.put(bytes);
        words.put(value, words.size());
        return words.size() - 1;
    }

    @Override
    int values() {
        return values.size();
    }

    @Override
    Encoding pack(Bytes page) {
        int bits = Numbers.bits(words.size() - 1);
        page.putByte(bits);
        values.pack(bits, page);
        values.clear();
        return Encoding.RLE_DICTIONARY;
    }

    @Override
    int dictionaryBytes() {
        return dictionary.size();
    }

    @Override
    void endChunk(Compressor compressor) throws IOException {
        if (words.isEmpty()) {
            return;
        }
        compressor.page().put(dictionary.array(), dictionary.size());
        chunk().addDictionary(compressor, words.size());
        words.clear();
        dictionary.clear();
        Arrays.fill(recent, null);
    }
}
