package org.taswiya.deliver.print;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.ReadingsTable;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.wording.Texts;

/// A few readings in a narrow stretch, in two languages: the day at both sides, what the meter showed between them, and
/// under each day whose reading it is.
final class ReadingsStrip {
    private static final double FIGURE = 52;
    private static final double MARK_ROOM = 9;

    /// Readings are in the cells of a table: the day, the figure, the kind.
    private static final int DAY = 0;

    private static final int SHOWN = 1;
    private static final int KIND = 2;

    private final Paper paper;
    private final Map<Language, List<List<String>>> rows;
    private final Rgb ink;

    ReadingsStrip(Paper paper, BillDocument document, Rgb ink) {
        this.paper = paper;
        this.ink = ink;
        this.rows = paper.form().languages().stream()
                .collect(Collectors.toMap(
                        language -> language,
                        language ->
                                new ReadingsTable(document, language).table().rows()));
    }

    private int count() {
        return cells(paper.form().main()).size();
    }

    private List<List<String>> cells(Language language) {
        return rows.getOrDefault(language, List.of());
    }

    private double line(Style style) {
        return paper.leading(style, Language.AR);
    }

    double height() {
        return line(Style.CELL_HEAD) + 4 + count() * (line(Style.CELL) + line(Style.CELL_HEAD) + 3);
    }

    void draw() {
        Element table = paper.current().add("Table");
        Box whole = paper.box(0, paper.width());
        double at = paper.y() + line(Style.CELL_HEAD);
        Element head = table.add("TR");
        Language main = paper.form().main();
        for (Language language : paper.form().languages()) {
            boolean isFirst = language == main;
            Element cell = head.columnHead();
            Element words = isFirst ? cell : paper.part(cell, "Span", language);
            String day = Texts.of(language).text("column.date");
            paper.start(words, day, language, Style.CELL_HEAD, whole, at);
            if (isFirst) {
                drawFigureHead(head.columnHead(), at);
            }
        }
        at += 3.5;
        paper.rule(whole, at, Style.INK, 0.6);
        for (int row = 0; row < count(); row++) {
            at += line(Style.CELL) + 2;
            drawRow(table.add("TR"), row, whole, at);
            at += line(Style.CELL_HEAD) + 1;
        }
        paper.moveTo(at + 2);
    }

    private Box middle() {
        return paper.box((paper.width() - FIGURE) / 2, FIGURE);
    }

    /// In both languages, one beside the other.
    private void drawFigureHead(Element cell, double at) {
        Box middle = middle();
        Box half = new Box(middle.left() - 8, (middle.left() + middle.right()) / 2 - 2);
        Language main = paper.form().main();
        String first = Texts.of(main).text("column.dial");
        paper.right(cell, first, main, Style.CELL_HEAD, half, at);
        Language other = paper.form().languages().getLast();
        Box rest = new Box((middle.left() + middle.right()) / 2 + 2, middle.right() + 8);
        String second = Texts.of(other).text("column.dial");
        double wide = Math.min(rest.width(), paper.width(second, other, Style.CELL_HEAD) + 0.1);
        Box start = new Box(rest.left(), rest.left() + wide);
        paper.start(paper.part(cell, "Span", other), second, other, Style.CELL_HEAD, start, at);
    }

    private void drawRow(Element tr, int row, Box whole, double at) {
        for (Language language : paper.form().languages()) {
            List<String> cells = cells(language).get(row);
            boolean isFirst = language == paper.form().main();
            Element cell = isFirst ? tr.rowHead() : tr.add("TD");
            Element words = isFirst ? cell : paper.part(cell, "Span", language);
            paper.start(words, cells.get(DAY), language, Style.CELL, whole, at);
            drawKind(words, cells.get(KIND), language, whole, at + line(Style.CELL_HEAD));
            if (isFirst) {
                paper.centred(tr.add("TD"), cells.get(SHOWN), language, Style.CELL_STRONG, middle(), at);
            }
        }
    }

    private void drawKind(Element words, String kind, Language language, Box whole, double at) {
        boolean isMarked = new CellText(kind).isMarked();
        Box half = paper.side(language);
        Box box = language == Language.AR
                ? new Box(half.left(), whole.right() - (isMarked ? MARK_ROOM : 0))
                : new Box(whole.left() + (isMarked ? MARK_ROOM : 0), half.right());
        if (isMarked) {
            double x = language == Language.AR ? whole.right() - TablePart.MARK : whole.left();
            TablePart.drawMark(paper, ink, kind.charAt(0), x, at);
        }
        paper.start(words, new CellText(kind).words(), language, Style.CELL_HEAD, box, at);
    }
}
