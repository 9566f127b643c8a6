package org.taswiya.deliver.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Payment;
import org.taswiya.deliver.explain.AccountPaper.Fact;
import org.taswiya.deliver.explain.ReceiptText.PaidPage;
import org.taswiya.deliver.wording.AmountInWords;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What a receipt on paper says: the amount in figures and words, what it settled, and how the account stands on the
/// day on which it is drawn.
public final class ReceiptPaper {
    private ReceiptPaper() {}

    /// How an account stands on a day.
    ///
    /// @param due what is to be paid, the credit taken off
    /// @param credit what is left over
    public record Balance(LocalDate on, Money due, Money credit) {}

    /// The paper in a language.
    public static AccountPaper of(PaidPage paid, Balance balance, Language language) {
        Texts texts = Texts.of(language);
        Figures figures = new Figures(language, paid.currency());
        ReceiptText text = new ReceiptText(paid, language, false);
        Payment payment = paid.payment();
        return new AccountPaper(
                texts.text("receipt.paper"),
                List.of(
                        new Fact(texts.text("receipt.number"), paid.number().toString()),
                        new Fact(texts.text("print.account"), figures.isolated(paid.account())),
                        new Fact(texts.text("print.date"), figures.date(payment.receivedOn()))),
                label(paid, texts),
                figures.money(payment.amount()),
                paid.currency().isEmpty() ? "" : AmountInWords.of(payment.amount(), paid.currency(), language),
                notes(paid, balance, text, texts, figures),
                texts.text(paid.reversedOn() == null ? "receipt.settled" : "receipt.had-settled"),
                text.allocations(),
                List.of());
    }

    private static String label(PaidPage paid, Texts texts) {
        return paid.reversedOn() == null
                ? texts.text(
                        "receipt.label",
                        "means",
                        texts.text("receipt.by." + paid.payment().paidBy().code()))
                : texts.text("receipt.void");
    }

    private static List<String> notes(PaidPage paid, Balance balance, ReceiptText text, Texts texts, Figures figures) {
        List<String> notes = new ArrayList<>();
        LocalDate reversedOn = paid.reversedOn();
        if (reversedOn == null) {
            notes.addAll(text.notes());
        } else {
            notes.add(texts.text("receipt.reversed", "date", figures.date(reversedOn)));
        }
        notes.add(stands(balance, texts, figures));
        return notes;
    }

    private static String stands(Balance balance, Texts texts, Figures figures) {
        String day = figures.date(balance.on());
        if (balance.due().signum() > 0) {
            return texts.text("receipt.balance.owed", "date", day, "amount", figures.money(balance.due()));
        }
        return balance.credit().signum() > 0
                ? texts.text("receipt.balance.credit", "date", day, "amount", figures.money(balance.credit()))
                : texts.text("receipt.balance.none", "date", day);
    }
}
