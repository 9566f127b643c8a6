package org.taswiya.spark.parquet;

import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.io.api.Binary;

/// The bytes of texts that are written again and again.
final class Texts {
    private static final int MOST = 10_000;

    private final Map<String, Binary> bytes = new HashMap<>();

    Binary of(String text) {
        Binary known = bytes.get(text);
        if (known != null) {
            return known;
        }
        if (bytes.size() == MOST) {
            bytes.clear();
        }
        Binary made = Binary.fromString(text);
        bytes.put(text, made);
        return made;
    }
}
