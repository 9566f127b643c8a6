package org.taswiya.deliver.announcement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.OutageState;
import org.taswiya.deliver.wording.AbnormalUseText;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.InvitationText;
import org.taswiya.deliver.wording.Texts;

/// An announcement in words.
///
/// @param subject one line
/// @param lines of the text, a paragraph each
/// @param brief all of it that a short message says
public record AnnouncementWords(Language language, String subject, List<String> lines, String brief) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public AnnouncementWords {
        lines = List.copyOf(lines);
    }

    /// @param account that is told
    /// @param currency the ISO code of the money that all amounts are in
    public static AnnouncementWords of(Announcement told, String account, String currency, Language language) {
        Speaker speaker = new Speaker(language, account, currency);
        AnnouncementWords words = speaker.say(told);
        return new AnnouncementWords(language, words.subject(), words.lines(), speaker.inOnePiece(words.brief()));
    }

    /// One language and one account.
    private static final class Speaker {
        private final Language language;
        private final Texts texts;
        private final Figures figures;
        private final String reference;
        private final String account;

        Speaker(Language language, String account, String currency) {
            this.language = language;
            this.texts = Texts.of(language);
            this.figures = new Figures(language, currency);
            this.reference = account;
            this.account = figures.isolated(CustomerAccount.printed(account));
        }

        /// A telephone shows no isolates: in Arabic a reference with spaces would be read from its end.
        String inOnePiece(String brief) {
            return brief.replace(account, figures.isolated(reference));
        }

        AnnouncementWords say(Announcement told) {
            return switch (told) {
                case Announcement.Interruption one -> interruption(one);
                case Announcement.SignInCode(var code, int minutes) -> code(told.kind(), code, minutes);
                case Announcement.ContactCode(var code, int minutes) -> code(told.kind(), code, minutes);
                case Announcement.ContactChange one -> contact(one);
                case Announcement.DelegateChange one -> delegate(one);
                case Announcement.SignInChange one -> signIn(one);
                case Announcement.AbnormalUse one -> abnormalUse(one);
                case Announcement.Reminder one -> reminder(one);
                case Announcement.InstalmentDue one -> instalment(one);
                case Announcement.PaymentReceived one -> payment(one);
                case Announcement.AgreementEnd one -> agreementEnd(one);
                case Announcement.RequestAnswer one -> requestAnswer(one);
                case Announcement.ContactRequest one -> contactRequest(one);
                case Announcement.ReadingDay one -> readingDay(one);
                case Announcement.OwnReading one -> ownReading(one);
            };
        }

        private AnnouncementWords interruption(Announcement.Interruption one) {
            String service = figures.service(one.service());
            String day = figures.date(one.from().toLocalDate());
            boolean isReasonOnly = one.state() == OutageState.CHANGED && !one.isMoved();
            String news = isReasonOnly ? "reason" : one.state().code();
            String text = texts.text(
                    "tell.outage-text." + news,
                    "service",
                    service,
                    "when",
                    times(one.from(), one.to()),
                    "last",
                    figures.date(one.to().toLocalDate()),
                    "to",
                    time(one.to()));
            String reason = one.reasons().getOrDefault(language, "");
            boolean isReasonTold = !reason.isEmpty() && !one.state().isOver();
            String because = isReasonTold ? texts.text("tell.reason", "reason", figures.foreign(reason)) : "";
            List<String> addresses =
                    one.addresses().stream().map(figures::foreign).toList();
            String subject = texts.text("tell.outage-subject." + news, "service", service, "day", day);
            return new AnnouncementWords(
                    language,
                    subject,
                    told(
                            text,
                            because,
                            counted("tell.addresses", one.addresses()).replace("{addresses}", texts.list(addresses)),
                            accountLine()),
                    joined(text, one.state() == OutageState.ENDED ? "" : because));
        }

        private String times(LocalDateTime from, LocalDateTime to) {
            boolean isOneDay = from.toLocalDate().equals(to.toLocalDate());
            String day = figures.date(from.toLocalDate());
            return isOneDay
                    ? texts.text("tell.when.times", "day", day, "from", time(from), "to", time(to))
                    : texts.text(
                            "tell.when.times-over",
                            "day",
                            day,
                            "from",
                            time(from),
                            "last",
                            figures.date(to.toLocalDate()),
                            "to",
                            time(to));
        }

        private String time(LocalDateTime at) {
            return figures.isolated(TIME.format(at));
        }

        private AnnouncementWords code(Cause.Kind kind, String code, int minutes) {
            String text = texts.text(
                    "tell.code-text." + kind.code(),
                    "code",
                    figures.isolated(code),
                    "minutes",
                    figures.count("minutes", minutes));
            return words(texts.text("tell.code-subject." + kind.code()), text);
        }

        private AnnouncementWords contact(Announcement.ContactChange one) {
            String since = figures.date(one.since());
            List<String> now = one.now().stream().map(this::rung).toList();
            String text = now.isEmpty()
                    ? texts.text("tell.contact.none", "since", since)
                    : texts.text("tell.contact.text", "since", since, "now", texts.list(now));
            return words(texts.text("tell.contact.subject"), text, accountLine());
        }

        private AnnouncementWords delegate(Announcement.DelegateChange one) {
            String news = one.isLetIn() ? one.may().code() : "ended";
            String text = texts.text(
                    "tell.delegate-text." + news,
                    "on",
                    figures.date(one.on()),
                    "reference",
                    figures.isolated(one.reference()));
            return words(
                    texts.text("tell.delegate-subject." + (one.isLetIn() ? "begun" : "ended")), text, accountLine());
        }

        private AnnouncementWords signIn(Announcement.SignInChange one) {
            String news = one.news().code();
            String text = texts.text("tell.sign-in-text." + news, "on", figures.date(one.on()));
            return words(
                    texts.text("tell.sign-in-subject"), text + " " + texts.text("tell.sign-in-doubt"), accountLine());
        }

        /// As in `sms +212***678`; the channel alone where nothing of the address can be read.
        private String rung(String code) {
            String[] parts = code.split(" ", 2);
            String channel = texts.text("channel." + parts[0]);
            if (parts[1].equals(Contact.HIDDEN)) {
                return channel;
            }
            boolean isOfLetters = parts[0].equals(Channel.POST.code());
            return channel + " " + (isOfLetters ? figures.foreign(parts[1]) : figures.isolated(parts[1]));
        }

        /// The form of a text for so many things; what they are is still to be filled in.
        private String counted(String text, List<String> things) {
            return figures.count(text, things.size());
        }

        private AnnouncementWords abnormalUse(Announcement.AbnormalUse one) {
            String meter = figures.foreign(one.meter());
            String text = AbnormalUseText.of(one.alarm(), one.range(), one.values(), one.unit(), language);
            String evidence = AbnormalUseText.evidence(one.alarm(), one.range(), one.values(), one.unit(), language);
            return new AnnouncementWords(
                    language,
                    texts.text("tell.abnormal-use.subject", "meter", meter),
                    told(text, texts.text("tell.abnormal-use.meter", "meter", meter), accountLine()),
                    texts.text("tell.abnormal-use.short." + one.unit().symbol(), "meter", meter, "evidence", evidence));
        }

        private AnnouncementWords reminder(Announcement.Reminder one) {
            String overdue = figures.money(one.overdue());
            String day = figures.date(one.on());
            List<String> items = one.items().stream().map(figures::foreign).toList();
            String text = texts.text(
                    "tell.reminder.text",
                    "day",
                    day,
                    "overdue",
                    overdue,
                    "account",
                    account,
                    "items",
                    texts.list(items));
            String fee = one.fee().isZero() ? "" : texts.text("tell.reminder.fee", "fee", figures.money(one.fee()));
            return new AnnouncementWords(
                    language,
                    texts.text("tell.reminder.subject", "overdue", overdue),
                    told(text, fee, texts.text("tell.reminder.help")),
                    texts.text("tell.reminder.short", "day", day, "overdue", overdue, "account", account));
        }

        private AnnouncementWords instalment(Announcement.InstalmentDue one) {
            String due = figures.date(one.dueOn());
            String open = figures.money(one.open());
            String text = texts.text(
                    "tell.instalment.text",
                    "ordinal",
                    one.ordinal(),
                    "of",
                    one.of(),
                    "arrangement",
                    one.arrangement(),
                    "open",
                    open,
                    "due",
                    due);
            return words(texts.text("tell.instalment.subject", "due", due, "open", open), text, accountLine());
        }

        private AnnouncementWords payment(Announcement.PaymentReceived one) {
            String amount = figures.money(one.amount());
            String text = texts.text(
                    "tell.payment.text",
                    "amount",
                    amount,
                    "day",
                    figures.date(one.on()),
                    "receipt",
                    figures.isolated(one.receipt()));
            return words(texts.text("tell.payment.subject", "amount", amount), text, accountLine());
        }

        private AnnouncementWords agreementEnd(Announcement.AgreementEnd one) {
            String text = texts.text(
                    "tell.agreement-end.text",
                    "service",
                    figures.service(one.service()),
                    "address",
                    figures.foreign(one.address()),
                    "agreement",
                    figures.isolated(one.agreement()),
                    "day",
                    figures.date(one.last()));
            String basis = texts.text("tell.agreement-end." + (one.isEstimated() ? "estimated" : "read"));
            return words(texts.text("tell.agreement-end.subject"), text + " " + basis, accountLine());
        }

        private AnnouncementWords contactRequest(Announcement.ContactRequest one) {
            String news = one.isToConfirm() ? "confirm" : "give";
            return words(
                    texts.text("tell.contact-request-subject." + news),
                    texts.text("tell.contact-request-text." + news),
                    accountLine());
        }

        /// What is said to one customer alone is no matter for a short message, which others may read on a screen.
        private AnnouncementWords requestAnswer(Announcement.RequestAnswer one) {
            String request = figures.isolated(Long.toString(one.request()));
            String day = figures.date(one.openedOn());
            List<String> lines = new ArrayList<>();
            lines.add(texts.text("tell.request.text", "request", request, "day", day));
            one.text()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(lines::add);
            lines.add(texts.text("tell.request.again"));
            lines.add(accountLine());
            String brief = texts.text("tell.request.short", "request", request, "day", day);
            return new AnnouncementWords(
                    language, texts.text("tell.request.subject", "request", request), lines, brief);
        }

        private AnnouncementWords readingDay(Announcement.ReadingDay one) {
            LocalDate first = one.range().from();
            LocalDate last = one.range().to().minusDays(1);
            String when = first.equals(last)
                    ? texts.text("tell.when.day", "day", figures.date(first))
                    : texts.text("tell.when.days", "from", figures.date(first), "to", figures.date(last));
            String text = counted("tell.reading-day.text", one.meters())
                    .replace("{meters}", meters(one.meters()))
                    .replace("{when}", when);
            String subject = counted("tell.reading-day.subject", one.meters()).replace("{when}", when);
            return words(subject, text, accountLine());
        }

        private AnnouncementWords ownReading(Announcement.OwnReading one) {
            String text =
                    InvitationText.of(one.from(), one.to(), one.legalReference(), one.meters(), one.chain(), language);
            return new AnnouncementWords(
                    language,
                    counted("tell.own-reading.subject", one.meters()),
                    told(text, accountLine()),
                    counted("tell.own-reading.short", one.meters())
                            .replace("{from}", figures.date(one.from()))
                            .replace("{meters}", meters(one.meters())));
        }

        private String meters(List<String> serials) {
            return texts.list(serials.stream().map(figures::isolated).toList());
        }

        private String accountLine() {
            return texts.text("tell.account", "account", account);
        }

        private AnnouncementWords words(String subject, String... lines) {
            return new AnnouncementWords(language, subject, told(lines), joined(lines));
        }

        private static List<String> told(String... lines) {
            return new ArrayList<>(
                    Stream.of(lines).filter(line -> !line.isEmpty()).toList());
        }

        private static String joined(String... lines) {
            return String.join(" ", told(lines));
        }
    }
}
