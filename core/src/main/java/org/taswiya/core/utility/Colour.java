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

    /// As it is read: `#1b4f8a`.
    @Override
    public String toString() {
        return "#" + HEX.toHexDigits(rgb, 6);
    }
}
