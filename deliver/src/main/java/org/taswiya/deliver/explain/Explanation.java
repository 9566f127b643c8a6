package org.taswiya.deliver.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.BillStory;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.bill.CountedTable;
import org.taswiya.deliver.bill.PricingTable;
import org.taswiya.deliver.bill.ProofTable;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// Tells a bill in one language, the most important thing first.
public final class Explanation {

    private final BillDocument document;
    private final @Nullable String tariffTitle;
    private final DraftBill bill;
    private final Language language;
    private final Texts texts;
    private final Figures figures;
    private final BillWords words;
    private final TextPage page;

    private Explanation(BillDocument document, @Nullable String tariffTitle, Language language, boolean colour) {
        this.document = document;
        this.tariffTitle = tariffTitle;
        this.bill = document.bill();
        this.language = language;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
        this.words = new BillWords(document, language);
        this.page = new TextPage(language, colour);
    }

    /// The whole text, ending with a line feed.
    ///
    /// @param tariffTitle what the price book is called in that language; null when it is not at hand
    /// @param colour whether to use the escapes by which a terminal shows colour
    public static String of(BillDocument document, @Nullable String tariffTitle, Language language, boolean colour) {
        Explanation explanation = new Explanation(document, tariffTitle, language, colour);
        explanation.write();
        return explanation.page.toString();
    }

    private void write() {
        writeHead();
        writeResult();
        page.blank();
        BillStory.of(document, language).forEach(page::paragraph);
        writeReadings();
        PricingTable pricing = new PricingTable(document, tariffTitle, language);
        if (bill.basis() instanceof Basis.OnReading(Settled settled)) {
            writeSettlement(settled, pricing);
        } else {
            writePricing(pricing);
        }
        if (!document.placeholders().isEmpty()) {
            page.heading(texts.text("heading.provisional"));
            page.paragraph(texts.text("provisional.text"));
            TextTable.print(pricing.placeholders(), page);
        }
        page.heading(texts.text("heading.ask"));
        words.ask().forEach(page::paragraph);
    }

    private void writeSettlement(Settled settled, PricingTable pricing) {
        if (BillStory.settlesEarlierBills(settled)) {
            new MonthsPart(document, settled, language, page).write();
        }
        writePricing(pricing);
        if (settled.periods().size() > 1 && !settled.usage().isZero()) {
            ProofTable proof = new ProofTable(document, settled, language);
            page.heading(texts.text("heading.why"));
            page.paragraph(proof.reason());
            TextTable.print(proof.table(), page);
            proof.conclusions().forEach(page::paragraph);
        }
    }

    private void writeHead() {
        page.title(words.numberedTitle());
        words.addressee().forEach(page::paragraph);
        page.paragraph(texts.text(
                "who.account", "reference", words.reference(), "agreement", figures.isolated(bill.agreement())));
        page.paragraph(texts.text(
                "who.billed", "date", figures.date(bill.billedOn()), "period", figures.periodInWords(words.span())));
    }

    private void writeResult() {
        page.blank();
        page.result(words.result());
        List<String> notes = words.notes();
        if (!notes.isEmpty()) {
            page.blank();
            notes.forEach(page::paragraph);
        }
    }

    private void writeReadings() {
        CountedTable counted = CountedTable.of(document, language);
        page.heading(texts.text(counted.heading()));
        TextTable.print(counted.table(), page);
        counted.notes().forEach(page::paragraph);
    }

    private void writePricing(PricingTable pricing) {
        int periods = bill.segments().size();
        page.heading(texts.text(periods == 1 ? "heading.pricing.one" : "heading.pricing"));
        page.paragraph(pricing.tariff());
        for (PricingTable.Period period : pricing.periods()) {
            page.blank();
            page.paragraph(period.title());
            TextTable.print(period.table(), page);
            period.bounds().forEach(page::paragraph);
        }
    }
}
