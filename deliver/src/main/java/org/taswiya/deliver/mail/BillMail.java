package org.taswiya.deliver.mail;

import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.bill.BillWords;
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
        Texts texts = Texts.of(language);
        BillWords words = new BillWords(document, language);
        String subject = texts.text(
                "mail.bill.subject", "title", words.numberedTitle(), "utility", MailText.name(utility, language));
        List<String> before = List.of(
                words.addressee().stream()
                        .findFirst()
                        .map(to -> texts.text("mail.greeting", "name", to))
                        .orElseGet(() -> texts.text("mail.greeting.nobody")),
                ready(texts, words, link));
        return MailText.of(utility, language, subject, new MailText.Said(before, words.result(), words.notes(), link));
    }

    private static String ready(Texts texts, BillWords words, String link) {
        String title = words.numberedTitle();
        return link.isEmpty()
                ? texts.text("mail.bill.ready", "title", title, "reference", words.reference())
                : texts.text("mail.bill.linked", "title", title, "reference", words.reference(), "link", link);
    }
}
