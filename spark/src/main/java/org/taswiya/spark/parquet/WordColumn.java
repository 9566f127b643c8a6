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
    private static final int RECENT = 8;

    private final Map<String, Integer> places = new HashMap<>();
    private final Bytes dictionary = new Bytes();
    private final Numbers values = new Numbers();

    /// Texts met last: nearly always the very same object comes again.
    private final @Nullable String[] recent = new String[RECENT];

    private final int[] recentPlaces = new int[RECENT];
    private int oldest;

    WordColumn(Group group, ColumnDescriptor descriptor) {
        super(group, descriptor);
    }

    public void put(String value) {
        used();
        values.add(recentPlaces[slot(value)]);
    }

    /// Looked for as an object, without looking at its text.
    @SuppressWarnings("ReferenceEquality")
    private int slot(String value) {
        for (int slot = 0; slot < RECENT; slot++) {
            if (recent[slot] == value) {
                return slot;
            }
        }
        oldest = (oldest + 1) % RECENT;
        recent[oldest] = value;
        recentPlaces[oldest] = place(value);
        return oldest;
    }

    private int place(String value) {
        Integer known = places.get(value);
        if (known != null) {
            return known;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        dictionary.putInt(bytes.length);
        dictionary.put(bytes);
        places.put(value, places.size());
        return places.size() - 1;
    }

    @Override
    int values() {
        return values.size();
    }

    @Override
    Encoding pack(Bytes page) {
        int bits = Numbers.bits(places.size() - 1);
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
        if (places.isEmpty()) {
            return;
        }
        compressor.page().put(dictionary.array(), dictionary.size());
        chunk().addDictionary(compressor, places.size());
        places.clear();
        dictionary.clear();
        Arrays.fill(recent, null);
    }
}
