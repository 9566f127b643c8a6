package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.taswiya.core.billing.DraftBill.InstalmentOffer;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The instalments that a bill offers: the first by the day by which the bill is to be paid, the others a month apart.
public final class InstalmentsTable {
    /// So many stand beside each other on the narrowest paper.
    private static final int IN_A_ROW = 6;

    private final BillDocument document;
    private final InstalmentOffer offer;
    private final Texts texts;
    private final Figures figures;

    /// The offer of a bill in one language.
    public InstalmentsTable(BillDocument document, InstalmentOffer offer, Language language) {
        this.document = document;
        this.offer = offer;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
    }

    /// How many tables there are.
    public int count() {
        return (offer.instalments() + IN_A_ROW - 1) / IN_A_ROW;
    }

    /// A column for each instalment, some of them in each table.
    public Table table(int index) {
        List<Column> columns = new ArrayList<>(List.of(Column.WORDS));
        List<String> numbers = new ArrayList<>(List.of(texts.text("column.instalment")));
        List<String> days = new ArrayList<>(List.of(texts.text("column.pay-by")));
        List<String> amounts = new ArrayList<>(List.of(
                texts.text("column.amount", "currency", figures.currency()).replace('|', ' ')));
        int last = Math.min(offer.instalments(), (index + 1) * IN_A_ROW);
        for (int i = index * IN_A_ROW; i < last; i++) {
            columns.add(Column.FIGURES);
            numbers.add(figures.isolated(Integer.toString(i + 1)));
            days.add(figures.date(dueOn(i)));
            amounts.add(figures.amount(i == 0 ? offer.first() : offer.each()));
        }
        Table table = new Table(Collections.unmodifiableList(columns), numbers);
        table.row(days.toArray(String[]::new));
        table.row(amounts.toArray(String[]::new));
        return table;
    }

    private LocalDate dueOn(int instalment) {
        return document.bill().dueOn().plusMonths(instalment);
    }

    /// That it holds once it is agreed, and until when to ask for it.
    public String condition() {
        return texts.text(
                "instalments.condition", "date", figures.date(document.bill().dueOn()));
    }
}
