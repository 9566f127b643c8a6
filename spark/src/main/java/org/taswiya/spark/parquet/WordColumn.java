package org.taswiya.spark.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.Encoding;
import org.jspecify.annotations.Nullable;

/// Takes texts that many rows have. Each is written once for a group of rows.
public final class WordColumn extends Column {
    private final Map<String, Word> words = new HashMap<>();
    private final Bytes dictionary = new Bytes();
    private final Numbers values = new Numbers();
    private @Nullable Word last;

    /// A text of the dictionary, and what was put after it last time: as an object, and its word.
    private static final class Word {
        private final int place;
        private @Nullable String nextText;
        private @Nullable Word next;

        Word(int place) {
            this.place = place;
        }
    }

    WordColumn(Group group, ColumnDescriptor descriptor) {
        super(group, descriptor);
    }

    /// Lists of one kind are alike: nearly always the same object comes as came last time, and its text is not looked
    /// at.
    @SuppressWarnings("ReferenceEquality")
    public void put(String value) {
        used();
        Word before = last;
        Word word;
        if (before != null && before.next != null && before.nextText == value) {
            word = before.next;
        } else {
            word = word(value);
            if (before != null) {
                before.nextText = value;
                before.next = word;
            }
        }
        last = word;
        values.add(word.place);
    }

    private Word word(String value) {
        Word known = words.get(value);
        if (known != null) {
            return known;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        dictionary.putInt(bytes.length);
        dictionary.put(bytes);
        Word word = new Word(words.size());
        words.put(value, word);
        return word;
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
        last = null;
    }
}
