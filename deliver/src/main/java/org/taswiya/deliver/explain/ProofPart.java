package org.taswiya.deliver.explain;

import java.util.List;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.explain.TextTable.Column;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// Why the usage was divided as it was, and what any other way would have cost.
final class ProofPart {

    private final BillDocument document;
    private final Settled settled;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;

    ProofPart(BillDocument document, Settled settled, Texts texts, Figures figures, TextPage page) {
        this.document = document;
        this.settled = settled;
        this.texts = texts;
        this.figures = figures;
        this.page = page;
    }

    void write() {
        Proof proof = settled.proof();
        String usage =
                figures.usage(settled.usage(), document.agreement().register().unit());
        page.heading(texts.text("heading.why"));
        page.paragraph(texts.text("why.blocks", "usage", usage, "policy", policy()));
        TextTable table = new TextTable(
                List.of(Column.WORDS, Column.FIGURES, Column.FIGURES),
                List.of(
                        texts.text("column.division", "usage", usage),
                        texts.text("column.amount", "currency", figures.currency()),
                        texts.text("column.compared", "currency", figures.currency())));
        addDivision(table, "why.month-wise", proof.monthWise());
        addDivision(table, "why.lump", proof.lump());
        addDivision(table, "why.cheapest", proof.cheapest().total());
        addDivision(table, "why.dearest", proof.dearest().total());
        table.print(page);
        Money more = proof.lump().minus(proof.monthWise());
        switch (more.signum()) {
            case 1 -> page.paragraph(texts.text("why.lump.more", "amount", figures.money(more)));
            case -1 -> page.paragraph(texts.text("why.lump.less", "amount", figures.money(more.negated())));
            default -> page.paragraph(texts.text("why.lump.same"));
        }
        page.paragraph(texts.text("why.rounding"));
    }

    private String policy() {
        AllocationPolicy policy = document.account().policy().allocation();
        String tolerance = policy instanceof AllocationPolicy.Favourable(var share) ? figures.percent(share) : "";
        return texts.text("policy." + policy.code(), "tolerance", tolerance);
    }

    private void addDivision(TextTable table, String key, Money total) {
        table.row(
                texts.text(key),
                figures.amount(total),
                figures.difference(total.minus(settled.proof().monthWise())));
    }
}
