package org.taswiya.core.utility;

import java.util.Arrays;

/// The picture by which customers know the utility.
public final class Logo {
    /// Every bill that is sent has it inside.
    public static final int BYTES_MOST = 64 * 1024;

    /// Finer than any printer at the size that papers have room for.
    public static final int WIDTH_MOST = 1200;

    public static final int HEIGHT_MOST = 600;

    /// How its bytes are to be read.
    public enum Format {
        PNG,
        /// With one channel, grey.
        GREY_JPEG,
        COLOUR_JPEG
    }

    private final Format format;
    private final int width;
    private final int height;
    private final byte[] bytes;

    /// @param width in dots
    /// @param height in dots
    /// @param bytes of the file, whole and in order
    public Logo(Format format, int width, int height, byte[] bytes) {
        if (width < 1 || width > WIDTH_MOST || height < 1 || height > HEIGHT_MOST || bytes.length > BYTES_MOST) {
            throw new IllegalArgumentException(
                    "A logo of " + width + " by " + height + " dots and " + bytes.length + " bytes");
        }
        this.format = format;
        this.width = width;
        this.height = height;
        this.bytes = bytes.clone();
    }

    public Format format() {
        return format;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo && Arrays.equals(bytes, logo.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
