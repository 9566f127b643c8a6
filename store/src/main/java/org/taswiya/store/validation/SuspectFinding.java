package org.taswiya.store.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.ReadingFinding;

/// What was found about a suspect, as it is kept.
///
/// @param reason the code
/// @param severity its code
/// @param found a sentence
/// @param figures the exact numbers that caused it, in lowest terms: `8999`, `31/7`
public record SuspectFinding(String reason, String severity, String found, Map<String, String> figures) {

    public SuspectFinding {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    static SuspectFinding of(ReadingFinding finding) {
        Map<String, String> figures = new LinkedHashMap<>();
        finding.values().forEach((name, value) -> figures.put(name, figure(value)));
        return new SuspectFinding(finding.reason().code(), finding.severity().code(), finding.found(), figures);
    }

    private static String figure(Fraction value) {
        return value.toString();
    }

    /// `use=8999 limit=3`.
    String figuresText() {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .collect(Collectors.joining(" "));
    }

    static Map<String, String> figures(String text) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (String figure : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int is = figure.indexOf('=');
            figures.put(figure.substring(0, is), figure.substring(is + 1));
        }
        return figures;
    }
}
