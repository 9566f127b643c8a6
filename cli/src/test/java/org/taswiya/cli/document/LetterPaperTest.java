package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.deliver.announcement.AnnouncementSamples;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintedLetter;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Every kind of announcement as a letter, in every language: for keeping, for readers of screens, and one page.
final class LetterPaperTest {
    private static final String LONG = "Ben ".repeat(75);

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static byte[] letter(Announcement told, Language language, String name) {
        AnnouncementWords words =
                AnnouncementWords.of(told, AnnouncementSamples.ACCOUNT, AnnouncementSamples.CURRENCY, language);
        return PrintedLetter.bytes(
                new PrintedLetter.Letter(words, name, "12, rue Atlas, 20100 Casablanca", LocalDate.of(2020, 6, 1)),
                BillPaperTest.terms(PrintForm.of(language)).utility());
    }

    @ParameterizedTest
    @EnumSource
    void everyLetterIsForKeepingAndForEveryReader(Language language) throws Exception {
        for (Announcement told : AnnouncementSamples.all()) {
            byte[] pdf = letter(told, language, "سعاد بناني 🙂");
            BillPaperTest.assertValid(pdf, PDFAFlavour.PDFUA_1);
            assertThat(pdf).isEqualTo(letter(told, language, "سعاد بناني 🙂"));
            assertThat(pdf.length).isLessThan(40_000);
            try (PDDocument read = Loader.loadPDF(pdf)) {
                assertThat(read.getNumberOfPages()).isOne();
                assertThat(new PDFTextStripper().getText(read)).contains("12, rue Atlas, 20100 Casablanca");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameOfThreeHundredLettersDoesNotBreakThePage(Language language) throws Exception {
        for (String name : List.of(LONG, "x".repeat(300), "م".repeat(300), "😀".repeat(150))) {
            byte[] pdf = letter(AnnouncementSamples.all().getFirst(), language, name);
            BillPaperTest.assertValid(pdf, PDFAFlavour.PDFA_3_A);
            BillPaperTest.assertWithin(pdf, name);
            try (PDDocument read = Loader.loadPDF(pdf)) {
                assertThat(read.getNumberOfPages()).isOne();
                assertThat(BillPaperTest.window(pdf)).contains("…").endsWith("12, rue Atlas, 20100 Casablanca");
            }
        }
    }
}
