package org.taswiya.web.api.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactCodes.Given;
import org.taswiya.store.message.Contacts;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.TypedAddress;

/// How an account is reached: a new address is theirs when somebody has given the code that was sent there.
public final class ContactOperations {
    private static final String PATH = "/accounts/" + PathPart.ACCOUNT.inPath() + "/contacts";
    private static final int CODES = 1_000_000;

    /// Of an account, within the time of [Attempts]: nobody floods a telephone.
    private static final int SENT_MOST = 5;

    private final Site site;
    private final Attempts sent;

    public ContactOperations(Site site) {
        this.site = site;
        this.sent = new Attempts(site, "codes sent to a contact", SENT_MOST);
    }

    /// An address.
    public record ContactAddress(
            @Says("By which channel.") String channel,

            @Says("Where; of push and post nothing is said here.") @Nullable String address,

            @Says("Whether a code has shown that it is theirs.")
            boolean confirmed) {}

    /// All of an account.
    public record ContactAddresses(
            @Says("In the order in which they are tried.") List<ContactAddress> contacts) {
        public ContactAddresses {
            contacts = List.copyOf(contacts);
        }
    }

    /// A new one.
    public record NewContact(
            @Says(
                    value = "By which channel.",
                    oneOf = {"sms", "email"})
            String channel,

            @Says(value = "A telephone number as it is dialled, or an e-mail address.", least = 3, most = 254)
            String address,

            @Says(
                    value = "The language of the message with the code; absent for the account's own.",
                    oneOf = {"ar", "fr", "en"})
            @Nullable String language) {}

    /// A code is on its way.
    public record CodeSent(
            @Says("The account.") String account,
            @Says("By which channel.") String channel,
            @Says("How many minutes it is good for.") int minutes) {}

    /// What somebody has read there.
    public record ContactCode(
            @Says(value = "The six digits.", pattern = "[0-9]{6}")
            String code) {}

    /// What came of it.
    public record CodeTaken(
            @Says("The account.") String account,

            @Says(
                    value = "Whether the address is theirs from now on, the code was another one, or none waits.",
                    oneOf = {"confirmed", "wrong", "none-waits"})
            String outcome,

            @Says("How many tries are left after a wrong one.") @Nullable Integer left) {}

    public List<Operation> all() {
        return List.of(
                Operation.get("listContacts", PATH, "How an account is reached.", ContactAddresses.class, this::list)
                        .needing(ApiScope.CONTACTS),
                Operation.post(
                                "addContact",
                                PATH,
                                "Sends a code to a new address; with it the address is theirs.",
                                ApiScope.CONTACTS,
                                NewContact.class,
                                202,
                                CodeSent.class,
                                this::add)
                        .refusing(ProblemKind.NOT_FOUND),
                Operation.post(
                                "confirmContact",
                                PATH + "/code",
                                "Gives the code. The address takes the place of the one of its channel.",
                                ApiScope.CONTACTS,
                                ContactCode.class,
                                200,
                                CodeTaken.class,
                                this::confirm)
                        .refusing(ProblemKind.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private Change why(Call call, String what) {
        return new Change(Instant.now(site.clock()), "api key " + call.bearer().id(), what);
    }

    private Reply list(Call call) {
        String account = Accounts.opened(site, call);
        Set<String> confirmed = ContactCodes.confirmed(site.database(), account);
        return Reply.of(new ContactAddresses(
                Contacts.on(site.database(), account, today())
                        .map(set -> set.ladder().rungs())
                        .orElse(List.of())
                        .stream()
                        .map(contact -> shown(contact, confirmed))
                        .toList()));
    }

    private static ContactAddress shown(Contact contact, Set<String> confirmed) {
        boolean isShown = contact.channel() == Channel.SMS || contact.channel() == Channel.EMAIL;
        return new ContactAddress(
                contact.channel().code(), isShown ? contact.address() : null, confirmed.contains(contact.address()));
    }

    private Reply add(Call call) {
        String account = Accounts.opened(site, call);
        NewContact given = call.body(NewContact.class);
        Optional<Contact> to = Channel.ofCode(given.channel())
                .flatMap(channel -> TypedAddress.parse(
                        channel, given.address(), site.profile().postal().country()));
        if (to.isEmpty()) {
            return new Reply.Refused(Problem.of(
                    ProblemKind.BAD_BODY,
                    "Nothing was sent.",
                    List.of(new Fault("/address", "is none of that channel"))));
        }
        if (!sent.isAllowed(account)) {
            return new Reply.Refused(Problem.of(
                    ProblemKind.TOO_MANY_REQUESTS,
                    "An account is sent " + SENT_MOST + " codes in a quarter of an hour. Nothing was sent."));
        }
        String code = String.format(Locale.ROOT, "%06d", site.random().nextInt(CODES));
        Language language = Optional.ofNullable(given.language())
                .flatMap(PageLanguage::ofCode)
                .orElse(null);
        Change why = why(call, "new address, to confirm");
        return OnceDone.inBooks(site.database(), call.request(), why, (connection, change) -> {
            ContactCodes.send(connection, account, to.get(), code, language, why.at(), change);
            return new Reply.Told(202, new CodeSent(account, given.channel(), (int) ContactCodes.GOOD_FOR.toMinutes()));
        });
    }

    private Reply confirm(Call call) {
        String account = Accounts.opened(site, call);
        String code = call.body(ContactCode.class).code();
        Change why = why(call, "confirmed by a code");
        return OnceDone.inBooks(
                site.database(),
                call.request(),
                why,
                (connection, change) -> new Reply.Told(
                        200, taken(account, ContactCodes.give(connection, account, code, today(), why.at(), change))));
    }

    private static CodeTaken taken(String account, Given given) {
        return switch (given) {
            case Given.Right _ -> new CodeTaken(account, "confirmed", null);
            case Given.Wrong(int left) -> new CodeTaken(account, "wrong", left);
            case Given.NoneWaits _ -> new CodeTaken(account, "none-waits", null);
        };
    }
}
