package org.taswiya.core.customer;

import java.util.Locale;
import java.util.Optional;

/// What people type or copy where a number is asked for: in Arabic digits or ours, in groups or in one, with the marks
/// that come along when it is copied out of a page or a message in Arabic.
public final class TypedText {
    private TypedText() {}

    /// Digits from 0 to 9, plain spaces and hyphens, no marks that turn the direction of writing, nothing around.
    public static String plain(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        typed.codePoints().forEach(sign -> {
            int type = Character.getType(sign);
            if (type == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append(Character.digit(sign, 10));
            } else if (Character.isSpaceChar(sign) || Character.isWhitespace(sign)) {
                plain.append(' ');
            } else if (type == Character.DASH_PUNCTUATION) {
                plain.append('-');
            } else if (type != Character.FORMAT) {
                plain.appendCodePoint(sign);
            }
        });
        return plain.toString().strip();
    }

    /// A number that letters may belong to, of a bill for example: capitals, without what stands between its groups.
    public static String number(String typed) {
        return plain(typed).replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }

    /// The reference of an account; empty for what can be none.
    public static Optional<String> account(String typed) {
        return Optional.of(number(typed)).filter(number -> number.matches("[0-9]{10}"));
    }

    /// A code that was sent; empty for what can be none.
    public static Optional<String> code(String typed) {
        return Optional.of(number(typed)).filter(number -> number.matches("[0-9]{6}"));
    }
}
