package org.taswiya.deliver.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.pdf.PageContent;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.wording.Figures;

/// A table on paper. In two languages it has the words of one at the left, those of the other at the right, and the
/// figures once between them.
final class TablePart {
    private static final double GAP = 9;
    static final double MARK = 5;
    private static final double MARK_ROOM = 9;

    /// A narrower column of words would have lines of a word each.
    private static final double WORDS_LEAST = 60;

    /// Words are set so much smaller at most before they take another line.
    private static final double SMALLEST = 0.88;

    private final Paper paper;
    private final List<Table> tables;
    private final Rgb ink;
    private final List<Shown> wanted = new ArrayList<>();
    private final List<Shown> columns = new ArrayList<>();
    private final double rowHeight;
    private double[] least = {};

    /// One column as it is drawn.
    ///
    /// @param of which table it is of, the first or the second
    /// @param index in that table
    private record Shown(int of, int index, Column kind, Language language, Box box) {

        Shown in(Language other) {
            return new Shown(of, index, kind, other, box);
        }

        /// The same over some of the columns that follow.
        Shown over(List<Shown> all, int following) {
            if (following == 0) {
                return this;
            }
            Box last = all.get(index + following).box();
            Box wide = new Box(Math.min(box.left(), last.left()), Math.max(box.right(), last.right()));
            return new Shown(of, index, kind, language, wide);
        }
    }

    /// @param tables the same table in every language of the form
    TablePart(Paper paper, List<Table> tables, Rgb ink) {
        this.paper = paper;
        this.tables = tables;
        this.ink = ink;
        this.rowHeight = paper.leading(Style.CELL, paper.form().languages().getLast()) + (paper.isDense() ? 0.6 : 1.2);
        choose();
    }

    /// In the order of the form's direction: from its start to its end.
    private void choose() {
        List<Language> languages = paper.form().languages();
        List<Column> kinds = tables.getFirst().columns();
        if (paper.form().isBilingual()) {
            addAll(0, Column.WORDS, languages.getFirst(), false);
            addAll(0, Column.FIGURES, languages.getFirst(), false);
            addAll(1, Column.WORDS, languages.getLast(), true);
        } else {
            for (int i = 0; i < kinds.size(); i++) {
                wanted.add(new Shown(0, i, kinds.get(i), languages.getFirst(), new Box(0, 0)));
            }
        }
    }

    private void addAll(int of, Column kind, Language language, boolean isBackwards) {
        int before = wanted.size();
        List<Column> kinds = tables.get(of).columns();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == kind) {
                wanted.add(isBackwards ? before : wanted.size(), new Shown(of, i, kind, language, new Box(0, 0)));
            }
        }
    }

    /// Every column as wide as it needs; what is left goes to the first column of words, and what is too much comes
    /// from the widest of words, whose cells then have more lines, or where that has too little from the widest.
    private void place() {
        columns.clear();
        double[] widths = widths();
        for (int i = 0; i < least.length; i++) {
            widths[i] = Math.max(widths[i], least[i]);
        }
        double room = paper.width() - GAP * (widths.length - 1);
        double all = 0;
        for (double width : widths) {
            all += width;
        }
        if (all > room) {
            int widest = widest(widths, all - room);
            widths[widest] = Math.max(40, widths[widest] - (all - room));
        } else if (paper.form().isBilingual()) {
            double spare = (room - all) / widths.length;
            for (int i = 0; i < widths.length; i++) {
                widths[i] += spare;
            }
        } else {
            double spare = Math.min(room - all, (widths.length - 1) * 26.0);
            for (int i = 0; i < widths.length - 1; i++) {
                widths[i] += spare / (widths.length - 1);
            }
        }
        double start = 0;
        for (int i = 0; i < widths.length; i++) {
            Shown column = wanted.get(i);
            columns.add(new Shown(
                    column.of(), column.index(), column.kind(), column.language(), paper.box(start, widths[i])));
            start += widths[i] + GAP;
        }
    }

    /// The widest column of words where it can be so much narrower, else the widest of all.
    private int widest(double[] widths, double over) {
        int ofWords = -1;
        int widest = 0;
        for (int i = 0; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
            boolean isOfWords = wanted.get(i).kind() == Column.WORDS;
            ofWords = isOfWords && (ofWords < 0 || widths[i] > widths[ofWords]) ? i : ofWords;
        }
        return ofWords >= 0 && widths[ofWords] - over >= WORDS_LEAST ? ofWords : widest;
    }

    private double[] widths() {
        return wanted.stream().mapToDouble(this::needed).toArray();
    }

    /// Gives tables with the same columns the same widths, so that one may go on under another's head.
    static void align(List<TablePart> alike) {
        double[] most = alike.getFirst().widths();
        for (TablePart table : alike) {
            double[] own = table.widths();
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], own[i]);
            }
        }
        alike.forEach(table -> table.least = most);
    }

    private double needed(Shown column) {
        Table table = tables.get(column.of());
        double widest = 0;
        for (Head head : heads(column)) {
            widest = Math.max(widest, paper.width(head.text(), head.language(), Style.CELL_HEAD));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            CellText cell = cell(column, row);
            if (after(column, row) > 0) {
                continue; // it may run over the empty cells beside it
            }
            widest = Math.max(widest, paper.width(cell.words(), column.language(), style(row)) + room(cell));
        }
        return widest + 0.5;
    }

    /// One line of a column's head.
    private record Head(String text, Language language) {}

    /// A column of figures serves both languages: each has a line with its name and what the figures are in, or both
    /// have one where that is the same, such as a number, which Arabic alone keeps from turning round.
    private List<Head> heads(Shown column) {
        if (!paper.form().isBilingual() || column.kind() == Column.WORDS) {
            return heads(tables.get(column.of()), column.index(), column.language());
        }
        List<Head> lines = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            Language language = paper.form().languages().get(i);
            String line = heads(tables.get(i), column.index(), language).stream()
                    .map(Head::text)
                    .collect(Collectors.joining(" "));
            if (lines.isEmpty() || !Figures.isSame(lines.getFirst().text(), line)) {
                lines.add(new Head(line, language));
            }
        }
        return lines;
    }

    private static List<Head> heads(Table table, int index, Language language) {
        return table.heads().stream()
                .map(line -> line.get(index))
                .filter(text -> !text.isEmpty())
                .map(text -> new Head(text, language))
                .toList();
    }

    private Style style(int row) {
        return tables.getFirst().isTotal(row) ? Style.CELL_STRONG : Style.CELL;
    }

    /// How many empty cells follow one of words; none in two languages, where words have figures between them.
    private int after(Shown column, int row) {
        if (column.kind() != Column.WORDS || paper.form().isBilingual()) {
            return 0;
        }
        List<String> cells = tables.get(column.of()).rows().get(row);
        int empty = 0;
        while (column.index() + empty + 1 < cells.size()
                && cells.get(column.index() + empty + 1).isEmpty()) {
            empty++;
        }
        return empty;
    }

    private static double room(CellText cell) {
        return cell.isMarked() ? MARK_ROOM : 0;
    }

    private Box whole() {
        Box first = columns.getFirst().box();
        Box last = columns.getLast().box();
        return new Box(Math.min(first.left(), last.left()), Math.max(first.right(), last.right()));
    }

    double height() {
        place();
        double height = headHeight() + 6;
        for (int row = 0; row < tables.getFirst().rows().size(); row++) {
            height += height(row);
        }
        return height;
    }

    /// Of a row, as tall as the cell with the most lines.
    private double height(int row) {
        double most = 0;
        for (Shown column : columns) {
            Shown wide = column.over(columns, after(column, row));
            if (column.kind() == Column.WORDS && !isOneLine(wide, row)) {
                String words = cell(column, row).inLines();
                double lines = paper.height(words, wide.language(), style(row), inside(wide, row));
                most = Math.max(most, lines - paper.leading(style(row), wide.language()));
            }
        }
        return rowHeight + most;
    }

    private CellText cell(Shown column, int row) {
        return new CellText(tables.get(column.of()).rows().get(row).get(column.index()));
    }

    /// Whether a cell's words have room on one line, if need be a little smaller.
    private boolean isOneLine(Shown column, int row) {
        double width = paper.width(cell(column, row).words(), column.language(), style(row));
        return width * SMALLEST <= inside(column, row).width();
    }

    /// What a column's cell has for its words.
    private Box inside(Shown column, int row) {
        Box box = column.box();
        double mark = room(cell(column, row));
        boolean isFromRight = column.language() == Language.AR;
        return new Box(box.left() + (isFromRight ? 0 : mark), box.right() - (isFromRight ? mark : 0));
    }

    /// The same without a head.
    double heightOn() {
        return height() - headHeight();
    }

    /// How much of a page it wants to begin there: all of a short one, the head and two rows of a long one.
    double needed() {
        return height() < Paper.KEPT_TOGETHER_MOST ? height() : headHeight() + 2 * rowHeight;
    }

    private double headHeight() {
        int lines =
                wanted.stream().mapToInt(column -> heads(column).size()).max().orElse(1);
        return lines * paper.leading(Style.CELL_HEAD, paper.form().languages().getLast());
    }

    /// Draws it from where the paper is, on as many pages as it needs, with its head on each.
    void draw() {
        paper.need(needed());
        Element table = paper.current().add("Table");
        place();
        drawHead(table);
        drawRows(table);
    }

    /// Draws its rows under those of a table with the same head and widths.
    void drawOn() {
        Element table = paper.current().add("Table");
        place();
        paper.skip(2.5);
        paper.rule(whole(), paper.y(), Style.HAIR, 0.5);
        drawRows(table);
    }

    private void drawRows(Element table) {
        for (int row = 0; row < tables.getFirst().rows().size(); row++) {
            boolean isBeforeTotal = tables.getFirst().isTotal(row + 1); // which does not stand alone on a page
            if (paper.y() + height(row) + (isBeforeTotal ? rowHeight + 1.5 : 0) > paper.bottom()) {
                paper.goOn();
                place();
                drawHead(table);
            }
            drawRow(table, row);
        }
        paper.skip(4);
    }

    private void drawHead(Element table) {
        Element row = table.add("TR");
        double top = paper.y();
        for (Shown column : columns) {
            Element cell = row.columnHead();
            double baseline = top;
            for (Head head : heads(column)) {
                baseline +=
                        paper.leading(Style.CELL_HEAD, paper.form().languages().getLast());
                Element words = head.language() == column.language() ? cell : paper.part(cell, "Span", head.language());
                write(words, column.in(head.language()), head.text(), Style.CELL_HEAD, baseline);
            }
        }
        paper.moveTo(top + headHeight() + 3.5);
        paper.rule(whole(), paper.y(), Style.INK, 0.6);
    }

    private void drawRow(Element table, int index) {
        if (tables.getFirst().isTotal(index)) {
            paper.skip(1.5);
            paper.rule(whole(), paper.y(), Style.INK, 0.6);
        }
        Element row = table.add("TR");
        double baseline = paper.y() + rowHeight - 2.5;
        for (Shown column : columns) {
            Element part = column.equals(columns.getFirst()) ? row.rowHead() : row.add("TD");
            Shown wide = column.over(columns, after(column, index));
            if (column.kind() == Column.WORDS) {
                writeWords(part, wide, index, baseline);
            } else {
                write(part, wide, cell(column, index).words(), style(index), baseline);
            }
        }
        paper.moveTo(paper.y() + height(index));
    }

    /// On as many lines as they need.
    private void writeWords(Element part, Shown column, int row, double baseline) {
        CellText cell = cell(column, row);
        if (cell.words().isEmpty()) {
            return;
        }
        if (cell.isMarked()) {
            double x = column.language() == Language.AR
                    ? column.box().right() - MARK
                    : column.box().left();
            drawMark(paper, ink, cell.mark(), x, baseline);
        }
        Box inside = inside(column, row);
        if (isOneLine(column, row)) {
            paper.start(part, cell.words(), column.language(), style(row), inside, baseline);
        } else {
            double above = baseline - paper.leading(style(row), column.language());
            paper.paragraph(part, cell.inLines(), column.language(), style(row), inside, above);
        }
    }

    private void write(Element part, Shown column, String words, Style style, double baseline) {
        if (words.isEmpty()) {
            return;
        }
        if (column.kind() == Column.FIGURES) {
            paper.right(part, words, column.language(), style, column.box(), baseline);
        } else {
            paper.start(part, words, column.language(), style, column.box(), baseline);
        }
    }

    /// The sign of what was read, estimated, or read in place of an estimate.
    static void drawMark(Paper paper, Rgb ink, char mark, double x, double baseline) {
        PageContent page = paper.page();
        double y = Paper.up(baseline);
        page.beginOrnament();
        switch (mark) {
            case '■' -> page.box(ink, x, y, MARK, MARK);
            case '▨' -> {
                page.hatch(ink, x, y, MARK, MARK);
                page.frame(ink, 0.5, x, y, MARK, MARK);
            }
            default -> page.frame(ink, 0.7, x, y, MARK, MARK);
        }
        page.end();
    }
}
