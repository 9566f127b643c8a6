package org.taswiya.deliver.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.explain.TextTable.Column;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What was estimated, what it turned out to be, and the difference in money: first as a picture, then as a table.
final class MonthsPart {

    private static final String ESTIMATED = "▨";
    private static final String ACTUAL = "■";
    private static final int BAR_LENGTH = 40;

    private final BillDocument document;
    private final Settled settled;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;
    private final boolean cut;

    MonthsPart(BillDocument document, Settled settled, Texts texts, Figures figures, TextPage page) {
        this.document = document;
        this.settled = settled;
        this.texts = texts;
        this.figures = figures;
        this.page = page;
        this.cut = !settled.writtenOff().total().isZero();
    }

    void write() {
        page.heading(texts.text("heading.months"));
        page.blank();
        writePicture();
        page.blank();
        writeTable();
        page.paragraph(texts.text("months.taxes"));
        writeBackBilling();
    }

    /// Whether some of it had been billed on readings: then it is not the first settlement of these months.
    static boolean isSettledAgain(Settled settled) {
        return settled.periods().stream().anyMatch(period -> period.kind() != Kind.CURRENT && !period.wasEstimated());
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
            if (period.kind() != Kind.CURRENT) {
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

    private void writeTable() {
        List<Column> columns = new ArrayList<>(
                List.of(Column.WORDS, Column.FIGURES, Column.FIGURES, Column.FIGURES, Column.FIGURES, Column.FIGURES));
        String unit = figures.unit(document.agreement().register().unit());
        List<String> heads = new ArrayList<>(List.of(
                texts.text("column.period"),
                texts.text(isSettledAgain(settled) ? "column.before" : "column.estimated", "unit", unit),
                texts.text("column.actual", "unit", unit),
                texts.text("column.billed", "currency", figures.currency()),
                texts.text("column.due", "currency", figures.currency()),
                texts.text("column.difference", "currency", figures.currency())));
        if (cut) {
            columns.add(Column.FIGURES);
            heads.add(texts.text("column.claimed", "currency", figures.currency()));
        }
        TextTable table = new TextTable(columns, heads);
        Decimal before = Decimal.ZERO;
        Decimal actual = Decimal.ZERO;
        Money billed = Money.ZERO;
        Money due = Money.ZERO;
        Money difference = Money.ZERO;
        for (SettledPeriod period : settled.periods()) {
            boolean current = period.kind() == Kind.CURRENT;
            before = before.plus(period.billedUsage());
            actual = actual.plus(period.usage());
            billed = billed.plus(period.billed().total());
            due = due.plus(period.due().total());
            difference = difference.plus(period.difference().total());
            table.row(cells(
                    (period.wasEstimated() ? ESTIMATED : ACTUAL) + " " + figures.period(period.range()),
                    current ? "" : figures.quantity(period.billedUsage()),
                    figures.quantity(period.usage()),
                    current ? "" : figures.amount(period.billed().total()),
                    figures.amount(period.due().total()),
                    figures.difference(period.difference().total()),
                    figures.difference(period.chargeable().total())));
        }
        table.total(cells(
                texts.text("months.total"),
                figures.quantity(before),
                figures.quantity(actual),
                figures.amount(billed),
                figures.amount(due),
                figures.difference(difference),
                figures.difference(settled.dueNow().total())));
        table.print(page);
    }

    /// All cells, or all but the last where nothing was cut.
    private String[] cells(String... cells) {
        return cut ? cells : Arrays.copyOf(cells, cells.length - 1);
    }

    private void writeBackBilling() {
        BackBillingRule rule = document.account().policy().backBilling();
        if (rule == null) {
            return;
        }
        String exception = document.agreement().backBillingException();
        if (exception != null) {
            page.paragraph(texts.text(
                    "months.exception",
                    "months",
                    figures.count("months", rule.months()),
                    "reason",
                    figures.foreign(exception)));
        } else if (cut) {
            LocalDate lastReading = document.agreement().readings().stream()
                    .filter(ActualReading.class::isInstance)
                    .map(Reading::at)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate limit =
                    rule.limit(document.bill().billedOn(), lastReading).limit();
            page.paragraph(texts.text(
                    "months.written-off",
                    "date",
                    figures.date(limit),
                    "amount",
                    figures.money(settled.writtenOff().total())));
        }
    }
}
