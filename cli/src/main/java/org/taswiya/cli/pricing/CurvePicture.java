package org.taswiya.cli.pricing;

import java.util.Locale;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PriceCurve.Cliff;
import org.taswiya.core.tariff.PriceCurve.Piece;
import org.taswiya.core.tariff.Tariff;

/// The price of the next unit as steps over the usage, what a unit costs on average as a line, cliffs as marks.
///
/// Drawn with doubles: a picture is looked at, and reckoned with by nobody.
final class CurvePicture {
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

    private final Tariff tariff;
    private final DateRange period;
    private final PriceCurve curve;
    private final double usageMost;
    private final double priceMost;

    CurvePicture(Tariff tariff, DateRange period, PriceCurve curve) {
        this.tariff = tariff;
        this.period = period;
        this.curve = curve;
        this.usageMost = round(1.3 * Math.max(1, number(curve.pieces().getLast().from())));
        double marginal = curve.pieces().stream()
                .mapToDouble(piece -> number(piece.marginal()))
                .max()
                .orElse(1);
        this.priceMost = round(1.25 * Math.max(marginal, 0.0001));
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-labelledby=\"t d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                WIDTH,
                HEIGHT));
        svg.append("<title id=\"t\">" + text(title()) + "</title>\n");
        svg.append("<desc id=\"d\">" + text(inWords()) + "</desc>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"26\" font-size=\"16\">%s</text>%n", LEFT, text(title())));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"46\" fill=\"#0b6e99\">the next %s</text><text x=\"%d\" y=\"46\" fill=\"#8a5a00\">"
                        + "a %s on average</text>%n",
                LEFT,
                tariff.unit().symbol(),
                LEFT + 130,
                tariff.unit().symbol()));
        axes(svg);
        average(svg);
        marginal(svg);
        cliffs(svg);
        return svg.append("</svg>\n").toString();
    }

    private String title() {
        return tariff.id() + ", " + period.from() + " to " + period.to();
    }

    private String inWords() {
        StringBuilder words = new StringBuilder();
        for (Piece piece : curve.pieces()) {
            words.append("Above " + piece.from().toCanonicalText(3) + " the next "
                    + tariff.unit().symbol() + " costs " + piece.marginal().toText(4) + ". ");
        }
        return words.toString().strip();
    }

    private void axes(StringBuilder svg) {
        for (int i = 0; i <= TICKS; i++) {
            double usage = usageMost * i / TICKS;
            double price = priceMost * i / TICKS;
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %.1fH%d\" stroke=\"#e3e3e3\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s"
                            + "</text>%n",
                    x(0),
                    y(price),
                    WIDTH - RIGHT,
                    LEFT - 8,
                    y(price) + 4,
                    label(price)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x(usage),
                    HEIGHT - BOTTOM + 20,
                    label(usage)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                WIDTH - RIGHT,
                HEIGHT - 12,
                text(tariff.unit().symbol())));
    }

    private void average(StringBuilder svg) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i <= POINTS; i++) {
            Fraction usage = Fraction.of(i, POINTS).times(Fraction.of(Math.round(usageMost * 1000), 1000));
            double price = number(curve.at(usage).dividedBy(usage));
            if (price <= priceMost) {
                path.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(number(usage)), y(price)));
            }
        }
        svg.append("<path d=\"" + path
                + "\" fill=\"none\" stroke=\"#8a5a00\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>\n");
    }

    private void marginal(StringBuilder svg) {
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
        svg.append("<path d=\"" + path + "\" fill=\"none\" stroke=\"#0b6e99\" stroke-width=\"2.5\"/>\n");
    }

    /// Marks that stand close together have their figures one below the other.
    private void cliffs(StringBuilder svg) {
        double before = Double.NEGATIVE_INFINITY;
        int row = 0;
        for (Cliff cliff : curve.cliffs(Fraction.ZERO)) {
            double at = x(number(cliff.above()));
            row = at - before < FIGURE_WIDE ? row + 1 : 0;
            before = at;
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %dV%d\" stroke=\"#b3261e\" stroke-dasharray=\"2 3\"/>"
                            + "<text x=\"%.1f\" y=\"%d\" fill=\"#b3261e\">%s</text>%n",
                    at,
                    TOP,
                    HEIGHT - BOTTOM,
                    at + 4,
                    TOP + 14 + row * FIGURE_HIGH,
                    cliff.nextUnit().toText(2)));
        }
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

    private static String label(double value) {
        return Fraction.of(Math.round(value * 10_000), 10_000).toCanonicalText(4);
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;");
    }
}
