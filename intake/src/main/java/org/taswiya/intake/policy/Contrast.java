package org.taswiya.intake.policy;

import org.taswiya.core.utility.Colour;

/// How well a colour stands out, as the Web Content Accessibility Guidelines (WCAG 2.1, 1.4.3) find it.
final class Contrast {
    private static final double LEAST = 4.5;

    private Contrast() {}

    /// Whether letters of the colour can be read on white.
    static boolean isReadableOnWhite(Colour colour) {
        double luminance = 0.2126 * linear(colour.rgb() >> 16 & 0xFF)
                + 0.7152 * linear(colour.rgb() >> 8 & 0xFF)
                + 0.0722 * linear(colour.rgb() & 0xFF);
        return 1.05 / (luminance + 0.05) >= LEAST;
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
