package org.taswiya.run.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.taswiya.core.billing.BillNumber;
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
public record MessageMaker(
        Database database, Reprint.Rules rules, UtilityProfile utility, Function<PrintForm, PrintTerms> termsOf, String currency) {

    Made make(StoredMessage message) {
        return switch (message.cause().kind()) {
            case BILL -> bill(message);
            case OUTAGE,
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

    private Made bill(StoredMessage message) {
        Cause cause = message.cause();
        long serial = BillNumber.parse(cause.key()).orElseThrow().serial();
        List<ReprintedBill> found = new ArrayList<>();
        Reprint.execute(database, rules, BilledRange.ofBill(database, serial), found::add);
        if (found.isEmpty()) {
            return new Made.Nothing("there is no bill " + cause.key());
        }
        return switch (found.getFirst()) {
            case ReprintedBill.Different different ->
                new Made.Nothing(different.reason().code() + ": " + different.found());
            case ReprintedBill.Same same -> content(message, same);
        };
    }

    private Made content(StoredMessage message, ReprintedBill.Same bill) {
        return switch (message.contact().channel()) {
            case EMAIL -> {
                PrintTerms terms = termsOf.apply(PrintForm.of(message.language()));
                byte[] pdf = PrintedBill.bytes(new BillToPrint(bill.document(), bill.before(), false), terms);
                yield new Made.Mail(
                        BillMail.of(bill.document(), utility, message.language()),
                        List.of(new Made.Paper(message.cause().key() + ".pdf", pdf)));
            }
            case SMS -> new Made.Sms(BillSms.of(bill.document(), message.language()));
            case POST -> new Made.Nothing("bills by post are printed");
        };
    }

    private Made content(StoredMessage message, Announcement told) {
        AnnouncementWords words = AnnouncementWords.of(told, message.account(), currency, message.language());
        return switch (message.contact().channel()) {
            case EMAIL -> new Made.Mail(AnnouncementMail.of(words, utility), List.of());
            case SMS -> new Made.Sms(SmsText.plain(words.brief()));
            case POST -> new Made.Nothing("letters are printed");
        };
    }
}
