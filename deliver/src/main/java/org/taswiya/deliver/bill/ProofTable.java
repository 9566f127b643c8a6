package org.taswiya.deliver.bill;

import java.util.List;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.PeriodPrices;
import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// Why the usage was divided as it was, and what any other way would have cost.
public final class ProofTable {

    private final BillDocument document;
    private final Settled settled;
    private final Texts texts;
    private final Figures figures;
    private final String usage;

    /// The proof of a settlement in one language.
    public ProofTable(BillDocument document, Settled settled, Language language) {
        this.document = document;
        this.settled = settled;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
        this.usage =
                figures.usage(settled.usage(), document.agreement().register().unit());
    }

    /// Why it was done month by month.
    public String reason() {
        return texts.text("why.blocks", "usage", usage, "policy", policy());
    }

    /// The same usage divided in other ways.
    public Table table() {
        Proof proof = settled.proof();
        Table table = new Table(
                List.of(Column.WORDS, Column.FIGURES, Column.FIGURES),
                List.of(
                        texts.text("column.division", "usage", usage),
                        texts.text("column.amount", "currency", figures.currency()),
                        texts.text("column.compared", "currency", figures.currency())));
        addDivision(table, "why.month-wise", proof.monthWise());
        addDivision(table, "why.lump", proof.lump());
        if (!isInOrder()) {
            addDivision(table, "why.cheapest", proof.cheapest().total());
            addDivision(table, "why.dearest", proof.dearest().total());
        }
        return table;
    }

    /// Whether no other division was looked for, because what a month costs hangs on those before it.
    private boolean isInOrder() {
        DateRange gap = DateRange.of(
                settled.periods().getFirst().range().from(),
                settled.periods().getLast().range().to());
        return PeriodPrices.isInOrder(
                document.agreement().tariff(), document.agreement().askedFor(), gap);
    }

    /// What it shows.
    public List<String> conclusions() {
        Money more = settled.proof().lump().minus(settled.proof().monthWise());
        String lump = switch (more.signum()) {
            case 1 -> texts.text("why.lump.more", "amount", figures.money(more));
            case -1 -> texts.text("why.lump.less", "amount", figures.money(more.negated()));
            default -> texts.text("why.lump.same");
        };
        return List.of(lump, texts.text("why.rounding"));
    }

    private String policy() {
        if (!document.agreement().askedFor().days().isEmpty()) {
            return texts.text("policy.counted");
        }
        AllocationPolicy policy = document.account().policy().allocation();
        String tolerance = policy instanceof AllocationPolicy.Favourable(var share) ? figures.percent(share) : "";
        return CountedTable.isOfLamps(document)
                ? texts.text("policy.lamps")
                : texts.text("policy." + policy.code(), "tolerance", tolerance);
    }

    private void addDivision(Table table, String key, Money total) {
        table.row(
                texts.text(key),
                figures.amount(total),
                figures.difference(total.minus(settled.proof().monthWise())));
    }
}
