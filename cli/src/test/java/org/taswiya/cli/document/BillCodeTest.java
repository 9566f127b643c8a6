package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.intake.policy.UtilityProfileParser;
import org.taswiya.intake.policy.UtilityProfileReading;

/// The code on the first page, read back from a picture of it.
class BillCodeTest {
    /// What a cheap printer and a telephone make of a page.
    /// At 150 a square of the longest code has less than two dots, and where it falls on them decides.
    private static final float DOTS_PER_INCH = 200;

    /// As long as an address may be.
    private static final String LONG = "https://pay.ville.example/" + "a".repeat(106) + "/{number}?dh={amount}";

    @TempDir
    private static Path folder;

    private static BillDocument bill(String name) {
        return Objects.requireNonNull(BillCases.all().get(name), name);
    }

    private static PrintTerms terms(PrintForm form, String link) throws IOException {
        PrintTerms plain = BillPaperTest.terms(form);
        if (link.isEmpty()) {
            return plain;
        }
        Path file = folder.resolve("utility.yaml");
        String text = Files.readString(Path.of("../utilities/casablanca/utility.yaml"));
        Files.writeString(file, text + "\npay: \"" + link + "\"\n");
        UtilityProfileReading reading = UtilityProfileParser.parse("casablanca", file);
        UtilityProfile profile = ((UtilityProfileReading.Read) reading).profile();
        return new PrintTerms(profile, form, plain.titlesOf());
    }

    /// What the code says; empty where there is none.
    private static String scanned(byte[] pdf) throws IOException {
        BufferedImage page;
        try (PDDocument read = Loader.loadPDF(pdf)) {
            page = new PDFRenderer(read).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.GRAY);
        }
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots)));
        try {
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException _) {
            return "";
        } catch (ReaderException e) {
            throw new AssertionError("there is a code that cannot be read", e);
        }
    }

    private static String alternative(PDStructureNode part) {
        for (Object kid : part.getKids()) {
            if (kid instanceof PDStructureElement inner) {
                String words = inner.getAlternateDescription();
                if (words != null && words.contains("Code à scanner")) {
                    return words;
                }
                String within = alternative(inner);
                if (!within.isEmpty()) {
                    return within;
                }
            }
        }
        return "";
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAddressItHoldsTheReference(PrintForm form) throws IOException {
        BillDocument document = bill("settled-charge");
        byte[] pdf = PrintedBill.bytes(BillToPrint.alone(document), terms(form, ""));
        assertThat(scanned(pdf)).isEqualTo(String.valueOf(document.number()));
    }

    @ParameterizedTest
    @EnumSource
    void theAddressIsThatOfTheBill(PrintForm form) throws IOException {
        BillDocument document = bill("instalment-offer");
        byte[] pdf = PrintedBill.bytes(
                BillToPrint.alone(document), terms(form, "https://pay.ville.example/{number}?dh={amount}"));
        assertThat(scanned(pdf))
                .isEqualTo("https://pay.ville.example/" + document.number() + "?dh="
                        + document.bill().total());
    }

    @Test
    void theLongestAddressCanStillBeRead() throws IOException {
        BillDocument document = bill("settled-charge");
        byte[] pdf = PrintedBill.bytes(BillToPrint.alone(document), terms(PrintForm.BILINGUAL, LONG));
        assertThat(scanned(pdf)).startsWith("https://pay.ville.example/aaaa").contains("/" + document.number() + "?");
    }

    @Test
    void whoHearsItIsToldWhatItHolds() throws IOException {
        BillDocument document = bill("settled-charge");
        byte[] pdf = PrintedBill.bytes(BillToPrint.alone(document), terms(PrintForm.FRENCH, ""));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(alternative(read.getDocumentCatalog().getStructureTreeRoot()))
                    .isEqualTo("Code à scanner : " + document.number());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            settled-credit, in the customer's favour
            draft,          without a number
            """)
    void whereNothingIsToBePaidThereIsNone(String name, String why) throws IOException {
        assertThat(scanned(PrintedBill.bytes(BillToPrint.alone(bill(name)), terms(PrintForm.ARABIC, ""))))
                .as(why)
                .isEmpty();
    }

    @Test
    void aCancelledBillHasNone() throws IOException {
        BillToPrint cancelled = BillToPrint.alone(bill("settled-charge")).cancelled();
        assertThat(scanned(PrintedBill.bytes(cancelled, terms(PrintForm.FRENCH, ""))))
                .isEmpty();
    }
}
