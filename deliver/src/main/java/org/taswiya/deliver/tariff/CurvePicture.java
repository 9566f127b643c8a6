package org.taswiya.deliver.tariff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PriceCurve.Cliff;
import org.taswiya.core.tariff.PriceCurve.Piece;
import org.taswiya.deliver.wording.Figures;

/// The price of the next unit as steps over the usage, cliffs as marks: of one book with what a unit costs on average
/// as a dashed line, or of two books, the first one dashed.
///
/// Drawn with doubles: a picture is looked at, and reckoned with by nobody.
public final class CurvePicture {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 400;
    private static final int LEFT = 72;
    private static final int RIGHT = 24;
    private static final int TOP = 64;
    private static final int BOTTOM = 56;
    private static final int TICKS = 5;
    private static final int POINTS = 240;
    private static final int FIGURE_WIDE = 56;
    private static final int FIGURE_HIGH = 16;
    private static final int ROWS_MOST = 16;
    private static final int LEGEND_LINE = 28;
    private static final Pen NEXT = new Pen("#0b6e99", "");
    private static final Pen OTHER = new Pen("#8a5a00", "5 4");
    private static final String RED = "#b3261e";

    private final Words words;
    private final double usageMost;
    private final double priceMost;
    private final StringBuilder svg = new StringBuilder();

    /// What is written into it.
    ///
    /// @param id what tells it from other pictures of one page; empty where it is alone
    /// @param unit the symbol of what usage is counted in
    /// @param plain what the plain line is
    /// @param dashed what the dashed line is
    /// @param inWords the same as the picture, for whoever does not see it
    /// @param figures in the language of all that
    public record Words(
            String id, String title, String unit, String plain, String dashed, String inWords, Figures figures) {
        /// Of a picture that stands alone.
        public Words(String title, String unit, String plain, String dashed, String inWords, Figures figures) {
            this("", title, unit, plain, dashed, inWords, figures);
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
    }

    /// Of one book: the next unit plain, a unit on average dashed.
    public static String of(PriceCurve curve, Words words) {
        CurvePicture picture = new CurvePicture(words, List.of(curve));
        picture.head();
        picture.average(curve);
        picture.marginal(curve, NEXT);
        picture.cliffs(marks(curve, RED));
        return picture.end();
    }

    /// Of two: the next unit under each, and the cliffs of each in its colour.
    public static String ofTwo(PriceCurve before, PriceCurve after, Words words) {
        CurvePicture picture = new CurvePicture(words, List.of(before, after));
        picture.head();
        picture.marginal(before, OTHER);
        picture.marginal(after, NEXT);
        List<Mark> marks = new ArrayList<>(marks(before, OTHER.colour()));
        marks.addAll(marks(after, NEXT.colour()));
        picture.cliffs(marks);
        return picture.end();
    }

    private String end() {
        return svg.append("</svg>\n").toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // by callers in this file alone
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /// Numbers and usage run from left to right in every language.
    private void head() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" direction=\"ltr\""
                        + " aria-labelledby=\"t%s d%s\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, HEIGHT, words.id(), words.id());
        add("<title id=\"t%s\">%s</title>", words.id(), text(words.title()));
        add("<desc id=\"d%s\">%s</desc>", words.id(), text(words.inWords()));
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        add("<text x=\"%d\" y=\"26\" font-size=\"16\">%s</text>", LEFT, text(words.title()));
        legend(LEFT, NEXT, words.plain());
        legend(WIDTH / 2, OTHER, words.dashed());
        axes();
    }

    private void legend(int left, Pen pen, String name) {
        add("<path d=\"M%d 42h%d\" %s stroke-width=\"2.5\"/>", left, LEGEND_LINE, pen.attributes());
        add("<text x=\"%d\" y=\"46\" fill=\"%s\">%s</text>", left + LEGEND_LINE + 8, pen.colour(), text(name));
    }

    private void axes() {
        for (int i = 0; i <= TICKS; i++) {
            double usage = usageMost * i / TICKS;
            double price = priceMost * i / TICKS;
            add("<path d=\"M%.1f %.1fH%d\" stroke=\"#e3e3e3\"/>", x(0), y(price), WIDTH - RIGHT);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y(price) + 4, label(price));
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(usage), HEIGHT - BOTTOM + 20, label(usage));
        }
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", WIDTH - RIGHT, HEIGHT - 12, text(words.unit()));
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

    private record Mark(Cliff cliff, String colour) {}

    private static List<Mark> marks(PriceCurve curve, String colour) {
        return curve.cliffs(Fraction.ZERO).stream()
                .map(cliff -> new Mark(cliff, colour))
                .toList();
    }

    /// Marks that stand close together have their figures one below the other.
    private void cliffs(List<Mark> marks) {
        double before = Double.NEGATIVE_INFINITY;
        int row = 0;
        List<Mark> inOrder = marks.stream()
                .sorted(Comparator.comparing(mark -> mark.cliff().above()))
                .toList();
        for (Mark mark : inOrder) {
            double at = x(number(mark.cliff().above()));
            row = Math.abs(at - before) < FIGURE_WIDE ? row + 1 : 0;
            before = at;
            add(
                    "<path d=\"M%.1f %dV%d\" stroke=\"%s\" stroke-dasharray=\"2 3\"/>",
                    at, TOP, HEIGHT - BOTTOM, mark.colour());
            add(
                    "<text x=\"%.1f\" y=\"%d\" fill=\"%s\">%s</text>",
                    at + 4,
                    TOP + 14 + row % ROWS_MOST * FIGURE_HIGH,
                    mark.colour(),
                    written(mark.cliff().nextUnit().toText(2)));
        }
    }

    private String written(String plain) {
        return text(words.figures().written(plain));
    }

    private double x(double usage) {
        return LEFT + usage / usageMost * (WIDTH - LEFT - RIGHT);
    }

    private double y(double price) {
        return HEIGHT - BOTTOM - price / priceMost * (HEIGHT - TOP - BOTTOM);
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

    private String label(double value) {
        return written(Fraction.of(Math.round(value * 10_000), 10_000).toCanonicalText(4));
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;");
    }
}
