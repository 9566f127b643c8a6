package org.taswiya.web.reading;

import java.util.Optional;
import org.taswiya.core.quantity.Decimal;

/// A number as people copy it from a dial: zeros in front, spaces between, a comma or a point, digits of either kind.
public final class TypedDial {
    private static final int LONGEST = 24;

    private TypedDial() {}

    /// Without zeros at its end; empty for what is no number, or below zero.
    public static Optional<Decimal> value(String typed) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char sign = typed.charAt(i);
            int digit = Character.digit(sign, 10);
            if (digit >= 0) {
                plain.append(digit);
            } else if (sign == ',' || sign == '.' || sign == '\u066b') {
                plain.append('.');
            } else if (!Character.isWhitespace(sign) && !Character.isSpaceChar(sign) && !isMark(sign)) {
                return Optional.empty();
            }
        }
        if (typed.length() > LONGEST || !plain.toString().matches("\\d{1,12}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        String text = plain.toString().replaceFirst("^0+(?=\\d)", "");
        return Optional.of(Decimal.parse(text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text));
    }

    /// Marks that turn text around, which come along when a number is copied out of an Arabic page.
    private static boolean isMark(char sign) {
        return Character.getType(sign) == Character.FORMAT;
    }
}
