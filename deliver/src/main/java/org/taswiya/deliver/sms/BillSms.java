package org.taswiya.deliver.sms;

import java.util.Objects;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The text message that tells of a bill: what it is for, the number to pay with, how much and by when.
public final class BillSms {
    private BillSms() {}

    /// That of an issued bill in a language.
    public static SmsText of(BillDocument document, Language language) {
        Texts texts = Texts.of(language);
        Figures figures = new Figures(language, document.agreement().tariff().currency());
        DraftBill bill = document.bill();
        Money total = bill.total();
        String title = new BillWords(document, language).title();
        String number = Objects.requireNonNull(document.number(), "a draft is told to nobody")
                .toString();
        return SmsText.plain(
                switch (total.signum()) {
                    case 1 ->
                        texts.text(
                                "sms.bill.pay",
                                "title",
                                title,
                                "number",
                                number,
                                "amount",
                                figures.plainMoney(total),
                                "date",
                                figures.plainDate(bill.dueOn()));
                    case -1 ->
                        texts.text(
                                "sms.bill.credit",
                                "title",
                                title,
                                "number",
                                number,
                                "amount",
                                figures.plainMoney(total.negated()));
                    default -> texts.text("sms.bill.none", "title", title, "number", number);
                });
    }
}
