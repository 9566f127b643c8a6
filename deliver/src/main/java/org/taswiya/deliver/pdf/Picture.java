package org.taswiya.deliver.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.utility.Logo;
import org.taswiya.core.utility.Logo.Format;

/// A picture as a document holds it: once, however many pages show it.
public final class Picture {
    /// One utility has one logo, and many bills.
    private static final AtomicReference<@Nullable Picture> LAST = new AtomicReference<>();

    private final Logo logo;
    private final String entries;
    private final byte[] bytes;

    private Picture(Logo logo, String entries, byte[] bytes) {
        this.logo = logo;
        this.entries = entries;
        this.bytes = bytes;
    }

    /// A logo as a picture.
    public static Picture of(Logo logo) {
        Picture last = LAST.get();
        if (last != null && last.logo.equals(logo)) {
            return last;
        }
        Picture made = switch (logo.format()) {
            case PNG -> new Picture(logo, "/ColorSpace/DeviceRGB", PdfFile.deflated(onWhite(logo)));
            case GREY_JPEG -> new Picture(logo, "/ColorSpace/DeviceGray", logo.bytes());
            case COLOUR_JPEG -> new Picture(logo, "/ColorSpace/DeviceRGB", logo.bytes());
        };
        LAST.set(made);
        return made;
    }

    /// Its dots on the paper's white, which is what a transparent one is seen on.
    private static byte[] onWhite(Logo logo) {
        BufferedImage flat = new BufferedImage(logo.width(), logo.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D drawing = flat.createGraphics();
        try {
            BufferedImage read = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(logo.bytes())));
            if (read == null) {
                throw new IOException("no picture");
            }
            drawing.drawImage(read, 0, 0, Color.WHITE, null);
        } catch (IOException e) {
            throw new IllegalStateException("The logo was looked through when it was read", e);
        } finally {
            drawing.dispose();
        }
        int[] dots = flat.getRGB(0, 0, logo.width(), logo.height(), null, 0, logo.width());
        byte[] bytes = new byte[dots.length * 3];
        for (int i = 0; i < dots.length; i++) {
            bytes[3 * i] = (byte) (dots[i] >> 16);
            bytes[3 * i + 1] = (byte) (dots[i] >> 8);
            bytes[3 * i + 2] = (byte) dots[i];
        }
        return bytes;
    }

    public int width() {
        return logo.width();
    }

    public int height() {
        return logo.height();
    }

    /// Writes it.
    ///
    /// @return its number
    int write(PdfFile file) throws IOException {
        String dictionary = "/Type/XObject/Subtype/Image/Width " + width() + "/Height " + height()
                + "/BitsPerComponent 8" + entries;
        return logo.format() == Format.PNG
                ? file.stream(dictionary, bytes)
                : file.stream(dictionary, "/DCTDecode", bytes);
    }
}
