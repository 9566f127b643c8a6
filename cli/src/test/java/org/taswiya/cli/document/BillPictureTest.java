package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.deliver.print.PrintForm;

/// What the first page looks like, against the pictures in `src/test/resources/papers`, which a person has looked at.
///
/// Programs that draw pages smooth the edges of letters in their own ways, so a picture may differ a little: by
/// [#SHADES] of 255 on average, and by more than [#SHARP] at one dot of [#DOTS]. A line that moves by a dot, or a word
/// that changes, differs by more.
class BillPictureTest {
    private static final Path FOLDER = Path.of("src/test/resources/papers");
    private static final float DOTS_PER_INCH = 55;
    private static final double SHADES = 0.6;
    private static final int SHARP = 90;
    private static final int DOTS = 400;

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(textBlock = """
            settled-charge,        ARABIC
            settled-charge,        FRENCH
            settled-charge,        BILINGUAL
            settled-credit,        ARABIC
            settled-credit,        BILINGUAL
            instalment-offer,      ARABIC
            instalment-offer,      FRENCH
            instalment-offer,      BILINGUAL
            professional-water,    ARABIC
            professional-water,    FRENCH
            water-and-sanitation,  ARABIC
            water-and-sanitation,  BILINGUAL
            settled-twelve-months, ARABIC
            settled-twelve-months, ENGLISH
            arrears,               ARABIC
            arrears,               FRENCH
            arrears,               BILINGUAL
            professional-water,    BILINGUAL
            estimated-suspended,   ARABIC
            estimated-suspended,   BILINGUAL
            """)
    void theFirstPageLooksAsItDid(String name, PrintForm form) throws IOException {
        Path file = FOLDER.resolve(name + "." + form.code() + ".png");
        BufferedImage drawn = drawn(name, form);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            ImageIO.write(drawn, "png", file.toFile());
            fail(file + " is drawn anew: look at it, then test without golden.write");
        }
        BufferedImage known = ImageIO.read(file.toFile());
        assertThat(drawn.getWidth()).isEqualTo(known.getWidth());
        assertThat(drawn.getHeight()).isEqualTo(known.getHeight());
        long sum = 0;
        int sharp = 0;
        int dots = drawn.getWidth() * drawn.getHeight();
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                int difference = Math.abs(shade(drawn, x, y) - shade(known, x, y));
                sum += difference;
                sharp += difference > SHARP ? 1 : 0;
            }
        }
        assertThat((double) sum / dots).as("shades on average").isLessThan(SHADES);
        assertThat(sharp).as("dots that differ").isLessThan(dots / DOTS);
    }

    private static int shade(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }

    private static BufferedImage drawn(String name, PrintForm form) throws IOException {
        byte[] pdf = BillPaperTest.paper(Objects.requireNonNull(BillCases.all().get(name)), form);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFRenderer(read).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.GRAY);
        }
    }
}
