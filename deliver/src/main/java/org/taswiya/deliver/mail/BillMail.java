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

    /// That of a bill in a language.
    public static MailText of(BillDocument document, UtilityProfile utility, Language language) {
        Texts texts = Texts.of(language);
        BillWords words = new BillWords(document, language);
        String subject = texts.text(
                "mail.bill.subject", "title", words.numberedTitle(), "utility", MailText.name(utility, language));
        List<String> before = List.of(
                words.addressee().stream()
                        .findFirst()
                        .map(to -> texts.text("mail.greeting", "name", to))
                        .orElseGet(() -> texts.text("mail.greeting.nobody")),
                texts.text("mail.bill.ready", "title", words.numberedTitle(), "reference", words.reference()));
        return MailText.of(utility, language, subject, new MailText.Said(before, words.result(), words.notes()));
    }
}
