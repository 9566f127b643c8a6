package org.taswiya.deliver.print;

import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.deliver.pdf.PageContent;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The last year as bars, time running as the language is read: solid what was read, hatched what is still estimated.
final class UsageChart {
    private static final double HEIGHT = 62;

    /// Where the prices are to have room on the same page.
    private static final double LESS_HIGH = 40;
    private static final double LEAST_HIGH = 35;
    private static final double BAR_MOST = 19;

    private final Paper paper;
    private final List<UsedPeriod> periods;
    private final Unit unit;
    private final Rgb ink;
    private final double most;
    private final double high;
    private final boolean isNarrow;

    /// @param isLow where the prices are to have room on the same page
    /// @param isNarrow where something stands beside it: then names of months are short
    UsageChart(Paper paper, List<UsedPeriod> periods, Unit unit, Rgb ink, boolean isLow, boolean isNarrow) {
        this.paper = paper;
        this.periods = periods;
        this.unit = unit;
        this.ink = ink;
        this.isNarrow = isNarrow;
        this.high = isNarrow ? LEAST_HIGH : isLow ? LESS_HIGH : HEIGHT;
        double top = 1;
        for (UsedPeriod period : periods) {
            top = Math.max(top, number(period.usage()) / period.months());
        }
        this.most = top;
    }

    /// For the height of a bar only.
    private static double number(Decimal value) {
        return Double.parseDouble(value.toString());
    }

    double height() {
        return high + 14 + 10.5 * (paper.form().languages().size() + 1);
    }

    void draw() {
        double base = paper.y() + high + 12;
        long months = periods.stream().mapToLong(UsedPeriod::months).sum();
        double room = paper.width() / Math.max(months, 6);
        Language main = paper.form().main();
        Box whole = paper.box(0, paper.width());
        Element figure = paper.current()
                .figure(inWords(main), new double[] {whole.left(), Paper.up(base), whole.right(), Paper.up(paper.y())});
        paper.page().begin(figure);
        long before = 0;
        for (UsedPeriod period : periods) {
            bar(period, paper.box(before * room, period.months() * room), base);
            before += period.months();
        }
        paper.page().end();
        paper.rule(paper.box(0, room * months), base, Style.INK, 0.6);
        before = 0;
        for (int i = 0; i < periods.size(); i++) {
            long wide = periods.get(i).months();
            labels(figure, i, paper.box(before * room, wide * room), base);
            before += wide;
        }
        paper.moveTo(base + 10.5 * (paper.form().languages().size() + 1));
    }

    /// Whether bars of one month stand beside those of several.
    boolean hasLongPeriods() {
        return periods.stream().anyMatch(period -> period.months() > 1);
    }

    private double height(UsedPeriod period) {
        return high * number(period.usage()) / period.months() / most;
    }

    private void bar(UsedPeriod period, Box column, double base) {
        double width = Math.min(BAR_MOST * period.months(), column.width() * 0.62);
        double left = column.left() + (column.width() - width) / 2;
        double height = height(period);
        PageContent page = paper.page();
        double y = Paper.up(base);
        if (period.isEstimated()) {
            page.hatch(ink, left, y, width, height);
            page.frame(ink, 0.5, left, y, width, height);
        } else {
            page.box(ink, left, y, width, height);
        }
    }

    private void labels(Element figure, int index, Box column, double base) {
        UsedPeriod period = periods.get(index);
        LocalDate last = period.range().to().minusDays(1);
        Language main = paper.form().main();
        double above = base - height(period) - 3;
        paper.centred(figure, figures(main).quantity(period.usage()), main, Style.SMALL.in(Style.INK), column, above);
        double at = base + 9.5;
        for (Language language : paper.form().languages()) {
            paper.centred(figure, named(language, period.range()), language, Style.SMALL.sized(6.6), column, at);
            at += 9.5;
        }
        if (index == 0 || last.getMonthValue() == 1 || index == periods.size() - 1) {
            String year = Integer.toString(last.getYear());
            paper.centred(figure, year, main, Style.SMALL.sized(6.6), column, at);
        }
    }

    private String named(Language language, DateRange range) {
        LocalDate last = range.to().minusDays(1);
        boolean isShort = isNarrow && UsedPeriod.wholeMonths(range) == 1;
        return isShort ? Texts.of(language).text("month.short." + last.getMonthValue()) : months(language, range);
    }

    /// The month that most of a period is in, or the first and the last of several.
    static String months(Language language, DateRange range) {
        LocalDate last = range.to().minusDays(1);
        boolean isOne = UsedPeriod.wholeMonths(range) == 1 || range.from().getMonthValue() == last.getMonthValue();
        return isOne ? month(language, last) : month(language, range.from()) + " – " + month(language, last);
    }

    private static String month(Language language, LocalDate day) {
        return Texts.of(language).text("month." + day.getMonthValue());
    }

    private static Figures figures(Language language) {
        return new Figures(language, "");
    }

    /// What the picture shows, for those who hear it.
    private String inWords(Language language) {
        Texts texts = Texts.of(language);
        StringJoiner words = new StringJoiner("; ", texts.text("print.chart") + ": ", "");
        for (UsedPeriod period : periods) {
            words.add(figures(language).period(period.range()) + ": "
                    + figures(language).usage(period.usage(), unit) + " "
                    + texts.text(period.isEstimated() ? "mark.estimated" : "mark.actual"));
        }
        return words.toString();
    }
}
