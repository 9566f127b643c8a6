package org.taswiya.server.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields of a form or of a query, such as `state=paid&amount=100.00`; a field that comes twice is its first.
public final class Fields {
    private final Map<String, String> values;

    private Fields(Map<String, String> values) {
        this.values = values;
    }

    /// What cannot be read is left out, and so found missing.
    public static Fields parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                decoded(field.substring(0, equals))
                        .ifPresent(name -> decoded(field.substring(equals + 1))
                                .ifPresent(value -> values.putIfAbsent(name, value)));
            }
        }
        return new Fields(values);
    }

    /// @param namesAndValues a name, its value, and so on
    public static Fields of(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Fields(values);
    }

    /// Empty where it is not percent-encoded as it should be.
    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Empty where it is missing.
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /// As it is sent.
    public String text() {
        return values.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
