package org.taswiya.intake.source;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// Text of numbers, dates and references as people write it, made plain.
final class FieldText {
    private static final int DIGITS_MAX = 18;
    private static final char ARABIC_ZERO = '\u0660';
    private static final char PERSIAN_ZERO = '\u06F0';
    private static final char ARABIC_DECIMAL = '\u066B';
    private static final char ARABIC_THOUSANDS = '\u066C';

    private static final Pattern BREAKS = Pattern.compile("\\h*[\\p{Cntrl}\\x85\u2028\u2029]+[\\p{Cntrl}\\s]*");

    private FieldText() {}

    /// With Latin digits, without the marks that turn the direction of writing.
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return rewritten(text);
            }
        }
        return text;
    }

    /// With a space for each line break, and for a tab and the like.
    static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBreak(text.charAt(i))) {
                return BREAKS.matcher(text).replaceAll(" ").strip();
            }
        }
        return text;
    }

    private static boolean isBreak(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    private static String rewritten(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ARABIC_ZERO && c <= ARABIC_ZERO + 9) {
                plain.append((char) ('0' + c - ARABIC_ZERO));
            } else if (c >= PERSIAN_ZERO && c <= PERSIAN_ZERO + 9) {
                plain.append((char) ('0' + c - PERSIAN_ZERO));
            } else if (!isDirection(c)) {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    private static boolean isDirection(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }

    /// The number; null when the plain text is none in this form, or has more than 18 digits.
    ///
    /// @param thousands 0 for none; groups have three digits each
    static @Nullable Decimal number(String text, char decimal, char thousands) {
        boolean isNegative = text.startsWith("-") || text.startsWith("\u2212");
        long unscaled = 0;
        int digits = 0;
        int scale = -1;
        int group = -1;
        for (int i = isNegative || text.startsWith("+") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits += unscaled == 0 ? 0 : 1;
                scale += scale < 0 ? 0 : 1;
                group += group < 0 ? 0 : 1;
                if (digits > DIGITS_MAX || scale > Decimal.SCALE_MAX) {
                    return null;
                }
            } else if ((c == decimal || c == ARABIC_DECIMAL)
                    && scale < 0
                    && isWhole(text, i)
                    && (group < 0 || group == 3)) {
                scale = 0;
                group = -1;
            } else if (isThousands(c, thousands) && scale < 0 && isWhole(text, i) && (group < 0 || group == 3)) {
                group = 0;
            } else {
                return null;
            }
        }
        boolean isWhole = !text.isEmpty() && isWhole(text, text.length()) && (group < 0 || group == 3);
        return isWhole ? new Decimal(isNegative ? -unscaled : unscaled, Math.max(0, scale)) : null;
    }

    private static boolean isThousands(char c, char thousands) {
        boolean isSpace = thousands == ' ' && (c == '\u00A0' || c == '\u202F' || c == '\u2009');
        return thousands != 0 && (c == thousands || isSpace || c == ARABIC_THOUSANDS);
    }

    /// Whether a digit stands before this place.
    private static boolean isWhole(String text, int at) {
        return at > 0 && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9';
    }
}
