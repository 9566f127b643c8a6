package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.deliver.print.PrinterFile;
import org.taswiya.intake.policy.UtilityProfileParser;
import org.taswiya.intake.policy.UtilityProfileReading;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// A utility that has a logo: a red box around a blue one, clear around both where it can be.
class BillLogoTest {
    private static final BillDocument BILL =
            Objects.requireNonNull(BillCases.all().get("settled-charge"));

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static void draw(String name, int type) throws IOException {
        BufferedImage image = new BufferedImage(300, 120, type);
        Graphics2D drawing = image.createGraphics();
        if (type != BufferedImage.TYPE_INT_ARGB) {
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, 300, 120);
        }
        drawing.setColor(Color.RED);
        drawing.fillRect(30, 20, 240, 80);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(100, 40, 100, 40);
        drawing.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, name.substring(name.indexOf('.') + 1), out);
        Files.write(folder.resolve(name), out.toByteArray());
    }

    private static PrintTerms terms(String logo, PrintForm form) throws IOException {
        PrintTerms plain = BillPaperTest.terms(form);
        Path file = folder.resolve("utility.yaml");
        String text = Files.readString(Path.of("../utilities/casablanca/utility.yaml"));
        Files.writeString(file, text + "\nlogo: " + logo + "\n");
        UtilityProfileReading reading = UtilityProfileParser.parse("casablanca", file);
        return new PrintTerms(((UtilityProfileReading.Read) reading).profile(), form, plain.titlesOf());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            clear.png,  2
            plain.png,  1
            colour.jpg, 1
            grey.jpg,   10
            """)
    void everyKindIsDrawnForKeepingAndForEveryReader(String name, int type) throws Exception {
        draw(name, type);
        byte[] pdf = PrintedBill.bytes(BillToPrint.alone(BILL), terms(name, PrintForm.BILINGUAL));
        BillPaperTest.assertValid(pdf, PDFAFlavour.PDFA_3_A);
        BillPaperTest.assertValid(pdf, PDFAFlavour.PDFUA_1);
        assertThat(pdf).isEqualTo(PrintedBill.bytes(BillToPrint.alone(BILL), terms(name, PrintForm.BILINGUAL)));
        assertThat(pdf.length
                        - PrintedBill.bytes(BillToPrint.alone(BILL), BillPaperTest.terms(PrintForm.BILINGUAL)).length)
                .as("bytes more than without it")
                .isLessThan((int) Files.size(folder.resolve(name)) + 2_000);
    }

    /// In which third of the first page its red is: at the end of the line, or between two languages.
    @ParameterizedTest
    @EnumSource
    void itIsAtTheEndOfTheFirstLine(PrintForm form) throws IOException {
        draw("clear.png", BufferedImage.TYPE_INT_ARGB);
        byte[] pdf = PrintedBill.bytes(BillToPrint.alone(BILL), terms("clear.png", form));
        int third = switch (form) {
            case ARABIC -> 0;
            case FRENCH, ENGLISH -> 2;
            case BILINGUAL -> 1;
        };
        try (PDDocument read = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(read).renderImageWithDPI(0, 72);
            int[] red = new int[3];
            for (int x = 0; x < page.getWidth(); x++) {
                for (int y = 0; y < page.getHeight(); y++) {
                    if ((page.getRGB(x, y) & 0xFFFFFF) == 0xFF0000) {
                        red[Math.min(2, 3 * x / page.getWidth())]++;
                        assertThat(y).as("above the window of the envelope").isLessThan(60);
                    }
                }
            }
            for (int i = 0; i < 3; i++) {
                assertThat(red[i]).as("third " + i + " in " + form).matches(i == third ? n -> n > 500 : n -> n == 0);
            }
        }
    }

    /// A printer's file has it once, however many bills there are.
    @Test
    void oneFileHasItOnce() throws IOException {
        draw("plain.png", BufferedImage.TYPE_INT_RGB);
        Path file = folder.resolve("batch.pdf");
        try (PrinterFile printer =
                new PrinterFile(file, terms("plain.png", PrintForm.FRENCH), PrinterFile.Order.ROUTE)) {
            for (int i = 0; i < 5; i++) {
                printer.add(BillToPrint.alone(BILL), new PrinterFile.Carried("", 0, ""));
            }
            printer.finish();
        }
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            long pictures = read.getDocument().getXrefTable().keySet().stream()
                    .map(key -> read.getDocument().getObjectFromPool(key).getObject())
                    .filter(object -> object instanceof COSStream stream
                            && "Image".equals(stream.getNameAsString(COSName.SUBTYPE)))
                    .count();
            assertThat(pictures).isOne();
        }
    }
}
