package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.utility.Logo;
import org.taswiya.core.utility.Logo.Format;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlNode.Scalar;

class LogoFileTest {
    @TempDir
    private static Path folder;

    private static byte[] picture(String format, int type, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        image.setRGB(width / 2, height / 2, 0xff1b4f8a);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /// What is said of a file with these bytes; empty when it is taken.
    private static String said(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return said(name);
    }

    private static String said(String name) throws IOException {
        Findings findings = new Findings("utility.yaml");
        Optional<Logo> logo = LogoFile.read(folder, new Scalar(3, 7, name, false), findings);
        assertThat(logo.isPresent()).isEqualTo(findings.isEmpty());
        return findings.isEmpty() ? "" : findings.inOrder().toString();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            png,  BufferedImage.TYPE_INT_RGB,     1, PNG
            png,  BufferedImage.TYPE_INT_ARGB,    2, PNG
            png,  BufferedImage.TYPE_BYTE_GRAY,  10, PNG
            png,  BufferedImage.TYPE_BYTE_BINARY, 12, PNG
            png,  BufferedImage.TYPE_BYTE_INDEXED, 13, PNG
            png,  BufferedImage.TYPE_USHORT_GRAY, 11, PNG
            jpg,  BufferedImage.TYPE_INT_RGB,     1, COLOUR_JPEG
            jpg,  BufferedImage.TYPE_BYTE_GRAY,  10, GREY_JPEG
            """)
    void picturesOfAllKindsAreTaken(String format, String kind, int type, Format expected) throws IOException {
        byte[] bytes = picture(format, type, 37, 11);
        Files.write(folder.resolve("logo." + format), bytes);
        Findings findings = new Findings("utility.yaml");
        Logo logo = LogoFile.read(folder, new Scalar(1, 1, "logo." + format, true), findings)
                .orElseThrow();
        assertThat(logo.format()).as(kind).isEqualTo(expected);
        assertThat(logo.width() + " by " + logo.height()).isEqualTo("37 by 11");
        assertThat(logo.bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ../logo.png      | found '../logo.png', expected the name of a PNG or JPEG file beside this one
            /etc/passwd      | found '/etc/passwd', expected the name of a PNG
            none.png         | found no file none.png in this folder, expected it there
            """)
    void itIsBesideTheProfile(String name, String finding) throws IOException {
        assertThat(said(name)).contains("3:7").contains(finding);
    }

    @Test
    void tenMegabytesAreRefusedUnread() throws IOException {
        assertThat(said("huge.png", new byte[10 * 1024 * 1024]))
                .contains("found huge.png of 10,485,760 bytes, expected at most 65,536")
                .contains("save it smaller");
    }

    @Test
    void moreDotsThanAnybodyPrintsAreRefused() throws IOException {
        assertThat(said("wide.png", picture("png", BufferedImage.TYPE_BYTE_BINARY, 1201, 10)))
                .contains("a picture of 1201 by 10 dots", "at most 1200 by 600");
        assertThat(said("high.jpg", picture("jpg", BufferedImage.TYPE_BYTE_GRAY, 10, 601)))
                .contains("a picture of 10 by 601 dots");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            empty,               neither
            text,                neither
            svg,                 neither
            png-cut,             cut short or spoilt
            png-one-bit,         cut short or spoilt
            png-no-dots,         cut short or spoilt
            png-signature-alone, cut short or spoilt
            png-interlaced,      without interlacing
            png-zero-wide,       cut short or spoilt
            jpeg-cut,            cut short or spoilt
            jpeg-of-four-inks,   cut short or spoilt
            jpeg-alone,          cut short or spoilt
            """)
    void whatCannotBeDrawnIsRefused(String trap, String finding) throws IOException {
        assertThat(said(trap + ".bin", Objects.requireNonNull(bytes(trap)))).contains(finding);
    }

    private static byte[] bytes(String trap) throws IOException {
        byte[] png = picture("png", BufferedImage.TYPE_INT_RGB, 30, 20);
        byte[] jpeg = picture("jpg", BufferedImage.TYPE_INT_RGB, 30, 20);
        return switch (trap) {
            case "empty" -> new byte[0];
            case "text" -> "logo".getBytes(StandardCharsets.UTF_8);
            case "svg" -> "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
            case "png-cut" -> Arrays.copyOf(png, png.length - 12);
            case "png-one-bit" -> changed(png, png.length - 20, png[png.length - 20] ^ 1);
            case "png-no-dots" -> withHead(png, 16, 31);
            case "png-signature-alone" -> Arrays.copyOf(png, 9);
            case "png-interlaced" -> withHead(png, 28, 0x01000000);
            case "png-zero-wide" -> withHead(png, 16, 0);
            case "jpeg-cut" -> Arrays.copyOf(jpeg, jpeg.length - 2);
            case "jpeg-of-four-inks" -> fourInks(jpeg);
            case "jpeg-alone" -> new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 0, (byte) 0xFF, (byte) 0xD9};
            default -> throw new IllegalArgumentException(trap);
        };
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        byte[] other = bytes.clone();
        other[at] = (byte) value;
        return other;
    }

    /// With another number in its head, and a sum that fits.
    private static byte[] withHead(byte[] png, int at, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(png.clone());
        if (at == 28) {
            bytes.put(28, (byte) (value >> 24));
        } else {
            bytes.putInt(at, value);
        }
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return bytes.array();
    }

    private static byte[] fourInks(byte[] jpeg) {
        for (int i = 2; i < jpeg.length - 10; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                return changed(jpeg, i + 9, 4);
            }
        }
        throw new IllegalArgumentException("a JPEG without a frame");
    }
}
