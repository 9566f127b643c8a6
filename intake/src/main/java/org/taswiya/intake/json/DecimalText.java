package org.taswiya.intake.json;

import org.taswiya.core.quantity.Decimal;

/// Judges the text of a number and turns it into a [Decimal] in one pass, however long it is.
final class DecimalText {
    private static final int DIGITS_MAX = 18;
    private static final int WHOLE_DIGITS_MAX = 13;
    private static final long MAGNITUDE_MAX = 1_000_000_000_000L;

    private DecimalText() {}

    /// @param at the object whose field `name` holds the number, for the message
    /// @throws Refusal `bad-number` or `too-large`
    static Decimal parse(String text, JsonFields at, String name) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = pointOf(text, start, at, name);
        int end = length;
        if (point < length) {
            while (text.charAt(end - 1) == '0') {
                end--;
            }
        }
        int first = start;
        while (first < point - 1 && text.charAt(first) == '0') {
            first++;
        }
        int decimals = Math.max(0, end - point - 1);
        int wholeDigits = point - first;
        if (wholeDigits > WHOLE_DIGITS_MAX || exceeds(wholePart(text, first, point), decimals)) {
            throw at.refuse(
                    RefusalReason.TOO_LARGE,
                    name,
                    "found " + Quoted.shortened(text) + ", the largest number accepted is 10^12");
        }
        long whole = wholePart(text, first, point);
        if (decimals > DIGITS_MAX || (whole == 0 ? 0 : wholeDigits) + decimals > DIGITS_MAX) {
            throw at.refuse(
                    RefusalReason.BAD_NUMBER,
                    name,
                    "found " + Quoted.shortened(text) + ", a number may have at most " + DIGITS_MAX + " digits");
        }
        long unscaled = whole;
        for (int i = point + 1; i < end; i++) {
            unscaled = unscaled * 10 + (text.charAt(i) - '0');
        }
        return new Decimal(start == 1 ? -unscaled : unscaled, decimals);
    }

    /// Where the decimal point stands; the length when there is none.
    private static int pointOf(String text, int start, JsonFields at, String name) {
        int point = text.length();
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point == text.length()) {
                point = i;
            } else if (c < '0' || c > '9') {
                throw garbage(text, start, i, at, name);
            }
        }
        if (point == start || point == text.length() - 1) {
            throw garbage(text, start, text.length(), at, name);
        }
        return point;
    }

    private static Refusal garbage(String text, int start, int fault, JsonFields at, String name) {
        boolean exponent = fault > start && fault < text.length() && (text.charAt(fault) | 0x20) == 'e';
        return at.refuse(
                RefusalReason.BAD_NUMBER,
                name,
                "found " + Quoted.of(text)
                        + (exponent
                                ? ", which has an exponent; write it out, such as 100000"
                                : ", expected a plain decimal such as 265 or 12.5"));
    }

    private static long wholePart(String text, int first, int point) {
        long whole = 0;
        for (int i = first; i < point; i++) {
            whole = whole * 10 + (text.charAt(i) - '0');
        }
        return whole;
    }

    private static boolean exceeds(long whole, int decimals) {
        return whole > MAGNITUDE_MAX || (whole == MAGNITUDE_MAX && decimals > 0);
    }
}
