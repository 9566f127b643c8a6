package org.taswiya.web.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.handset.VisitPhotos;
import org.taswiya.store.request.RequestFile;

/// A picture, drawn anew: where and when it was taken, with which camera, and whatever else came along is gone.
public final class SmallPhoto {
    /// The app sends at most 1,280 to a side. What is larger is not even unpacked: a small file may hold a huge
    /// picture.
    private static final int SIDE_MOST = 2_048;

    private static final int SIDE_KEPT = 1_280;
    private static final float QUALITY = 0.75f;

    /// What a camera sends as it is: as many bytes, and dots of the picture, which is thinned out while it is unpacked.
    public static final int CAMERA_BYTES_MOST = 12 * 1024 * 1024;

    /// As many bytes of a form with a file are read before they are refused by a page that keeps what was typed.
    public static final long SENT_BYTES_MOST = 64L * 1024 * 1024;

    private static final int CAMERA_SIDE_MOST = 8_192;
    private static final long CAMERA_DOTS_MOST = 32_000_000;

    /// A picture comes in a dozen scans at most; one of thousands would be unpacked for hours.
    private static final int SCANS_MOST = 40;

    /// A picture of a screen may have eight bytes for each dot.
    private static final long DRAWN_BYTES_MOST = 20_000_000;

    /// A picture takes that much while it is drawn; as many at once.
    private static final Semaphore DRAWING = new Semaphore(2);

    private SmallPhoto() {}

    /// What the app has made smaller already. Empty for what is no JPEG, or too large.
    public static Optional<byte[]> redrawn(byte[] sent) {
        return sent.length > VisitPhotos.BYTES_MOST
                ? Optional.empty()
                : redrawn("jpeg", sent, SIDE_MOST, (long) SIDE_MOST * SIDE_MOST);
    }

    /// What a form brings, a photo of a camera or a picture of a screen, made smaller here and turned as it was held.
    /// Empty for what is no JPEG and no PNG, or too large.
    public static Optional<byte[]> redrawnFromForm(byte[] sent) {
        if (sent.length > CAMERA_BYTES_MOST) {
            return Optional.empty();
        }
        if (PlainPng.isPng(sent)) {
            return PlainPng.of(sent).flatMap(plain -> redrawn("png", plain, CAMERA_SIDE_MOST, CAMERA_DOTS_MOST));
        }
        return hasManyScans(sent) ? Optional.empty() : redrawn("jpeg", sent, CAMERA_SIDE_MOST, CAMERA_DOTS_MOST);
    }

    /// Whether it begins as a picture that a form may bring.
    static boolean isPicture(byte[] sent) {
        return PlainPng.isPng(sent)
                || RequestFile.Kind.of(sent)
                        .filter(RequestFile.Kind.JPEG::equals)
                        .isPresent();
    }

    private static boolean hasManyScans(byte[] sent) {
        int scans = 0;
        for (int i = 1; i < sent.length; i++) {
            if (sent[i] == (byte) 0xDA && sent[i - 1] == (byte) 0xFF) {
                scans++;
            }
        }
        return scans > SCANS_MOST;
    }

    private static Optional<byte[]> redrawn(String format, byte[] sent, int sideMost, long dotsMost) {
        DRAWING.acquireUninterruptibly();
        try {
            BufferedImage read = read(format, sent, sideMost, dotsMost);
            return read == null
                    ? Optional.empty()
                    : Optional.of(written(turned(scaled(read), PhotoTurn.quarters(sent))))
                            .filter(jpeg -> jpeg.length <= VisitPhotos.BYTES_MOST);
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // readers of pictures throw all kinds of things at what is broken
        } finally {
            DRAWING.release();
        }
    }

    private static @Nullable BufferedImage read(String format, byte[] sent, int sideMost, long dotsMost)
            throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > sideMost || (long) width * height > dotsMost) {
                return null;
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int bytes = format.equals("png") ? bytesOfDot(reader) : 3;
            int every = Math.max(1, Math.max(width, height) / SIDE_KEPT);
            while ((long) width * height / every / every * bytes > DRAWN_BYTES_MOST) {
                every++;
            }
            how.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static int bytesOfDot(ImageReader png) throws IOException {
        int bits = png.getRawImageType(0).getColorModel().getPixelSize();
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static BufferedImage scaled(BufferedImage read) {
        double by = Math.min(1.0, (double) SIDE_KEPT / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * by));
        int height = Math.max(1, (int) Math.round(read.getHeight() * by));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(read, 0, 0, width, height, Color.WHITE, null); // what is transparent is paper
        pen.dispose();
        return drawn;
    }

    private static BufferedImage turned(BufferedImage drawn, int quarters) {
        if (quarters == 0) {
            return drawn;
        }
        boolean isAcross = quarters % 2 == 1;
        int width = isAcross ? drawn.getHeight() : drawn.getWidth();
        int height = isAcross ? drawn.getWidth() : drawn.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.translate(width / 2.0, height / 2.0);
        pen.rotate(quarters * Math.PI / 2);
        pen.translate(-drawn.getWidth() / 2.0, -drawn.getHeight() / 2.0);
        pen.drawImage(drawn, 0, 0, null);
        pen.dispose();
        return turned;
    }

    private static byte[] written(BufferedImage drawn) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(drawn, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
