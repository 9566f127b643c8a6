package org.taswiya.web.reading;

import java.util.Optional;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.quantity.Decimal;

/// A number as people copy it from a dial: zeros in front, spaces between, a comma or a point, digits of either kind.
public final class TypedDial {
    private static final int LONGEST = 24;

    private TypedDial() {}

    /// Without zeros at its end; empty for what is no number, or below zero.
    public static Optional<Decimal> value(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = TypedText.plain(typed).replace(" ", "").replace(',', '.').replace('\u066b', '.');
        if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            return Optional.empty();
        }
        String text = plain.replaceFirst("^0+(?=[0-9])", "");
        return Optional.of(Decimal.parse(text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text));
    }
}
