package org.taswiya.deliver.mail;

import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.bill.ToldBill;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Texts;

/// The e-mail that comes with a bill.
public final class BillMail {
    private BillMail() {}

    /// That of a bill in a language, which comes with it.
    public static MailText of(BillDocument document, UtilityProfile utility, Language language) {
        return of(document, utility, language, "");
    }

    /// That of a bill in a language.
    ///
    /// @param link where it is to be seen; empty where it comes with the e-mail
    public static MailText of(BillDocument document, UtilityProfile utility, Language language, String link) {
        return of(ToldBill.of(document, language), utility, link);
    }

    /// The same of what is told.
    public static MailText of(ToldBill bill, UtilityProfile utility, String link) {
        Language language = bill.language();
        Texts texts = Texts.of(language);
        String subject = texts.text(
                "mail.bill.subject", "title", bill.numberedTitle(), "utility", MailText.name(utility, language));
        List<String> before = List.of(
                bill.name()
                        .map(to -> texts.text("mail.greeting", "name", to))
                        .orElseGet(() -> texts.text("mail.greeting.nobody")),
                ready(texts, bill, link));
        return MailText.of(utility, language, subject, new MailText.Said(before, bill.result(), bill.notes(), link));
    }

    private static String ready(Texts texts, ToldBill bill, String link) {
        String title = bill.numberedTitle();
        return link.isEmpty()
                ? texts.text("mail.bill.ready", "title", title, "reference", bill.reference())
                : texts.text("mail.bill.linked", "title", title, "reference", bill.reference(), "link", link);
    }
}
