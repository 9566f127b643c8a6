package org.taswiya.deliver.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The receipt for a payment, in one language: what was handed over and how, what it settled, the stamp duty on it, and
/// what it left to the customer's credit.
public final class ReceiptText {
    private final PaidPage paid;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;

    /// What the receipt is for.
    ///
    /// @param account the account's reference, as it is printed
    /// @param allocations what the payment settled at once
    /// @param reversedOn null while it stands
    /// @param currency the ISO code; empty where no price book at hand names it
    public record PaidPage(
            ReceiptNumber number,
            String account,
            Payment payment,
            List<Allocation> allocations,
            Money stamp,
            Money credit,
            @Nullable LocalDate reversedOn,
            String currency) {
        public PaidPage {
            allocations = List.copyOf(allocations);
        }
    }

    ReceiptText(PaidPage paid, Language language, boolean colour) {
        this.paid = paid;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, paid.currency());
        this.page = new TextPage(language, colour);
    }

    /// The whole text, ending with a line feed.
    public static String of(PaidPage paid, Language language, boolean colour) {
        ReceiptText text = new ReceiptText(paid, language, colour);
        text.write();
        return text.page.toString();
    }

    private void write() {
        Payment payment = paid.payment();
        page.title(texts.text(
                "receipt.title", "number", figures.isolated(paid.number().toString())));
        page.paragraph(texts.text("notice.account", "reference", figures.isolated(paid.account())));
        page.blank();
        page.result(texts.text(
                "receipt.received",
                "amount",
                figures.money(payment.amount()),
                "means",
                texts.text("receipt.by." + payment.paidBy().code()),
                "date",
                figures.date(payment.receivedOn())));
        page.blank();
        if (!paid.allocations().isEmpty()) {
            TextTable.print(allocations(), page);
            page.blank();
        }
        notes().forEach(page::paragraph);
        LocalDate reversedOn = paid.reversedOn();
        if (reversedOn != null) {
            page.paragraph(texts.text("receipt.reversed", "date", figures.date(reversedOn)));
        }
    }

    /// What is to be known of the amount: the duty in it, and what it left over.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!paid.stamp().isZero()) {
            notes.add(texts.text("receipt.stamp", "amount", figures.money(paid.stamp())));
        }
        if (!paid.credit().isZero()) {
            notes.add(texts.text("receipt.credit", "amount", figures.money(paid.credit())));
        }
        return notes;
    }

    /// What it settled; no rows where it settled nothing.
    Table allocations() {
        Table table = new Table(
                List.of(Column.WORDS, Column.FIGURES, Column.FIGURES),
                List.of(
                        texts.text("column.settled"),
                        texts.text("column.amount", "currency", currency()),
                        texts.text("column.stamp", "currency", currency())));
        if (paid.allocations().isEmpty()) {
            return table;
        }
        Money settled = Money.ZERO;
        for (Allocation allocation : paid.allocations()) {
            table.row(
                    ItemText.of(allocation.to(), texts, figures),
                    figures.amount(allocation.amount()),
                    allocation.stamp().isZero() ? "" : figures.amount(allocation.stamp()));
            settled = settled.plus(allocation.amount());
        }
        table.total(
                texts.text("months.total"),
                figures.amount(settled),
                paid.stamp().isZero() ? "" : figures.amount(paid.stamp()));
        return table;
    }

    private String currency() {
        return paid.currency().isEmpty() ? "–" : figures.currency();
    }
}
