package org.taswiya.store.validation;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;

/// The numbers of an alarm as they are kept: `use=310; usual=103 1/3`.
public final class AlarmFigures {
    private AlarmFigures() {}

    public static String text(Map<String, Fraction> figures) {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + text(figure.getValue()))
                .collect(Collectors.joining("; "));
    }

    /// Rounded only where a limit has so many decimals that no text would be read back.
    private static String text(Fraction value) {
        String exact = ExactText.of(value);
        return ExactText.read(exact).isPresent()
                ? exact
                : value.round(Decimal.SCALE_MAX, RoundingMode.HALF_UP).toString();
    }

    public static Map<String, Fraction> read(String text) {
        Map<String, Fraction> figures = new LinkedHashMap<>();
        for (String figure : text.split("; ", -1)) {
            int is = figure.indexOf('=');
            figures.put(
                    figure.substring(0, is),
                    ExactText.read(figure.substring(is + 1)).orElseThrow());
        }
        return figures;
    }
}
