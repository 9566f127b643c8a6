package org.taswiya.deliver.pdf;

/// A colour of ink, each part 0 to 255.
public record Rgb(int red, int green, int blue) {
    private static final double FULL = 255;

    /// Of a number as pages write it: `0x1b4f8a`.
    public static Rgb of(int rgb) {
        return new Rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /// The same mixed with so much white.
    ///
    /// @param share 0 for none, 1 for white
    public Rgb lighter(double share) {
        return new Rgb(mixed(red, share), mixed(green, share), mixed(blue, share));
    }

    private static int mixed(int part, double share) {
        return (int) Math.round(part + (FULL - part) * share);
    }

    void append(StringBuilder out) {
        PdfText.number(red / FULL, out);
        out.append(' ');
        PdfText.number(green / FULL, out);
        out.append(' ');
        PdfText.number(blue / FULL, out);
    }
}
