package org.taswiya.deliver.print;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.deliver.bill.BlockLimits;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.PageContent;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// A settlement as small pictures, one a month, all in one scale: what was billed beside what was used, the limits of
/// the blocks across them as thin lines, and what the difference comes to.
final class MonthPanels {
    private static final int IN_A_ROW = 6;
    private static final double WIDE_MOST = 104;
    private static final double HIGH = 54;

    /// In each of several rows.
    private static final double LESS_HIGH = 44;

    private static final double ABOVE = 12;
    private static final double BAR_MOST = 20;
    private static final double APART = 10;
    private static final Style LABEL = Style.SMALL.sized(6.4);
    private static final Style PRICE = Style.SMALL.sized(5.6);
    private static final double LINE = 9;

    private final Paper paper;
    private final BillDocument document;
    private final List<SettledPeriod> periods;
    private final Rgb ink;
    private final double most;
    private final double high;

    MonthPanels(Paper paper, BillDocument document, Settled settled, Rgb ink) {
        this.paper = paper;
        this.document = document;
        this.periods = settled.periods();
        this.ink = ink;
        double top = 1;
        for (SettledPeriod period : periods) {
            top = Math.max(top, Math.max(number(period.usage()), number(period.billedUsage())));
        }
        this.most = top;
        this.high = periods.size() > IN_A_ROW ? LESS_HIGH : HIGH;
    }

    /// For the height of a bar only.
    private static double number(Decimal value) {
        return Double.parseDouble(value.toString());
    }

    private static double number(Fraction value) {
        return Double.parseDouble(value.toText(3));
    }

    /// As many in each row as possible, and as even as possible.
    private int inARow() {
        int rows = (periods.size() + IN_A_ROW - 1) / IN_A_ROW;
        return (periods.size() + rows - 1) / rows;
    }

    double rowHeight() {
        return ABOVE + high + LINE * (paper.form().languages().size() + 1) + 5;
    }

    void draw() {
        int inARow = inARow();
        double wide = Math.min(WIDE_MOST, (Paper.INNER - (inARow - 1) * APART) / inARow);
        for (int first = 0; first < periods.size(); first += inARow) {
            List<SettledPeriod> row = periods.subList(first, Math.min(periods.size(), first + inARow));
            paper.need(rowHeight());
            drawRow(row, wide);
            paper.skip(rowHeight());
        }
    }

    private void drawRow(List<SettledPeriod> row, double wide) {
        double base = paper.y() + ABOVE + high;
        Box whole = paper.box(0, row.size() * (wide + APART) - APART);
        Element figure = paper.current().figure(inWords(row), new double[] {
            whole.left(), Paper.up(paper.y() + rowHeight()), whole.right(), Paper.up(paper.y())
        });
        String before = "";
        for (int i = 0; i < row.size(); i++) {
            SettledPeriod period = row.get(i);
            Box panel = paper.box(i * (wide + APART), wide);
            BlockLimits limits = BlockLimits.of(period.rating().resolved());
            paper.page().begin(figure);
            limits(limits, panel, base);
            bars(period, panel, base);
            paper.page().rule(Style.INK, 0.6, panel.left(), Paper.up(base), panel.right(), Paper.up(base));
            paper.page().end();
            Optional<Decimal> allAt = BlockLimits.wholeAt(period.rating());
            String told = allAt + " " + limits.prices();
            if (!told.equals(before)) {
                if (allAt.isPresent()) {
                    wholePrice(figure, allAt.get(), panel, base - height(number(period.usage())) / 2);
                } else {
                    prices(figure, limits, panel, base);
                }
            }
            labels(figure, period, panel, base);
            before = told;
        }
    }

    private double height(double usage) {
        return high * usage / most;
    }

    /// The two stand in the order in which the language is read.
    private Box bar(Box panel, int index) {
        double room = panel.width() * 0.74;
        double width = Math.min(BAR_MOST, room / 2 - 3);
        double start = panel.width() * 0.06 + index * (width + 5);
        return paper.form().isFromRight()
                ? new Box(panel.right() - start - width, panel.right() - start)
                : new Box(panel.left() + start, panel.left() + start + width);
    }

    private void limits(BlockLimits limits, Box panel, double base) {
        for (Fraction upTo : limits.upTo()) {
            double height = height(number(upTo));
            if (height <= high) {
                double y = Paper.up(base - height);
                paper.page().rule(Style.HAIR, 0.5, panel.left(), y, panel.right(), y);
            }
        }
    }

    private void bars(SettledPeriod period, Box panel, double base) {
        if (period.wasBilled()) {
            bar(period.billedUsage(), period.wasEstimated(), bar(panel, 0), base);
        }
        bar(period.usage(), period.kind() == Kind.OPEN, bar(panel, 1), base);
    }

    private void bar(Decimal usage, boolean isEstimated, Box at, double base) {
        PageContent page = paper.page();
        double height = height(number(usage));
        double y = Paper.up(base);
        page.box(isEstimated ? Style.WHITE : ink, at.left(), y, at.width(), height);
        if (isEstimated) {
            page.hatch(ink, at.left(), y, at.width(), height);
            page.frame(ink, 0.5, at.left(), y, at.width(), height);
        }
    }

    /// What a unit costs in each block that the picture reaches, beside the bars, where there is room for it.
    private void prices(Element figure, BlockLimits limits, Box panel, double base) {
        Language main = paper.form().main();
        Unit unit = document.agreement().tariff().unit();
        double low = 0;
        for (int block = 0; block < limits.prices().size() && low < high; block++) {
            double up =
                    block < limits.upTo().size() ? height(number(limits.upTo().get(block))) : high;
            if (Math.min(up, high) - low >= PRICE.size() + 1) {
                String price = figures(main).price(limits.prices().get(block), unit);
                paper.centred(figure, price, main, PRICE, beside(panel), base - low - 2);
            }
            low = up;
        }
    }

    /// What is left of a panel after its bars.
    private Box beside(Box panel) {
        Box bar = bar(panel, 1);
        return paper.form().isFromRight()
                ? new Box(panel.left(), bar.left() - 2)
                : new Box(bar.right() + 2, panel.right());
    }

    /// Where all of a month is at the price of the block reached: prices of the blocks under it would be wrong.
    private void wholePrice(Element figure, Decimal price, Box panel, double middle) {
        double at = middle + 2;
        for (Language language : paper.form().languages()) {
            String words = Texts.of(language).text("print.months.whole");
            paper.centred(figure, words, language, PRICE, beside(panel), at - PRICE.size() * 1.3);
            at += PRICE.size() * 1.3;
        }
        Language main = paper.form().main();
        Unit unit = document.agreement().tariff().unit();
        String text = figures(main).price(price, unit).strip();
        paper.centred(figure, text, main, PRICE.in(Style.INK), beside(panel), at - PRICE.size() * 1.3 + 1);
    }

    /// Whether a month is at one price as a whole.
    boolean hasWholePrices() {
        return periods.stream()
                .anyMatch(period -> BlockLimits.wholeAt(period.rating()).isPresent());
    }

    private void labels(Element figure, SettledPeriod period, Box panel, double base) {
        Language main = paper.form().main();
        if (period.wasBilled()) {
            value(figure, period.billedUsage(), Style.GREY, bar(panel, 0), base);
        }
        value(figure, period.usage(), Style.INK, bar(panel, 1), base);
        double at = base;
        for (Language language : paper.form().languages()) {
            at += LINE;
            paper.start(figure, UsageChart.months(language, period.range()), language, LABEL, panel, at);
        }
        String difference = figures(main).moneyDifference(period.difference().total());
        paper.start(figure, difference, main, Style.CELL_STRONG.sized(7.4), panel, at + LINE + 0.5);
    }

    private void value(Element figure, Decimal usage, Rgb colour, Box bar, double base) {
        Language main = paper.form().main();
        Box wide = new Box(bar.left() - 2.5, bar.right() + 2.5);
        double above = base - height(number(usage)) - 2.5;
        paper.centred(figure, figures(main).quantity(usage), main, LABEL.in(colour), wide, above);
    }

    private Figures figures(Language language) {
        return new Figures(language, document.agreement().tariff().currency());
    }

    /// What the picture shows, for those who hear it.
    private String inWords(List<SettledPeriod> row) {
        Language main = paper.form().main();
        Texts texts = Texts.of(main);
        Unit unit = document.agreement().register().unit();
        StringJoiner words = new StringJoiner("; ", texts.text("heading.months") + ": ", "");
        for (SettledPeriod period : row) {
            words.add(texts.text(
                    "print.month",
                    "period",
                    figures(main).period(period.range()),
                    "billed",
                    figures(main).usage(period.billedUsage(), unit),
                    "used",
                    figures(main).usage(period.usage(), unit),
                    "difference",
                    figures(main).moneyDifference(period.difference().total())));
        }
        return words.toString();
    }
}
