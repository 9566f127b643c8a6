package org.taswiya.deliver.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// How PDF writes numbers and strings.
final class PdfText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int FRACTION = 100;

    private PdfText() {}

    /// With two decimals at most, which is finer than any printer.
    static void number(double value, StringBuilder out) {
        long hundredths = Math.round(value * FRACTION);
        if (hundredths < 0) {
            out.append('-');
            hundredths = -hundredths;
        }
        out.append(hundredths / FRACTION);
        long rest = hundredths % FRACTION;
        if (rest != 0) {
            out.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                out.append(rest % 10);
            }
        }
    }

    static String number(double value) {
        StringBuilder out = new StringBuilder(8);
        number(value, out);
        return out.toString();
    }

    /// Any text, in UTF-16.
    static String string(String text) {
        return "<FEFF" + HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /// The UTF-16 of a text, for a table of characters.
    static String utf16(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    /// Two bytes of a string between brackets.
    static void glyph(int glyph, StringBuilder out) {
        character((char) (glyph >> 8), out);
        character((char) (glyph & 0xFF), out);
    }

    private static void character(char one, StringBuilder out) {
        switch (one) {
            case '(', ')', '\\' -> out.append('\\').append(one);
            case '\r' -> out.append("\\r"); // an end of line by itself would be read as another
            default -> out.append(one);
        }
    }

    /// Four digits.
    static String hexadecimal(int glyph) {
        return HEX.toHexDigits((long) glyph, 4);
    }
}
