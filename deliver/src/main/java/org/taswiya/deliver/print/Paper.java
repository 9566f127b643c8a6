package org.taswiya.deliver.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.pdf.PageContent;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.type.TextLine;
import org.taswiya.deliver.type.TypeSetter;
import org.taswiya.deliver.type.Typeface;

/// The sheets of one document, filled from the top. Heights are points from the upper edge.
final class Paper {
    static final double MARGIN = 42;
    static final double INNER = PdfDocument.WIDTH - 2 * MARGIN;
    static final double GUTTER = 18;

    /// What is up to so high is not broken, nor parted from its heading.
    static final double KEPT_TOGETHER_MOST = 190;

    /// A heading goes to the next page with what is under it, up to so much.
    private static final double HEADED_MOST = 280;

    private static final int MOST_COLUMNS = 8;
    private static final double TOP = 40;
    private static final double FOOT = 46;
    private static final TypeSetter SETTER = new TypeSetter();

    private final PdfDocument document;
    private final PrintForm form;
    private final List<PageContent> pages = new ArrayList<>();
    private Element section;
    private double y = TOP;
    private double bottom = PdfDocument.HEIGHT - FOOT;
    private double frameStart;
    private double frameWidth = INNER;
    private int columns = 1;
    private int column;
    private double columnTop;
    private double lowest;
    private double density = 1;
    private final Map<Broken, List<TextLine>> broken = new HashMap<>();

    /// A paragraph in lines: whoever draws one has asked before how high it is.
    private record Broken(String text, boolean isBold, boolean isFromRight, int width) {}

    Paper(PdfDocument document, PrintForm form) {
        this.document = document;
        this.form = form;
        pages.add(document.page());
        section = document.structure().add("Sect");
    }

    /// What comes is read aloud after all that came before, wherever it stands.
    Element section() {
        section = document.structure().add("Sect");
        return section;
    }

    /// What comes belongs to a section again.
    void backTo(Element earlier) {
        section = earlier;
    }

    Element current() {
        return section;
    }

    PrintForm form() {
        return form;
    }

    List<PageContent> pages() {
        return pages;
    }

    PageContent page() {
        return pages.getLast();
    }

    double y() {
        return y;
    }

    void moveTo(double height) {
        y = height;
    }

    void skip(double height) {
        y += height;
    }

    double bottom() {
        return bottom;
    }

    /// Keeps the foot of this page free.
    void keepFree(double height) {
        bottom = PdfDocument.HEIGHT - FOOT - height;
    }

    /// Goes on in the next column, or at the next page, where there is no room left for so much.
    void need(double height) {
        if (y + height > bottom) {
            goOn();
        }
    }

    /// Whether so much goes on this page.
    boolean has(double height) {
        return y + height <= bottom;
    }

    void goOn() {
        if (column + 1 < columns) {
            lowest = Math.max(lowest, y);
            column++;
            y = columnTop;
            frameColumn();
        } else {
            nextPage();
        }
    }

    void nextPage() {
        pages.add(document.page());
        bottom = PdfDocument.HEIGHT - FOOT;
        y = TOP;
        column = 0;
        columnTop = y;
        lowest = y;
        frameColumn();
    }

    /// Which column of which page this is.
    int place() {
        return pages.size() * MOST_COLUMNS + column;
    }

    /// What comes is set in so many columns, from here on.
    void columns(int count) {
        columns = count;
        column = 0;
        columnTop = y;
        lowest = y;
        frameColumn();
    }

    /// What comes is set in one again, below all of them.
    void endColumns() {
        y = Math.max(lowest, y);
        columns = 1;
        column = 0;
        frameColumn();
    }

    private void frameColumn() {
        frameWidth = (INNER - (columns - 1) * GUTTER) / columns;
        frameStart = column * (frameWidth + GUTTER);
    }

    /// What comes is set in a stretch of the width, until it is set in all of it again.
    void frame(double start, double width) {
        frameStart = start;
        frameWidth = width;
    }

    void endFrame() {
        frame(0, INNER);
    }

    /// Letters of what comes are so much of their usual size, and lines as much closer.
    void density(double share) {
        density = share;
    }

    boolean isDense() {
        return density < 1;
    }

    private double size(Style style, Language language) {
        return style.size(language) * density;
    }

    /// From one line to the next.
    double leading(Style style, Language language) {
        return style.leading(language) * density;
    }

    /// How wide what is set now may be.
    double width() {
        return frameWidth;
    }

    /// A stretch of the sheet, counted from the side where lines begin.
    Box box(double start, double width) {
        double from = frameStart + start;
        double left = form.isFromRight() ? MARGIN + INNER - from - width : MARGIN + from;
        return new Box(left, left + width);
    }

    /// Where each language has its lines: the whole width, or the half at its side.
    Box side(Language language) {
        if (!form.isBilingual()) {
            return box(0, frameWidth);
        }
        double half = (frameWidth - GUTTER) / 2;
        return language == form.main() ? box(0, half) : box(frameWidth - half, half);
    }

    /// Turns a height from the upper edge into one from the lower.
    static double up(double fromTop) {
        return PdfDocument.HEIGHT - fromTop;
    }

    TextLine line(String text, Language language, Style style) {
        return SETTER.line(text, style.isBold(), language == Language.AR);
    }

    double width(String text, Language language, Style style) {
        return line(text, language, style).width(size(style, language));
    }

    /// A line that begins where the language begins.
    void start(Element part, String text, Language language, Style style, Box box, double baseline) {
        TextLine line = line(text, language, style);
        double size = fitting(line, size(style, language), box);
        draw(part, line, size, style.ink(), start(line, size, language, box), baseline);
    }

    private static double start(TextLine line, double size, Language language, Box box) {
        return language == Language.AR ? box.right() - line.width(size) : box.left();
    }

    /// A line that ends at the right, as figures do.
    void right(Element part, String text, Language language, Style style, Box box, double baseline) {
        TextLine line = line(text, language, style);
        double size = fitting(line, size(style, language), box);
        draw(part, line, size, style.ink(), box.right() - line.width(size), baseline);
    }

    void centred(Element part, String text, Language language, Style style, Box box, double baseline) {
        TextLine line = line(text, language, style);
        double size = fitting(line, size(style, language), box);
        draw(part, line, size, style.ink(), box.left() + (box.width() - line.width(size)) / 2, baseline);
    }

    /// Smaller letters where a line would run over, rather than letters lost.
    private static double fitting(TextLine line, double size, Box box) {
        double width = line.width(size);
        return width <= box.width() ? size : size * box.width() / width;
    }

    private void draw(Element part, TextLine line, double size, Rgb ink, double x, double baseline) {
        page().begin(part);
        page().text(line, size, ink, x, up(baseline));
        page().end();
    }

    /// Lines one under the other, from a height on, as parts of one paragraph.
    ///
    /// @return the height after them
    double paragraph(Element part, String text, Language language, Style style, Box box, double from) {
        return draw(part, lines(text, language, style, box), language, style, box, from);
    }

    /// The same in so many lines at most, the last of which says where there is more.
    double shortened(Element part, String text, Language language, Style style, Box box, double from, int mostLines) {
        int width = (int) (box.width() * Typeface.EM / size(style, language));
        List<TextLine> lines = SETTER.shortened(text, style.isBold(), language == Language.AR, width, mostLines);
        return draw(part, lines, language, style, box, from);
    }

    private double draw(Element part, List<TextLine> lines, Language language, Style style, Box box, double from) {
        double at = from;
        double size = size(style, language);
        for (TextLine line : lines) {
            at += leading(style, language);
            draw(part, line, size, style.ink(), start(line, size, language, box), at);
        }
        return at;
    }

    /// How high a paragraph is.
    double height(String text, Language language, Style style, Box box) {
        return lines(text, language, style, box).size() * leading(style, language);
    }

    private List<TextLine> lines(String text, Language language, Style style, Box box) {
        int width = (int) (box.width() * Typeface.EM / size(style, language));
        boolean isFromRight = language == Language.AR;
        return broken.computeIfAbsent(
                new Broken(text, style.isBold(), isFromRight, width),
                _ -> SETTER.paragraph(text, style.isBold(), isFromRight, width));
    }

    /// A heading in every language of the form, each at its side, and room for something under it.
    void heading(Words words, double roomBelow) {
        need(22 + Math.min(roomBelow, HEADED_MOST));
        y += 20;
        for (Language language : form.languages()) {
            start(part("H2", language), words.in(language), language, Style.HEADING, side(language), y);
        }
        y += 3;
    }

    /// A paragraph in every language of the form, each at its side.
    void paragraph(Words words, Style style) {
        double tallest = 0;
        for (Language language : form.languages()) {
            tallest = Math.max(tallest, height(words.in(language), language, style, side(language)));
        }
        need(tallest);
        double end = y;
        for (Language language : form.languages()) {
            double after = paragraph(part("P", language), words.in(language), language, style, side(language), y);
            end = Math.max(end, after);
        }
        y = end + 2;
    }

    /// A part of the document, which says so where it is not in the document's language.
    Element part(String kind, Language language) {
        return part(section, kind, language);
    }

    Element part(Element parent, String kind, Language language) {
        return language == form.main() ? parent.add(kind) : parent.in(kind, language.code());
    }

    /// A thin line across a stretch.
    void rule(Box box, double height, Rgb ink, double thickness) {
        page().beginOrnament();
        page().rule(ink, thickness, box.left(), up(height), box.right(), up(height));
        page().end();
    }

    /// The same thing said in every language.
    interface Words {
        String in(Language language);
    }
}
