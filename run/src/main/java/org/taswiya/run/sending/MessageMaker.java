package org.taswiya.run.sending;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.taswiya.store.SqlFault;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.StoredMessage;

/// Makes what goes out. A bill is made again from what was known when it was billed, and goes out only when it comes to
/// what the books say. Used by any number of threads.
public final class MessageMaker {
    /// More at once would make no more a second, and each takes connections.
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private final Database database;
    private final Reprint.Rules rules;
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
        this.rules = rules;
        this.texts = new BillsAhead(database, rules);
        this.utility = utility;
        this.termsOf = termsOf;
        this.currency = currency;
        this.link = link;
    }

    /// What goes out of each message, by its id.
    Map<Long, Made> make(List<StoredMessage> messages) {
        atOnce.acquireUninterruptibly();
        try {
            return made(messages);
        } finally {
            atOnce.release();
        }
    }

    private Map<Long, Made> made(List<StoredMessage> messages) {
        Map<Long, ReprintedBill> bills = bills(messages);
        Map<Long, Made> made = new HashMap<>();
        try (Connection connection = database.connect()) {
            for (StoredMessage message : messages) {
                made.put(message.id(), make(connection, message, bills));
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
        return made;
    }

    /// The bills that messages tell of, made at once.
    private Map<Long, ReprintedBill> bills(List<StoredMessage> messages) {
        Map<Long, ReprintedBill> made = new HashMap<>();
        Map<Boolean, List<Long>> serials = messages.stream()
                .filter(message -> message.cause().kind() == Cause.Kind.BILL)
                .collect(Collectors.partitioningBy(
                        this::isPaper, Collectors.mapping(message -> serial(message.cause()), Collectors.toList())));
        serials.forEach((isPaper, some) -> Reprint.execute(
                database,
                isPaper ? rules.withUseOf(BillToPrint.MONTHS_BEFORE) : rules,
                BilledRange.ofBills(database, some),
                bill -> made.put(bill.number().serial(), bill)));
        return made;
    }

    /// A paper shows what was used in the months before; what is no paper needs not look for it.
    private boolean isPaper(StoredMessage message) {
        return switch (message.contact().channel()) {
            case EMAIL -> !link.isInsteadOfPaper();
            case SMS, PUSH -> false;
            case POST -> true;
        };
    }

    private static long serial(Cause bill) {
        return BillNumber.parse(bill.key()).orElseThrow().serial();
    }

    private Made make(Connection connection, StoredMessage message, Map<Long, ReprintedBill> bills)
            throws SQLException {
        Cause cause = message.cause();
        return switch (cause.kind()) {
            case BILL -> bill(cause, Optional.ofNullable(bills.get(serial(cause))), same -> content(message, same));
            case OUTAGE,
                    SIGN_IN_CODE,
                    CONTACT_CODE,
                    CONTACT,
                    DELEGATE,
                    SIGN_IN_CHANGE,
                    ABNORMAL_USE,
                    REMINDER,
                    AGREEMENT_END,
                    REQUEST,
                    CONTACT_REQUEST,
                    INSTALMENT,
                    PAYMENT,
                    READING_DAY,
                    OWN_READING -> {
                Optional<Announcement> told = Announcements.of(connection, message);
                yield told.isPresent()
                        ? content(connection, message, told.get())
                        : new Made.Nothing("the books do not have what it tells of");
            }
            case MARKETING -> new Made.Nothing("no text is known for marketing");
        };
    }

    /// What the text message of a bill would say before it is queued; empty where it could not be made.
    public Optional<SmsText> billSms(Cause bill, Language language) {
        return bill(bill, texts.of(serial(bill)), same -> new Made.Sms(BillSms.of(same.document(), language)))
                        instanceof Made.Sms(SmsText text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Made bill(Cause cause, Optional<ReprintedBill> found, Function<ReprintedBill.Same, Made> content) {
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
        return new Made.Paper(message.cause().key() + ".pdf", PrintedBill.bytes(bill.toPrint(), terms));
    }

    private Made content(Connection connection, StoredMessage message, Announcement told) throws SQLException {
        AnnouncementWords words = AnnouncementWords.of(told, message.account(), currency, message.language());
        return switch (message.contact().channel()) {
            case EMAIL -> new Made.Mail(AnnouncementMail.of(words, greeted(connection, message), utility), List.of());
            case SMS -> new Made.Sms(SmsText.plain(words.brief()));
            case PUSH -> new Made.Push(PushText.of(words, PushTopic.of(message.key())));
            case POST -> new Made.Letter(letter(connection, message, words));
        };
    }

    /// Whoever has an address that is not shown to be the customer's, or was given up, does not learn their name.
    private String greeted(Connection connection, StoredMessage message) throws SQLException {
        return message.cause().kind().isOfLadder()
                ? Contacts.nameOf(connection, message.account(), message.language())
                : "";
    }

    private Made.Paper letter(Connection connection, StoredMessage message, AnnouncementWords words)
            throws SQLException {
        String name = Contacts.nameOf(connection, message.account(), message.language());
        LocalDate on = LocalDate.ofInstant(message.queuedAt(), ZoneOffset.UTC);
        return new Made.Paper(
                message.key() + ".pdf",
                PrintedLetter.bytes(
                        new PrintedLetter.Letter(words, name, message.contact().address(), on), utility));
    }
}
