package org.taswiya.run.sending;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.mail.AnnouncementMail;
import org.taswiya.deliver.mail.BillMail;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.deliver.print.PrintedLetter;
import org.taswiya.deliver.push.PushText;
import org.taswiya.deliver.push.PushTopic;
import org.taswiya.deliver.sms.BillSms;
import org.taswiya.deliver.sms.SmsText;
import org.taswiya.run.Reprint;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.Database;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.StoredMessage;

/// Makes what goes out. A bill is made again from what was known when it was billed, and goes out only when it comes to
/// what the books say. Used by any number of threads.
public final class MessageMaker {
    private final Database database;
    private final BillsAhead papers;
    private final BillsAhead texts;
    private final UtilityProfile utility;
    private final Function<PrintForm, PrintTerms> termsOf;
    private final String currency;
    private final BillLink link;

    /// @param rules bills are made again by
    /// @param termsOf what papers of a form have in common
    /// @param currency the ISO code of the money that all amounts are in; empty where nobody has named it
    /// @param link where a bill is to be seen
    public MessageMaker(
            Database database,
            Reprint.Rules rules,
            UtilityProfile utility,
            Function<PrintForm, PrintTerms> termsOf,
            String currency,
            BillLink link) {
        this.database = database;
        this.papers = new BillsAhead(database, rules.withUseOf(BillToPrint.MONTHS_BEFORE));
        this.texts = new BillsAhead(database, rules);
        this.utility = utility;
        this.termsOf = termsOf;
        this.currency = currency;
        this.link = link;
    }

    Made make(StoredMessage message) {
        return switch (message.cause().kind()) {
            case BILL -> bill(message.cause(), billsFor(message), same -> content(message, same));
            case OUTAGE,
                    SIGN_IN_CODE,
                    CONTACT_CODE,
                    CONTACT,
                    ABNORMAL_USE,
                    REMINDER,
                    INSTALMENT,
                    PAYMENT,
                    READING_DAY,
                    OWN_READING ->
                Announcements.of(database, message)
                        .map(told -> content(message, told))
                        .orElseGet(() -> new Made.Nothing("the books do not have what it tells of"));
            case MARKETING -> new Made.Nothing("no text is known for marketing");
        };
    }

    /// A paper shows what was used in the months before; what is no paper needs not look for it.
    private BillsAhead billsFor(StoredMessage message) {
        return switch (message.contact().channel()) {
            case EMAIL -> link.isInsteadOfPaper() ? texts : papers;
            case SMS, PUSH -> texts;
            case POST -> papers;
        };
    }

    /// What the text message of a bill would say before it is queued; empty where it could not be made.
    public Optional<SmsText> billSms(Cause bill, Language language) {
        return bill(bill, texts, same -> new Made.Sms(BillSms.of(same.document(), language)))
                        instanceof Made.Sms(SmsText text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private Made bill(Cause cause, BillsAhead bills, Function<ReprintedBill.Same, Made> content) {
        long serial = BillNumber.parse(cause.key()).orElseThrow().serial();
        Optional<ReprintedBill> found = bills.of(serial);
        if (found.isEmpty()) {
            return new Made.Nothing("there is no bill " + cause.key());
        }
        return switch (found.get()) {
            case ReprintedBill.Different different ->
                new Made.Nothing(different.reason().code() + ": " + different.found());
            case ReprintedBill.Same same -> content.apply(same);
        };
    }

    private Made content(StoredMessage message, ReprintedBill.Same bill) {
        return switch (message.contact().channel()) {
            case EMAIL -> mail(message, bill);
            case SMS -> new Made.Sms(BillSms.of(bill.document(), message.language()));
            case PUSH -> push(message, bill);
            case POST -> new Made.Letter(paper(message, bill));
        };
    }

    private Made mail(StoredMessage message, ReprintedBill.Same bill) {
        Language language = message.language();
        return link.isInsteadOfPaper()
                ? new Made.Mail(BillMail.of(bill.document(), utility, language, link.of(message.cause())), List.of())
                : new Made.Mail(BillMail.of(bill.document(), utility, language), List.of(paper(message, bill)));
    }

    private Made push(StoredMessage message, ReprintedBill.Same bill) {
        String address = link.of(message.cause());
        String tag = PushTopic.of(message.key());
        return new Made.Push(PushText.of(bill.document(), utility, message.language(), address, tag));
    }

    private Made.Paper paper(StoredMessage message, ReprintedBill.Same bill) {
        PrintTerms terms = termsOf.apply(PrintForm.of(message.language()));
        return new Made.Paper(
                message.cause().key() + ".pdf",
                PrintedBill.bytes(bill.toPrint(), terms));
    }

    private Made content(StoredMessage message, Announcement told) {
        AnnouncementWords words = AnnouncementWords.of(told, message.account(), currency, message.language());
        return switch (message.contact().channel()) {
            case EMAIL -> new Made.Mail(AnnouncementMail.of(words, greeted(message), utility), List.of());
            case SMS -> new Made.Sms(SmsText.plain(words.brief()));
            case PUSH -> new Made.Push(PushText.of(words, PushTopic.of(message.key())));
            case POST -> new Made.Letter(letter(message, words));
        };
    }

    /// Whoever has an address that is not shown to be the customer's, or was given up, does not learn their name.
    private String greeted(StoredMessage message) {
        return message.cause().kind().isOfLadder()
                ? Contacts.nameOf(database, message.account(), message.language())
                : "";
    }

    private Made.Paper letter(StoredMessage message, AnnouncementWords words) {
        String name = Contacts.nameOf(database, message.account(), message.language());
        LocalDate on = LocalDate.ofInstant(message.queuedAt(), ZoneOffset.UTC);
        return new Made.Paper(
                message.key() + ".pdf",
                PrintedLetter.bytes(
                        new PrintedLetter.Letter(words, name, message.contact().address(), on), utility));
    }
}
