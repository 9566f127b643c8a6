package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.customer.Language;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What was billed for each month, what it turned out to be, and the difference in money.
public final class MonthsTable {
    private static final String ESTIMATED = "▨";
    private static final String ACTUAL = "■";

    private final BillDocument document;
    private final Settled settled;
    private final Texts texts;
    private final Figures figures;
    private final boolean cut;

    /// The months of a settlement in one language.
    public MonthsTable(BillDocument document, Settled settled, Language language) {
        this.document = document;
        this.settled = settled;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
        this.cut = !settled.writtenOff().total().isZero();
    }

    /// Whether some of it had been billed on readings: then it is not the first settlement of these months.
    public static boolean isSettledAgain(Settled settled) {
        return settled.periods().stream().anyMatch(period -> period.wasBilled() && !period.wasEstimated());
    }

    /// A row for each month, and all together.
    public Table table() {
        Table table = headed();
        Decimal before = Decimal.ZERO;
        Decimal actual = Decimal.ZERO;
        Money billed = Money.ZERO;
        Money due = Money.ZERO;
        Money difference = Money.ZERO;
        for (SettledPeriod period : settled.periods()) {
            before = before.plus(period.billedUsage());
            actual = actual.plus(period.usage());
            billed = billed.plus(period.billed().total());
            due = due.plus(period.due().total());
            difference = difference.plus(period.difference().total());
            table.row(month(period));
        }
        table.total(cells(
                texts.text("months.total"),
                figures.quantity(before),
                figures.quantity(actual),
                figures.amount(billed),
                figures.amount(due),
                figures.difference(difference),
                figures.difference(settled.dueNow().total())));
        return table;
    }

    private Table headed() {
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
        return new Table(columns, heads);
    }

    private String[] month(SettledPeriod period) {
        boolean first = !period.wasBilled();
        return cells(
                (period.wasEstimated() ? ESTIMATED : ACTUAL) + " " + figures.period(period.range()),
                first ? "" : figures.quantity(period.billedUsage()),
                figures.quantity(period.usage()),
                first ? "" : figures.amount(period.billed().total()),
                figures.amount(period.due().total()),
                figures.difference(period.difference().total()),
                figures.difference(period.chargeable().total()));
    }

    /// All cells, or all but the last where nothing was cut.
    private String[] cells(String... cells) {
        return cut ? cells : Arrays.copyOf(cells, cells.length - 1);
    }

    /// What all months come to, in one line.
    public String together() {
        Money all = settled.dueNow().total();
        return switch (all.signum()) {
            case 1 -> texts.text("months.together.charge", "amount", figures.money(all));
            case -1 -> texts.text("months.together.credit", "amount", figures.money(all.negated()));
            default -> texts.text("months.together.none");
        };
    }

    /// That amounts are with all taxes, and what of the correction they are, by name: a levy that comes back is no use
    /// that comes back.
    public String taxes() {
        StringJoiner names = new StringJoiner(" · ");
        settled.trueUp()
                .byTax()
                .ifPresent(taxes -> taxes.forEach((code, amount) -> {
                    if (!amount.isZero()) {
                        names.add(figures.tax(code) + " " + figures.moneyDifference(amount));
                    }
                }));
        String all = texts.text("months.taxes");
        if (names.length() == 0 || settled.periods().getFirst().kind() == Kind.CURRENT) {
            return all;
        }
        String amount = figures.moneyDifference(settled.trueUp().total());
        return all + " " + texts.text("months.taxes.within", "amount", amount, "taxes", names);
    }

    /// What the limit on back-billing does here; empty where there is none, or it changes nothing.
    public Optional<String> backBilling() {
        BackBillingRule rule = document.account().policy().backBilling();
        if (rule == null) {
            return Optional.empty();
        }
        String exception = document.agreement().backBillingException();
        if (exception != null) {
            return Optional.of(texts.text(
                    "months.exception",
                    "months",
                    figures.count("months", rule.months()),
                    "reason",
                    figures.foreign(exception)));
        }
        if (cut) {
            LocalDate lastReading = document.agreement().readings().stream()
                    .filter(ActualReading.class::isInstance)
                    .map(Reading::at)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate limit =
                    rule.limit(document.bill().billedOn(), lastReading).limit();
            return Optional.of(texts.text(
                    "months.written-off",
                    "date",
                    figures.date(limit),
                    "amount",
                    figures.money(settled.writtenOff().total())));
        }
        return Optional.empty();
    }
}
