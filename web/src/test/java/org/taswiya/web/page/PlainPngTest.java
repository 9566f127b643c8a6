package org.taswiya.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Of a PNG only the picture reaches a reader.
final class PlainPngTest {
    private static final int AFTER_HEAD = 33;

    private static byte[] png() throws IOException {
        BufferedImage drawn = new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB);
        drawn.setRGB(3, 4, 0xFF123456);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] with(byte[] png, String chunk, byte[] content) {
        return ByteBuffer.allocate(png.length + content.length + 12)
                .put(png, 0, AFTER_HEAD)
                .putInt(content.length)
                .put(chunk.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt(0)
                .put(png, AFTER_HEAD, png.length - AFTER_HEAD)
                .array();
    }

    @Test
    void thePictureStaysAndNothingElse() throws IOException {
        byte[] said = "Comment\0GPS 33.5731N".getBytes(StandardCharsets.US_ASCII);
        byte[] plain =
                PlainPng.of(with(with(png(), "tEXt", said), "zTXt", said)).orElseThrow();
        assertThat(new String(plain, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "tEXt", "zTXt");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(plain));
        assertThat(shown.getWidth()).isEqualTo(30);
        assertThat(shown.getRGB(3, 4)).isEqualTo(0xFF123456);
    }

    @Test
    void whatIsCutAtAnyPlaceIsNone() throws IOException {
        byte[] png = png();
        for (int length = 9; length < png.length; length++) {
            assertThat(PlainPng.of(Arrays.copyOf(png, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        byte[] endless = with(png, "tEXt", new byte[4]);
        assertThat(PlainPng.of(ByteBuffer.wrap(endless)
                        .putInt(AFTER_HEAD, Integer.MAX_VALUE)
                        .array()))
                .isEmpty();
        assertThat(PlainPng.of(ByteBuffer.wrap(endless).putInt(AFTER_HEAD, -1).array()))
                .isEmpty();
    }
}
