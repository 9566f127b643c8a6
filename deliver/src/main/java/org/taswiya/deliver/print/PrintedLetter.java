package org.taswiya.deliver.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.pdf.Titled;
import org.taswiya.deliver.wording.Figures;

/// An announcement as a letter: one page with the address where the window of the envelope is.
public final class PrintedLetter {
    private static final double NAME_AT = 47;
    private static final double DATE_AT = 78;
    private static final double BODY_AT = 226;
    private static final double FOOT_HIGH = 70;

    private final Paper paper;
    private final Letter letter;
    private final UtilityProfile utility;
    private final Rgb ink;

    /// What is written, and to whom.
    ///
    /// @param name of whom it is to, in the letters of its language where that is known
    /// @param address on one line
    /// @param on the day that it bears
    public record Letter(AnnouncementWords words, String name, String address, LocalDate on) {}

    private PrintedLetter(PdfDocument pdf, Letter letter, UtilityProfile utility) {
        this.paper = new Paper(pdf, PrintForm.of(letter.words().language()));
        this.letter = letter;
        this.utility = utility;
        this.ink = Rgb.of(utility.colourOf("").rgb());
    }

    /// A document of its own, whose bytes are the same for the same letter.
    public static byte[] bytes(Letter letter, UtilityProfile utility) {
        Language language = letter.words().language();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
        try {
            PdfDocument pdf = PdfDocument.tagged(out);
            PrintedLetter printed = new PrintedLetter(pdf, letter, utility);
            printed.write();
            pdf.close(
                    new Titled(
                            letter.words().subject().replaceAll("[\u2066-\u2069]", ""),
                            printed.nameOfUtility(),
                            language.code(),
                            language == Language.AR,
                            letter.on(),
                            ""),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has none
        }
        return out.toByteArray();
    }

    private String nameOfUtility() {
        return utility.names().getOrDefault(letter.words().language(), utility.legalName());
    }

    private void write() {
        Language language = letter.words().language();
        Figures figures = new Figures(language, "");
        Box line = paper.box(0, Paper.INNER);
        paper.page().beginOrnament();
        paper.page().box(ink, 0, PdfDocument.HEIGHT - 9, PdfDocument.WIDTH, 9);
        paper.page().end();
        paper.start(
                part("P"), nameOfUtility(), language, Style.HEADING.sized(13).in(ink), line, NAME_AT);
        paper.start(part("P"), figures.date(letter.on()), language, Style.TEXT, line, DATE_AT);
        new WindowPart(paper).draw(letter.name(), letter.address());
        paper.moveTo(BODY_AT);
        paper.keepFree(FOOT_HIGH);
        double after = paper.paragraph(
                part("H1"), letter.words().subject(), language, Style.HEADING.sized(14), line, paper.y());
        paper.moveTo(after + 10);
        for (String text : letter.words().lines()) {
            paper.paragraph(_ -> text, Style.TEXT.sized(10.5));
            paper.skip(6);
        }
        writeFoot(language);
    }

    private void writeFoot(Language language) {
        Box line = paper.box(0, Paper.INNER);
        double at = PdfDocument.HEIGHT - Paper.MARGIN - FOOT_HIGH;
        paper.rule(line, at, Style.HAIR, 0.5);
        Figures figures = new Figures(language, "");
        String reach = String.join(
                "  ·  ",
                Stream.of(utility.phone(), utility.email(), utility.web())
                        .filter(text -> !text.isBlank())
                        .map(figures::isolated)
                        .toList());
        for (String text : List.of(utility.help().getOrDefault(language, ""), reach)) {
            if (!text.isBlank()) {
                at = paper.paragraph(part("P"), text, language, Style.SMALL, line, at + 2);
            }
        }
    }

    private Element part(String kind) {
        return paper.part(kind, letter.words().language());
    }
}
