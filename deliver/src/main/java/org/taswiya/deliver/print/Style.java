package org.taswiya.deliver.print;

import org.taswiya.core.customer.Language;
import org.taswiya.deliver.pdf.Rgb;

/// How letters look.
///
/// @param size of Latin letters, in points
record Style(double size, boolean isBold, Rgb ink) {
    static final Rgb BLACK = Rgb.of(0);
    static final Rgb WHITE = Rgb.of(0xffffff);
    static final Rgb INK = Rgb.of(0x1c1b1a);
    static final Rgb GREY = Rgb.of(0x5b5853);
    static final Rgb HAIR = Rgb.of(0xc9c4bb);

    static final Style TEXT = new Style(8.8, false, INK);
    static final Style STRONG = new Style(8.8, true, INK);
    static final Style SMALL = new Style(7.6, false, GREY);
    static final Style CELL = new Style(8, false, INK);
    static final Style CELL_STRONG = new Style(8, true, INK);
    static final Style CELL_HEAD = new Style(7.4, false, GREY);
    static final Style HEADING = new Style(10.5, true, INK);
    static final Style TITLE = new Style(19, true, INK);
    static final Style AMOUNT = new Style(34, true, INK);

    /// Arabic letters are set larger, so that both look alike.
    private static final double ARABIC = 1.13;

    private static final double LEADING = 1.42;
    private static final double ARABIC_LEADING = 1.55;

    double size(Language language) {
        return language == Language.AR ? size * ARABIC : size;
    }

    /// From one line to the next.
    double leading(Language language) {
        return language == Language.AR ? size * ARABIC_LEADING : size * LEADING;
    }

    Style in(Rgb other) {
        return new Style(size, isBold, other);
    }

    Style sized(double other) {
        return new Style(other, isBold, ink);
    }
}
