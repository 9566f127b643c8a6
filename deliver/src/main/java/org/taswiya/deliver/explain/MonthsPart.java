package org.taswiya.deliver.explain;

import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.deliver.bill.MonthsTable;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What was estimated, what it turned out to be, and the difference in money: first as a picture, then as a table.
final class MonthsPart {

    private static final String ESTIMATED = "▨";
    private static final String ACTUAL = "■";
    private static final int BAR_LENGTH = 40;

    private final BillDocument document;
    private final Settled settled;
    private final MonthsTable months;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;

    MonthsPart(BillDocument document, Settled settled, Language language, TextPage page) {
        this.document = document;
        this.settled = settled;
        this.months = new MonthsTable(document, settled, language);
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
        this.page = page;
    }

    void write() {
        page.heading(texts.text("heading.months"));
        page.blank();
        writePicture();
        page.blank();
        TextTable.print(months.table(), page);
        page.paragraph(months.taxes());
        months.backBilling().ifPresent(page::paragraph);
    }

    private void writePicture() {
        Decimal most = Decimal.ZERO;
        int nameWidth = 0;
        for (SettledPeriod period : settled.periods()) {
            most = max(most, max(period.usage(), period.billedUsage()));
            nameWidth = Math.max(nameWidth, TextPage.width(figures.period(period.range())));
        }
        for (SettledPeriod period : settled.periods()) {
            String name = figures.period(period.range());
            String padded = name + " ".repeat(nameWidth - TextPage.width(name)) + "  ";
            if (period.wasBilled()) {
                boolean estimated = period.wasEstimated();
                writeBar(
                        padded,
                        estimated ? ESTIMATED : ACTUAL,
                        period.billedUsage(),
                        most,
                        estimated ? "mark.estimated" : "mark.before");
                padded = " ".repeat(nameWidth + 2);
            }
            boolean open = period.kind() == Kind.OPEN;
            writeBar(padded, open ? ESTIMATED : ACTUAL, period.usage(), most, open ? "mark.estimated" : "mark.actual");
        }
    }

    private static Decimal max(Decimal a, Decimal b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private void writeBar(String name, String mark, Decimal usage, Decimal most, String wordKey) {
        long length = most.isZero()
                ? 0
                : Fraction.of(usage)
                        .times(Fraction.of(BAR_LENGTH))
                        .dividedBy(Fraction.of(most))
                        .plus(Fraction.of(1, 2))
                        .floor()
                        .longValueExact();
        String bar = usage.isZero() ? "" : mark.repeat((int) Math.max(length, 1)) + " ";
        page.row(name + bar
                + figures.usage(usage, document.agreement().register().unit()) + " " + texts.text(wordKey));
    }
}
