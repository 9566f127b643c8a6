package org.taswiya.deliver.print;

import org.taswiya.core.customer.Language;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.print.BillToPrint.Certified;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What a copy says of itself, before anything else.
final class CopyPart {
    private final Paper paper;
    private final BillDocument document;
    private final Certified copy;
    private final Rgb ink;

    CopyPart(Paper paper, BillDocument document, Certified copy, Rgb ink) {
        this.paper = paper;
        this.document = document;
        this.copy = copy;
        this.ink = ink;
    }

    /// `certified copy 3`.
    static String word(Certified copy, Language language) {
        String number = new Figures(language, "").isolated(Long.toString(copy.number()));
        return Texts.of(language).text("print.copy.word", "copy", number);
    }

    void draw() {
        paper.rule(paper.box(0, Paper.INNER), paper.y(), ink, 1);
        paper.paragraph(this::words, Style.STRONG.sized(10));
        paper.skip(3);
        paper.rule(paper.box(0, Paper.INNER), paper.y(), ink, 1);
        paper.skip(8);
    }

    private String words(Language language) {
        Figures figures = new Figures(language, "");
        String bill = document.number() == null
                ? document.bill().agreement()
                : document.number().toString();
        return Texts.of(language)
                .text(
                        "print.copy",
                        "copy",
                        figures.isolated(Long.toString(copy.number())),
                        "date",
                        figures.date(copy.on()),
                        "by",
                        figures.foreign(copy.by()),
                        "bill",
                        figures.isolated(bill),
                        "billed",
                        figures.date(document.bill().billedOn()));
    }
}
