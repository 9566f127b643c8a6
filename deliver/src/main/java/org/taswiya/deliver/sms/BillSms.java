package org.taswiya.deliver.sms;

import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.bill.ToldBill;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The text message that tells of a bill: what it is for, the number to pay with, how much and by when.
public final class BillSms {
    private BillSms() {}

    /// That of an issued bill in a language.
    public static SmsText of(BillDocument document, Language language) {
        return of(ToldBill.of(document, language));
    }

    /// That of what is told.
    public static SmsText of(ToldBill bill) {
        Texts texts = Texts.of(bill.language());
        Figures figures = new Figures(bill.language(), bill.currency());
        Money total = bill.total();
        String title = bill.title();
        String number = bill.number();
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
