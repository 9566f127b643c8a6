package org.taswiya.deliver.print;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;

/// The first thing seen: an amount, what it is and what is to be known about it.
final class AmountPart {
    private static final double PADDING = 12;
    private static final double SHARE = 0.47;
    private static final Style CLOSE_AMOUNT = Style.AMOUNT.sized(29);

    private final Paper paper;
    private final Stated stated;
    private final Rgb ink;

    /// What is said.
    interface Stated {
        /// What the amount is.
        String label(Language language);

        String amount(Language language);

        String inWords(Language language);

        /// What is to be known about it.
        List<String> notes(Language language);

        /// Whether it counts no more.
        boolean isVoid();
    }

    AmountPart(Paper paper, Stated stated, Rgb ink) {
        this.paper = paper;
        this.stated = stated;
        this.ink = stated.isVoid() ? Style.GREY : ink;
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

    private Box notesBox() {
        return paper.box(Paper.INNER * SHARE + PADDING, Paper.INNER * (1 - SHARE) - 2 * PADDING);
    }

    private Box amountBox() {
        return paper.box(PADDING + 4, Paper.INNER * SHARE - PADDING);
    }

    private double wordsHeight() {
        Language language = paper.form().main();
        return paper.height(stated.inWords(language), language, Style.SMALL, amountBox());
    }

    private double notesHeight() {
        Language language = paper.form().main();
        return stated.notes(language).stream()
                .mapToDouble(note -> paper.height(note, language, Style.CELL, notesBox()) + 3)
                .sum();
    }

    private void drawOne(double top, double height) {
        Language language = paper.form().main();
        Box box = amountBox();
        double first = top + (height - wordsHeight()) / 2;
        Element label = paper.part("P", language);
        paper.start(label, stated.label(language), language, Style.STRONG.sized(11), box, first - 16);
        Element amount = paper.part("P", language);
        paper.start(amount, stated.amount(language), language, Style.AMOUNT.in(ink), box, first + 20);
        paper.paragraph(paper.part("P", language), stated.inWords(language), language, Style.SMALL, box, first + 26);
        double at = top + (height - notesHeight()) / 2 - 2;
        for (String note : stated.notes(language)) {
            at = paper.paragraph(paper.part("P", language), note, language, Style.CELL, notesBox(), at) + 3;
        }
    }

    /// The words of the amount go before what is to be known about it.
    private List<String> bilingualNotes(Language language) {
        List<String> all = new ArrayList<>();
        all.add(stated.inWords(language));
        all.addAll(stated.notes(language));
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
            notes = Math.max(notes, height(stated.notes(language), language));
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
            Box beside = besideAmount(language);
            words = Math.max(words, paper.height(stated.inWords(language), language, Style.SMALL, beside));
        }
        return Math.max(50, 23 + words + 4);
    }

    /// What the amount leaves at a language's side.
    private Box besideAmount(Language language) {
        Box side = paper.side(language).inset(PADDING);
        double wide =
                paper.width(stated.amount(paper.form().main()), paper.form().main(), CLOSE_AMOUNT) / 2 + PADDING;
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
            paper.start(paper.part("P", language), stated.label(language), language, label, side, top + 17);
        }
        paper.centred(paper.part("P", main), stated.amount(main), main, CLOSE_AMOUNT.in(ink), whole, top + 45);
        for (Language language : paper.form().languages()) {
            Box beside = besideAmount(language);
            Element words = paper.part("P", language);
            paper.paragraph(words, stated.inWords(language), language, Style.SMALL, beside, top + 23);
            double at = top + notesFrom();
            for (String note : stated.notes(language)) {
                Box side = paper.side(language).inset(PADDING);
                at = paper.paragraph(paper.part("P", language), note, language, Style.CELL, side, at) + 2;
            }
        }
        paper.moveTo(top + height + 6);
    }

    private void drawBilingual(double top, Box box) {
        Language main = paper.form().main();
        for (Language language : paper.form().languages()) {
            Element label = paper.part("P", language);
            paper.start(label, stated.label(language), language, Style.STRONG.sized(10.5), box, top + 19);
        }
        Element part = paper.part("P", main);
        paper.centred(part, stated.amount(main), main, Style.AMOUNT.sized(30).in(ink), box, top + 53);
        for (Language language : paper.form().languages()) {
            double at = top + 60;
            for (String note : bilingualNotes(language)) {
                Box side = paper.side(language).inset(PADDING);
                at = paper.paragraph(paper.part("P", language), note, language, Style.CELL, side, at) + 3;
            }
        }
    }
}
