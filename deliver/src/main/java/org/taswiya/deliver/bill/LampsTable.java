package org.taswiya.deliver.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.UnmeteredSupply;
import org.taswiya.core.customer.Language;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LampUsage;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What lamps without a meter used, kind by kind: how many, what each takes, how long they burned.
public final class LampsTable {
    private final BillDocument document;
    private final UnmeteredSupply supply;
    private final Texts texts;
    private final Figures figures;

    /// The lamps of a bill of such, in one language.
    public LampsTable(BillDocument document, Language language) {
        this.document = document;
        this.supply = Objects.requireNonNull(document.agreement().askedFor().unmetered(), "a meter counts");
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
    }

    /// A row for each kind of lamp in each period, and what the period came to. On paper in two languages
    /// the lamps, whose name is the same in both, stand once.
    Table table() {
        String unit = figures.unit(UnmeteredSupply.REGISTER.unit());
        Table table = new Table(
                List.of(Column.WORDS, Column.FIGURES, Column.FIGURES, Column.FIGURES, Column.FIGURES, Column.FIGURES),
                List.of(
                        texts.text("column.period"),
                        texts.text("column.lamps"),
                        texts.text("column.count"),
                        texts.text("column.watts"),
                        texts.text("column.hours"),
                        texts.text("column.used", "unit", unit)));
        List<BillSegment> segments = document.bill().segments();
        for (BillSegment segment : segments) {
            for (LampUsage used : supply.used(segment.range())) {
                table.row(
                        figures.period(used.days()),
                        name(used.lamps()),
                        count(used.lamps()),
                        figures.quantity(used.lamps().wattsEach()),
                        figures.quantity(used.hours()),
                        figures.quantity(used.energy()));
            }
            String[] sum = {
                figures.period(segment.range()), "", "", "", "", figures.quantity(supply.usage(segment.range()))
            };
            if (segments.size() == 1) {
                table.total(sum);
            } else {
                table.row(sum);
            }
        }
        return table;
    }

    private String name(LampGroup lamps) {
        return texts.text("lamps.name", "place", figures.foreign(lamps.place()), "type", figures.foreign(lamps.type()));
    }

    private String count(LampGroup lamps) {
        return figures.quantity(Fraction.of(lamps.count()));
    }

    /// The same as sentences, one for each kind of lamp in each period.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (BillSegment segment : document.bill().segments()) {
            for (LampUsage used : supply.used(segment.range())) {
                sentences.add(texts.text(
                        "lamps.line",
                        "lamps",
                        name(used.lamps()),
                        "period",
                        figures.period(used.days()),
                        "count",
                        count(used.lamps()),
                        "watts",
                        figures.quantity(used.lamps().wattsEach()),
                        "hours",
                        figures.quantity(used.hours()),
                        "usage",
                        figures.usage(used.energy(), UnmeteredSupply.REGISTER.unit())));
            }
        }
        return sentences;
    }
}
