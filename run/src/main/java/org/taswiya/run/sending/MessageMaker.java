package org.taswiya.run.sending;

import java.util.ArrayList;
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
import org.taswiya.deliver.push.PushText;
import org.taswiya.deliver.push.PushTopic;
import org.taswiya.deliver.sms.BillSms;
import org.taswiya.deliver.sms.SmsText;
import org.taswiya.run.Reprint;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.StoredMessage;

/// Makes what goes out. A bill is made again from what was known when it was billed, and goes out only when it comes to
/// what the books say.
///
/// @param termsOf what papers of a form have in common
/// @param currency the ISO code of the money that all amounts are in; empty where nobody has named it
/// @param link where a bill is to be seen
public record MessageMaker(
        Database database,
        Reprint.Rules rules,
        UtilityProfile utility,
        Function<PrintForm, PrintTerms> termsOf,
        String currency,
        BillLink link) {

    Made make(StoredMessage message) {
        return switch (message.cause().kind()) {
            case BILL -> bill(message.cause(), same -> content(message, same));
            case OUTAGE, CONTACT_CODE, CONTACT, ABNORMAL_USE, REMINDER, INSTALMENT, PAYMENT, READING_DAY, OWN_READING ->
                Announcements.of(database, message)
                        .map(told -> content(message, told))
                        .orElseGet(() -> new Made.Nothing("the books do not have what it tells of"));
            case MARKETING -> new Made.Nothing("no text is known for marketing");
        };
    }

    /// What the text message of a bill would say before it is queued; empty where it could not be made.
    public Optional<SmsText> billSms(Cause bill, Language language) {
        return bill(bill, same -> new Made.Sms(BillSms.of(same.document(), language))) instanceof Made.Sms(SmsText text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private Made bill(Cause cause, Function<ReprintedBill.Same, Made> content) {
        long serial = BillNumber.parse(cause.key()).orElseThrow().serial();
        List<ReprintedBill> found = new ArrayList<>();
        Reprint.execute(database, rules, BilledRange.ofBill(database, serial), found::add);
        if (found.isEmpty()) {
            return new Made.Nothing("there is no bill " + cause.key());
        }
        return switch (found.getFirst()) {
            case ReprintedBill.Different different ->
                new Made.Nothing(different.reason().code() + ": " + different.found());
            case ReprintedBill.Same same -> content.apply(same);
        };
    }

    private Made content(StoredMessage message, ReprintedBill.Same bill) {
        return switch (message.contact().channel()) {
            case EMAIL -> mail(message, bill);
            case SMS -> new Made.Sms(BillSms.of(bill.document(), message.language()));
            case PUSH ->
                new Made.Push(PushText.of(bill.document(), utility, message.language(), link.of(message.cause()), tag(message)));
            case POST -> new Made.Nothing("bills by post are printed");
        };
    }

    private Made content(StoredMessage message, Announcement told) {
        AnnouncementWords words = AnnouncementWords.of(told, message.account(), currency, message.language());
        return switch (message.contact().channel()) {
            case EMAIL -> new Made.Mail(AnnouncementMail.of(words, utility), List.of());
            case SMS -> new Made.Sms(SmsText.plain(words.brief()));
            case PUSH -> new Made.Push(PushText.of(words, tag(message)));
            case POST -> new Made.Nothing("letters are printed");
        };
    }

    private Made mail(StoredMessage message, ReprintedBill.Same bill) {
        if (link.isInsteadOfPaper()) {
            String address = link.of(message.cause());
            return new Made.Mail(BillMail.of(bill.document(), utility, message.language(), address), List.of());
        }
        PrintTerms terms = termsOf.apply(PrintForm.of(message.language()));
        byte[] pdf = PrintedBill.bytes(new BillToPrint(bill.document(), bill.before(), false), terms);
        return new Made.Mail(
                BillMail.of(bill.document(), utility, message.language()),
                List.of(new Made.Paper(message.cause().key() + ".pdf", pdf)));
    }

    private static String tag(StoredMessage message) {
        return PushTopic.of(message.key());
    }
}
