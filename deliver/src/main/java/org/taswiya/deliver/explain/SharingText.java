package org.taswiya.deliver.explain;

import java.util.List;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.collective.Apportionment;
import org.taswiya.core.collective.Apportionment.Part;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What each sub-meter bears of a bill, in one language, as it is handed to whoever shares it out.
public final class SharingText {
    private static final char SPACE = '\u00A0';

    private final SharedPage shared;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;

    /// What was shared out.
    ///
    /// @param main the usage point of the main meter
    /// @param currency the ISO code; empty where no price book at hand names it
    public record SharedPage(
            BillNumber number, String main, Unit unit, DateRange days, Apportionment apportionment, String currency) {}

    private SharingText(SharedPage shared, Language language, boolean colour) {
        this.shared = shared;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, shared.currency());
        this.page = new TextPage(language, colour);
    }

    /// The whole text, ending with a line feed.
    public static String of(SharedPage shared, Language language, boolean colour) {
        SharingText text = new SharingText(shared, language, colour);
        text.write();
        return text.page.toString();
    }

    private void write() {
        Apportionment of = shared.apportionment();
        page.title(texts.text(
                "sharing.title", "number", figures.isolated(shared.number().toString())));
        page.paragraph(texts.text(
                "sharing.main",
                "point",
                figures.isolated(shared.main()),
                "usage",
                quantity(of.main()),
                "period",
                figures.period(shared.days())));
        page.paragraph(texts.text("sharing.common", "usage", quantity(of.common())));
        page.blank();
        TextTable.print(table(of), page);
        page.blank();
        if (of.leftOver() > 0) {
            page.paragraph(texts.text("sharing.left", "amount", figures.money(Money.ofMinor(of.leftOver()))));
        }
    }

    private Table table(Apportionment of) {
        String unit = figures.unit(shared.unit());
        Table table = new Table(
                List.of(Column.WORDS, Column.FIGURES, Column.FIGURES, Column.FIGURES),
                List.of(
                        texts.text("column.sub-meter"),
                        texts.text("column.own", "unit", unit),
                        texts.text("column.common", "unit", unit),
                        texts.text("column.amount", "currency", currency())));
        Fraction own = Fraction.ZERO;
        for (Part part : of.parts()) {
            table.row(
                    figures.isolated(part.usagePoint()) + (part.hasLeftOver() ? " *" : ""),
                    figures.quantity(part.own()),
                    figures.quantity(part.ofCommon()),
                    figures.amount(part.amount()));
            own = own.plus(part.own());
        }
        table.total(
                texts.text("months.total"),
                figures.quantity(own),
                figures.quantity(of.common()),
                figures.amount(of.total()));
        return table;
    }

    private String quantity(Fraction quantity) {
        return figures.quantity(quantity) + SPACE + figures.unit(shared.unit());
    }

    private String currency() {
        return shared.currency().isEmpty() ? "–" : figures.currency();
    }
}
