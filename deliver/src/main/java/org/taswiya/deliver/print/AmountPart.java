package org.taswiya.deliver.print;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.wording.AmountInWords;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The first thing seen: what is to be paid and by when, or that nothing is.
final class AmountPart {
    private static final double PADDING = 12;
    private static final double SHARE = 0.47;
    private static final Style CLOSE_AMOUNT = Style.AMOUNT.sized(29);

    private final Paper paper;
    private final BillDocument document;
    private final boolean isCancelled;
    private final Rgb ink;

    AmountPart(Paper paper, BillToPrint bill, Rgb ink) {
        this.paper = paper;
        this.document = bill.document();
        this.isCancelled = bill.isCancelled();
        this.ink = isCancelled ? Style.GREY : ink;
    }

    void draw() {
        boolean isBilingual = paper.form().isBilingual();
        double top = paper.y();
        double height = isBilingual ? bilingualHeight() : Math.max(76 + wordsHeight(), notesHeight() + 2 * PADDING);
        drawGround(top, height);
        if (isBilingual) {
            drawBilingual(top, paper.box(0, Paper.INNER).inset(PADDING));
        } else {
            drawOne(top, height);
        }
        paper.moveTo(top + height + 8);
    }

    /// Its colour, lightly, and a bar of it where lines begin.
    private void drawGround(double top, double height) {
        Box whole = paper.box(0, Paper.INNER);
        paper.page().beginOrnament();
        paper.page().box(ink.lighter(0.9), whole.left(), Paper.up(top + height), whole.width(), height);
        Box edge = paper.box(0, 3);
        paper.page().box(ink, edge.left(), Paper.up(top + height), edge.width(), height);
        paper.page().end();
    }

    private String label(Language language) {
        Texts texts = Texts.of(language);
        if (isCancelled) {
            return texts.text("print.cancelled");
        }
        Money total = document.bill().total();
        return switch (total.signum()) {
            case 1 ->
                texts.text(
                        "print.pay",
                        "date",
                        figures(language).date(document.bill().dueOn()));
            case -1 -> texts.text("print.credit");
            default -> texts.text("result.none");
        };
    }

    private String amount(Language language) {
        Money total = document.bill().total();
        return figures(language).money(total.signum() < 0 ? total.negated() : total);
    }

    private String inWords(Language language) {
        Money total = document.bill().total();
        return AmountInWords.of(
                total.signum() < 0 ? total.negated() : total,
                document.agreement().tariff().currency(),
                language);
    }

    private Figures figures(Language language) {
        return new Figures(language, document.agreement().tariff().currency());
    }

    private List<String> notes(Language language) {
        return isCancelled ? List.of() : new BillWords(document, language).notesBesideInstalments();
    }

    private Box notesBox() {
        return paper.box(Paper.INNER * SHARE + PADDING, Paper.INNER * (1 - SHARE) - 2 * PADDING);
    }

    private Box amountBox() {
        return paper.box(PADDING + 4, Paper.INNER * SHARE - PADDING);
    }

    private double wordsHeight() {
        Language language = paper.form().main();
        return paper.height(inWords(language), language, Style.SMALL, amountBox());
    }

    private double notesHeight() {
        Language language = paper.form().main();
        return notes(language).stream()
                .mapToDouble(note -> paper.height(note, language, Style.CELL, notesBox()) + 3)
                .sum();
    }

    private void drawOne(double top, double height) {
        Language language = paper.form().main();
        Box box = amountBox();
        double first = top + (height - wordsHeight()) / 2;
        paper.start(paper.part("P", language), label(language), language, Style.STRONG.sized(11), box, first - 16);
        paper.start(paper.part("P", language), amount(language), language, Style.AMOUNT.in(ink), box, first + 20);
        paper.paragraph(paper.part("P", language), inWords(language), language, Style.SMALL, box, first + 26);
        double at = top + (height - notesHeight()) / 2 - 2;
        for (String note : notes(language)) {
            at = paper.paragraph(paper.part("P", language), note, language, Style.CELL, notesBox(), at) + 3;
        }
    }

    /// The words of the amount go before what is to be known about it.
    private List<String> bilingualNotes(Language language) {
        List<String> all = new ArrayList<>();
        all.add(inWords(language));
        all.addAll(notes(language));
        return all;
    }

    private double bilingualHeight() {
        double notes = 0;
        for (Language language : paper.form().languages()) {
            double sum = 0;
            for (String note : bilingualNotes(language)) {
                sum += paper.height(
                                note, language, Style.CELL, paper.side(language).inset(PADDING))
                        + 3;
            }
            notes = Math.max(notes, sum);
        }
        return 74 + notes;
    }

    /// How high it is with the words at the sides of the amount.
    double closeHeight() {
        double notes = 0;
        for (Language language : paper.form().languages()) {
            notes = Math.max(notes, height(notes(language), language));
        }
        return notesFrom() + notes + 5;
    }

    private double height(List<String> notes, Language language) {
        Box side = paper.side(language).inset(PADDING);
        return notes.stream()
                .mapToDouble(note -> paper.height(note, language, Style.CELL, side) + 2)
                .sum();
    }

    private double notesFrom() {
        double words = 0;
        for (Language language : paper.form().languages()) {
            words = Math.max(words, paper.height(inWords(language), language, Style.SMALL, besideAmount(language)));
        }
        return Math.max(50, 23 + words + 4);
    }

    /// What the amount leaves at a language's side.
    private Box besideAmount(Language language) {
        Box side = paper.side(language).inset(PADDING);
        double wide = paper.width(amount(paper.form().main()), paper.form().main(), CLOSE_AMOUNT) / 2 + PADDING;
        double middle = PdfDocument.WIDTH / 2;
        return language == paper.form().main()
                ? new Box(side.left(), Math.min(side.right(), middle - wide))
                : new Box(Math.max(side.left(), middle + wide), side.right());
    }

    /// In two languages, in as little height as it can be read in.
    void drawClose() {
        double top = paper.y();
        double height = closeHeight();
        drawGround(top, height);
        Language main = paper.form().main();
        Box whole = paper.box(0, Paper.INNER).inset(PADDING);
        for (Language language : paper.form().languages()) {
            Box side = paper.side(language).inset(PADDING);
            Style label = Style.STRONG.sized(10.5);
            paper.start(paper.part("P", language), label(language), language, label, side, top + 17);
        }
        paper.centred(paper.part("P", main), amount(main), main, CLOSE_AMOUNT.in(ink), whole, top + 45);
        for (Language language : paper.form().languages()) {
            Box beside = besideAmount(language);
            paper.paragraph(paper.part("P", language), inWords(language), language, Style.SMALL, beside, top + 23);
            double at = top + notesFrom();
            for (String note : notes(language)) {
                Box side = paper.side(language).inset(PADDING);
                at = paper.paragraph(paper.part("P", language), note, language, Style.CELL, side, at) + 2;
            }
        }
        paper.moveTo(top + height + 6);
    }

    private void drawBilingual(double top, Box box) {
        Language main = paper.form().main();
        for (Language language : paper.form().languages()) {
            paper.start(paper.part("P", language), label(language), language, Style.STRONG.sized(10.5), box, top + 19);
        }
        Element part = paper.part("P", main);
        paper.centred(part, amount(main), main, Style.AMOUNT.sized(30).in(ink), box, top + 53);
        for (Language language : paper.form().languages()) {
            double at = top + 60;
            for (String note : bilingualNotes(language)) {
                Box side = paper.side(language).inset(PADDING);
                at = paper.paragraph(paper.part("P", language), note, language, Style.CELL, side, at) + 3;
            }
        }
    }
}
