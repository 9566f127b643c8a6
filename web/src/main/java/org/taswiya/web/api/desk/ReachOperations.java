package org.taswiya.web.api.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.run.desk.DeskContacts;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.message.ContactSet;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.ContactsAtOnce;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.api.write.OnceDone;
import org.taswiya.web.console.act.ReachedPages;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.page.TypedAddress;
import org.taswiya.web.page.TypedWords;

/// How customers are reached, as staff say it: an address that a code confirms, or that counts at once and opens
/// nothing before somebody else stands for it.
public final class ReachOperations {
    private static final String ACCOUNT = "/accounts/" + PathPart.ACCOUNT.inPath();
    private static final String APPROVALS = "/contact-approvals";
    private static final int CODES = 1_000_000;
    private static final int WAITING_MOST = 200;

    private final Site site;
    private final Attempts sent;

    public ReachOperations(Site site) {
        this.site = site;
        this.sent = ReachedPages.codesSent(site);
    }

    /// An address that somebody has told.
    public record TakenContact(
            @Says(value = "An e-mail address or a number.", least = 3, most = 100)
            String address,

            @Says(
                    value = "Whether its customer confirms it by a code, or messages go there at once.",
                    oneOf = {"code", "at-once"})
            String how,

            @Says(
                    value = "How they have shown who they are; needed at once.",
                    most = AdjustmentJson.WORDS_MOST,
                    isOfLines = true)
            @Nullable String why) {}

    /// What came of it.
    public record ContactTaken(
            @Says("The account.") String account,

            @Says(
                    value = "Whether a code was sent, or messages go there from now on.",
                    oneOf = {"sent", "written"})
            String outcome) {}

    /// In which language a customer is told.
    public record SpokenLanguage(
            @Says(
                    value = "Theirs from now on.",
                    oneOf = {"ar", "fr", "en"})
            String language) {}

    /// An address that waits for a second person.
    public record WaitingContact(
            @Says("Whose it is.") String account,
            @Says("The change that wrote it down.") String change,
            @Says("By which channel.") String channel,
            @Says("The address.") String address,
            @Says("Who wrote it down.") String author) {}

    /// All that wait.
    public record WaitingContacts(
            @Says("The first ones first, two hundred at most.")
            List<WaitingContact> contacts) {
        public WaitingContacts {
            contacts = List.copyOf(contacts);
        }
    }

    /// A second person stands for an address.
    public record VouchedContact(
            @Says(value = "The account.", pattern = "[0-9]{10}")
            String account,

            @Says(value = "The change that wrote it down.", pattern = "[1-9][0-9]{0,17}")
            String change,

            @Says(
                    value = "By which channel.",
                    oneOf = {"email", "sms"})
            String channel,

            @Says(value = "Why.", least = 1, most = AdjustmentJson.WORDS_MOST, isOfLines = true)
            String why) {}

    public List<Operation> all() {
        return List.of(
                Operation.post(
                                "takeContact",
                                ACCOUNT + "/taken-contacts",
                                "Writes down by what a customer is reached, as they have told staff.",
                                ApiScope.REACH,
                                TakenContact.class,
                                201,
                                ContactTaken.class,
                                this::take)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND),
                Operation.post(
                                "setLanguage",
                                ACCOUNT + "/language",
                                "Says in which language a customer is told; twice is once.",
                                ApiScope.REACH,
                                SpokenLanguage.class,
                                200,
                                SpokenLanguage.class,
                                this::speak)
                        .byMethod("PUT")
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.DECISION_REFUSED),
                Operation.get(
                                "listWaitingContacts",
                                APPROVALS,
                                "Addresses that wait for a second person.",
                                WaitingContacts.class,
                                this::waiting)
                        .needing(ApiScope.APPROVALS)
                        .refusing(ProblemKind.RIGHT_MISSING),
                Operation.post(
                                "vouchForContact",
                                APPROVALS,
                                "Stands for an address that somebody else has written down.",
                                ApiScope.APPROVALS,
                                VouchedContact.class,
                                201,
                                ContactTaken.class,
                                this::vouch)
                        .refusing(ProblemKind.RIGHT_MISSING, ProblemKind.NOT_FOUND, ProblemKind.DECISION_REFUSED));
    }

    private Reply take(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.CUSTOMERS, StaffRight.REQUESTS);
        String account = Accounts.opened(site, call);
        TakenContact given = call.body(TakenContact.class);
        Channel channel = given.address().contains("@") ? Channel.EMAIL : Channel.SMS;
        Optional<Contact> to = TypedAddress.parse(
                channel, given.address(), site.profile().postal().country());
        if (to.isEmpty()) {
            return DeskReplies.faulty("/address", "is no address and no number");
        }
        boolean isByCode = given.how().equals("code");
        String why = given.why() == null ? "" : TypedWords.plain(given.why()).strip();
        if (!isByCode && why.isEmpty()) {
            return DeskReplies.faulty("/why", "is missing: how have they shown who they are?");
        }
        return OnceDone.within(
                site.database(),
                call.request(),
                connection -> isByCode
                        ? sentTo(site.database().within(connection), account, to.get(), acting)
                        : written(site.database().within(connection), account, to.get(), acting, why));
    }

    private Reply sentTo(Database books, String account, Contact to, Acting acting) {
        if (!sent.isAllowed(account)) {
            return new Reply.Refused(Problem.of(
                    ProblemKind.TOO_MANY_REQUESTS, "Too many codes were sent. Wait for a quarter of an hour."));
        }
        String code = String.format(Locale.ROOT, "%06d", site.random().nextInt(CODES));
        Language language = Contacts.on(site.database(), account, Acting.today(site))
                .map(ContactSet::language)
                .orElse(null);
        DeskContacts.confirm(books, account, to, code, language, acting.actor());
        return new Reply.Told(201, new ContactTaken(account, "sent"));
    }

    private Reply written(Database books, String account, Contact to, Acting acting, String why) {
        DeskContacts.write(books, account, to, Acting.today(site), acting.actor(), why);
        return new Reply.Told(201, new ContactTaken(account, "written"));
    }

    private Reply speak(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.CUSTOMERS, StaffRight.REQUESTS);
        String account = Accounts.opened(site, call);
        SpokenLanguage wanted = call.body(SpokenLanguage.class);
        Optional<ContactSet> held = Contacts.on(site.database(), account, Acting.today(site));
        if (held.isEmpty()) {
            return DeskReplies.refused("unreached", "nothing reaches the account; write down an address first");
        }
        Language language = Language.ofCode(wanted.language()).orElseThrow();
        DeskContacts.speak(site.database(), held.get(), language, Acting.today(site), acting.actor());
        return Reply.of(wanted);
    }

    private Reply waiting(Call call) {
        Acting.of(site, call, StaffRight.CUSTOMERS, StaffRight.APPROVALS);
        return Reply.of(new WaitingContacts(
                ContactsAtOnce.waiting(site.database(), Acting.today(site), WAITING_MOST).stream()
                        .map(one -> new WaitingContact(
                                one.account(),
                                Long.toString(one.change()),
                                one.contact().channel().code(),
                                one.contact().address(),
                                one.author()))
                        .toList()));
    }

    private Reply vouch(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.CUSTOMERS, StaffRight.APPROVALS);
        VouchedContact given = call.body(VouchedContact.class);
        Channel channel = Channel.ofCode(given.channel()).orElseThrow();
        long change = Long.parseLong(given.change());
        String why = TypedWords.plain(given.why()).strip();
        if (why.isEmpty()) {
            return DeskReplies.faulty("/why", "found no words");
        }
        return OnceDone.within(site.database(), call.request(), connection -> {
            call.about(ContactsAtOnce.waiting(site.database(), given.account(), change, channel, Acting.today(site))
                    .orElseThrow(Call::unknown)
                    .account());
            return switch (DeskContacts.vouch(
                    site.database().within(connection),
                    given.account(),
                    change,
                    channel,
                    Acting.today(site),
                    acting.actor(),
                    why)) {
                case DONE -> new Reply.Told(201, new ContactTaken(given.account(), "written"));
                case CHANGED -> throw Call.unknown();
                case SAME_PERSON -> DeskReplies.refused("same-person", "who has written it down does not stand for it");
            };
        });
    }
}
