package org.taswiya.deliver.pdf;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which pictures a document shows.
final class PictureUse {
    private final Map<Picture, String> names = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /// Notes that a page shows it.
    ///
    /// @return the name by which the page asks for it
    String use(Picture picture) {
        return names.computeIfAbsent(picture, _ -> "I" + names.size());
    }

    /// Those shown up to now, for the resources of a page; each is written with the first page that needs it.
    String resources(PdfFile file) throws IOException {
        if (names.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("/XObject<<");
        for (Map.Entry<Picture, String> used : names.entrySet()) {
            Integer number = numbers.get(used.getValue());
            if (number == null) {
                number = used.getKey().write(file);
                numbers.put(used.getValue(), number);
            }
            out.append('/').append(used.getValue()).append(' ').append(number).append(" 0 R");
        }
        return out.append(">>").toString();
    }
}
