package org.taswiya.web.round;

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
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.handset.VisitPhotos;

/// A picture, drawn anew: where and when it was taken, with which camera, and whatever else came along is gone.
final class SmallPhoto {
    /// The app sends at most 1,280 to a side. What is larger is not even unpacked: a small file may hold a huge
    /// picture.
    private static final int SIDE_MOST = 2_048;

    private static final int SIDE_KEPT = 1_280;
    private static final float QUALITY = 0.75f;

    /// A picture takes up to 17 MB while it is drawn; as many at once.
    private static final Semaphore DRAWING = new Semaphore(2);

    private SmallPhoto() {}

    /// Empty for what is no JPEG, or too large.
    static Optional<byte[]> redrawn(byte[] sent) {
        if (sent.length > VisitPhotos.BYTES_MOST) {
            return Optional.empty();
        }
        DRAWING.acquireUninterruptibly();
        try {
            BufferedImage read = read(sent);
            return read == null
                    ? Optional.empty()
                    : Optional.of(written(scaled(read))).filter(jpeg -> jpeg.length <= VisitPhotos.BYTES_MOST);
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // readers of pictures throw all kinds of things at what is broken
        } finally {
            DRAWING.release();
        }
    }

    private static @Nullable BufferedImage read(byte[] sent) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            boolean isSmall = reader.getWidth(0) <= SIDE_MOST && reader.getHeight(0) <= SIDE_MOST;
            return isSmall ? reader.read(0) : null;
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage read) {
        double by = Math.min(1.0, (double) SIDE_KEPT / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * by));
        int height = Math.max(1, (int) Math.round(read.getHeight() * by));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(read, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
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
