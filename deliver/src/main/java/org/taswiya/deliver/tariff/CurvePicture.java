package org.taswiya.deliver.tariff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PriceCurve.Cliff;
import org.taswiya.core.tariff.PriceCurve.Piece;

/// The price of the next unit as steps over the usage, cliffs as marks: of one book with what a unit costs on average
/// as a dashed line, of two books, the first one dashed, or of the time bands of one.
///
/// Narrow, so that its letters can be read on a telephone. Where the language runs from right to left, usage grows to
/// the left. Drawn with doubles: a picture is looked at, and reckoned with by nobody.
public final class CurvePicture {
    private static final int WIDTH = 520;
    private static final int PLOT_HIGH = 260;
    private static final int AXIS = 72;
    private static final int MARGIN = 28;
    private static final int BOTTOM = 60;
    private static final int LETTER = 17;
    private static final int LINE_HIGH = 22;
    private static final int TITLE_LETTERS = 54;
    private static final int TICKS = 5;
    private static final int POINTS = 240;
    /// Of the ground, so that no line runs through a figure.
    private static final String HALO =
            "paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\"";

    private static final int FIGURE_WIDE = 70;
    private static final int LEGEND_LINE = 28;
    private static final Pen NEXT = new Pen("#0b6e99", "");
    private static final Pen OTHER = new Pen("#8a5a00", "5 4");
    private static final List<Pen> BANDS = List.of(
            NEXT,
            new Pen("#8a5a00", "9 4"),
            new Pen("#6a3d9a", "2 3"),
            new Pen("#2e6b2e", "12 3 2 3"),
            new Pen("#9a1f5c", "5 2"),
            new Pen("#444444", "1 4"));
    private static final String RED = "#b3261e";
    private static final Pattern WORDS = Pattern.compile(" +");

    private final Words words;
    private final double usageMost;
    private final double priceMost;
    private final int top;
    private final StringBuilder svg = new StringBuilder();

    /// What is written into it.
    ///
    /// @param id what tells it from other pictures of one page; empty where it is alone
    /// @param unit the symbol of what usage is counted in
    /// @param lines what each line is
    /// @param inWords the same as the picture, for whoever does not see it
    /// @param figures how the language writes one that has a point
    public record Words(
            String id,
            String title,
            String unit,
            List<String> lines,
            String inWords,
            boolean isRightToLeft,
            UnaryOperator<String> figures) {
        public Words {
            lines = List.copyOf(lines);
        }

        /// Of a picture that stands alone.
        public Words(String title, String unit, List<String> lines, String inWords) {
            this("", title, unit, lines, inWords, false, UnaryOperator.identity());
        }
    }

    private record Pen(String colour, String dashes) {
        String attributes() {
            return "stroke=\"" + colour + "\"" + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
        }
    }

    private CurvePicture(Words words, List<PriceCurve> curves) {
        this.words = words;
        double last = 1;
        double dearest = 0.0001;
        for (PriceCurve curve : curves) {
            last = Math.max(last, number(curve.pieces().getLast().from()));
            for (Piece piece : curve.pieces()) {
                dearest = Math.max(dearest, number(piece.marginal()));
            }
        }
        this.usageMost = round(1.3 * last);
        this.priceMost = round(1.25 * dearest);
        this.top = LINE_HIGH * (titleLines().size() + words.lines().size()) + 24;
    }

    /// Of one book: the next unit plain, a unit on average dashed.
    public static String of(PriceCurve curve, Words words) {
        CurvePicture picture = new CurvePicture(words, List.of(curve));
        picture.head(List.of(NEXT, OTHER));
        picture.average(curve);
        picture.marginal(curve, NEXT);
        picture.draw(marks(curve, RED));
        return picture.end();
    }

    /// Of two: the next unit under the new one plain, under the old one dashed.
    public static String ofTwo(PriceCurve before, PriceCurve after, Words words) {
        CurvePicture picture = new CurvePicture(words, List.of(before, after));
        picture.head(List.of(NEXT, OTHER));
        picture.marginal(before, OTHER);
        picture.marginal(after, NEXT);
        List<Mark> marks = new ArrayList<>(marks(before, OTHER.colour()));
        marks.addAll(marks(after, NEXT.colour()));
        picture.draw(marks);
        return picture.end();
    }

    /// Of several time bands, each with a pen of its own.
    public static String ofEach(List<PriceCurve> curves, Words words) {
        CurvePicture picture = new CurvePicture(words, curves);
        picture.head(
                IntStream.range(0, curves.size()).mapToObj(CurvePicture::pen).toList());
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            picture.marginal(curves.get(i), pen(i));
            marks.addAll(marks(curves.get(i), pen(i).colour()));
        }
        picture.draw(marks);
        return picture.end();
    }

    private record Mark(Cliff cliff, String colour) {
        Fraction above() {
            return cliff.above();
        }
    }

    private static List<Mark> marks(PriceCurve curve, String colour) {
        return curve.cliffs(Fraction.ZERO).stream()
                .map(cliff -> new Mark(cliff, colour))
                .toList();
    }

    private static Pen pen(int band) {
        return BANDS.get(band % BANDS.size());
    }

    private String end() {
        return svg.append("</svg>\n").toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // by callers in this file alone
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void head(List<Pen> pens) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" direction=\"ltr\""
                        + " aria-labelledby=\"t%s d%s\" font-family=\"sans-serif\" font-size=\"%d\">",
                WIDTH, bottom() + BOTTOM, words.id(), words.id(), LETTER);
        add("<title id=\"t%s\">%s</title>", words.id(), text(words.title()));
        add("<desc id=\"d%s\">%s</desc>", words.id(), text(words.inWords()));
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        int row = 1;
        for (String line : titleLines()) {
            written(begin(MARGIN), row * LINE_HIGH, "", line);
            row++;
        }
        for (int i = 0; i < pens.size(); i++) {
            legend(row * LINE_HIGH, pens.get(i), words.lines().get(i));
            row++;
        }
        axes();
    }

    /// Words of a title that fit beside each other.
    private List<String> titleLines() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : WORDS.split(words.title(), -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= TITLE_LETTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// At the side at which lines of the language begin.
    private double begin(int from) {
        return words.isRightToLeft() ? WIDTH - from : from;
    }

    /// Text that begins there and runs as the language does.
    private void written(double x, int y, String colour, String words) {
        add(
                "<text x=\"%.1f\" y=\"%d\" direction=\"%s\"%s>%s</text>",
                x,
                y,
                this.words.isRightToLeft() ? "rtl" : "ltr",
                colour.isEmpty() ? "" : " fill=\"" + colour + "\"",
                text(words));
    }

    private void legend(int y, Pen pen, String name) {
        double from = Math.min(begin(MARGIN), begin(MARGIN + LEGEND_LINE));
        add("<path d=\"M%.1f %dh%d\" %s stroke-width=\"2.5\"/>", from, y - 5, LEGEND_LINE, pen.attributes());
        written(begin(MARGIN + LEGEND_LINE + 8), y, pen.colour(), name);
    }

    private int bottom() {
        return top + PLOT_HIGH;
    }

    /// Figures run from left to right in every language.
    private void axes() {
        for (int i = 0; i <= TICKS; i++) {
            double usage = usageMost * i / TICKS;
            double price = priceMost * i / TICKS;
            add("<path d=\"M%.1f %.1fH%.1f\" stroke=\"#e3e3e3\"/>", x(0), y(price), x(usageMost));
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                    begin(AXIS - 8), y(price) + 5, words.isRightToLeft() ? "start" : "end", figure(price));
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x(usage), bottom() + 22, figure(usage));
        }
        add(
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                begin(WIDTH - MARGIN), bottom() + 46, words.isRightToLeft() ? "start" : "end", text(words.unit()));
    }

    private void average(PriceCurve curve) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i <= POINTS; i++) {
            Fraction usage = Fraction.of(i, POINTS).times(Fraction.of(Math.round(usageMost * 1000), 1000));
            double price = number(curve.at(usage).dividedBy(usage));
            if (price <= priceMost) {
                path.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(number(usage)), y(price)));
            }
        }
        add("<path d=\"%s\" fill=\"none\" %s stroke-width=\"2\"/>", path, OTHER.attributes());
    }

    private void marginal(PriceCurve curve, Pen pen) {
        StringBuilder path = new StringBuilder();
        for (Piece piece : curve.pieces()) {
            Fraction to = piece.to();
            double end = to == null ? usageMost : Math.min(usageMost, number(to));
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1fH%.1f",
                    path.isEmpty() ? "M" : "L",
                    x(number(piece.from())),
                    y(number(piece.marginal())),
                    x(end)));
        }
        add("<path d=\"%s\" fill=\"none\" %s stroke-width=\"2.5\"/>", path, pen.attributes());
    }

    /// Marks that stand close together have their figures one below the other, and all figures lie above the lines.
    private void draw(List<Mark> marks) {
        for (Mark mark : marks) {
            double at = x(number(mark.cliff.above()));
            add("<path d=\"M%.1f %dV%d\" stroke=\"%s\" stroke-dasharray=\"2 3\"/>", at, top, bottom(), mark.colour);
        }
        double before = Double.NEGATIVE_INFINITY;
        int row = 0;
        for (Mark mark :
                marks.stream().sorted(Comparator.comparing(Mark::above)).toList()) {
            double at = x(number(mark.cliff.above()));
            row = Math.abs(at - before) < FIGURE_WIDE ? row + 1 : 0;
            before = at;
            boolean isLeft = at + FIGURE_WIDE > WIDTH;
            add(
                    "<text x=\"%.1f\" y=\"%d\" direction=\"ltr\" text-anchor=\"%s\" " + HALO + " fill=\"%s\">%s</text>",
                    isLeft ? at - 4 : at + 4,
                    top + 14 + row * LINE_HIGH,
                    isLeft ? "end" : "start",
                    mark.colour,
                    text(words.figures().apply(mark.cliff.nextUnit().toText(2))));
        }
    }

    private double x(double usage) {
        double along = AXIS + usage / usageMost * (WIDTH - AXIS - MARGIN);
        return words.isRightToLeft() ? WIDTH - along : along;
    }

    private double y(double price) {
        return bottom() - price / priceMost * PLOT_HIGH;
    }

    private static double number(Fraction fraction) {
        return Double.parseDouble(fraction.toText(9));
    }

    /// A round number at least as large.
    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double first = value / power;
        return (first <= 1 ? 1 : first <= 2 ? 2 : first <= 2.5 ? 2.5 : first <= 5 ? 5 : 10) * power;
    }

    private String figure(double value) {
        return text(words.figures()
                .apply(Fraction.of(Math.round(value * 10_000), 10_000).toCanonicalText(4)));
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;");
    }
}
