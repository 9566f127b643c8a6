package org.taswiya.core.utility;

import java.util.HexFormat;
import java.util.Optional;

/// A colour on paper and screen.
///
/// @param rgb red, green and blue, a byte each, red the highest
public record Colour(int rgb) {
    private static final int MOST = 0xFFFFFF;
    private static final HexFormat HEX = HexFormat.of();

    public Colour {
        if (rgb < 0 || rgb > MOST) {
            throw new IllegalArgumentException("The colour " + rgb + " is not between 0 and " + MOST);
        }
    }

    /// Reads text such as `#1b4f8a`; empty when it is none.
    public static Optional<Colour> parse(String text) {
        return text.matches("#[0-9a-fA-F]{6}")
                ? Optional.of(new Colour(HexFormat.fromHexDigits(text, 1, text.length())))
                : Optional.empty();
    }

    /// Whether letters of it can be read on white: a contrast of 4.5 to 1, as WCAG 2.1 asks for and finds it.
    public boolean isReadable() {
        double luminance =
                0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
        return 1.05 / (luminance + 0.05) >= 4.5;
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /// As it is read: `#1b4f8a`.
    @Override
    public String toString() {
        return "#" + HEX.toHexDigits(rgb, 6);
    }
}
