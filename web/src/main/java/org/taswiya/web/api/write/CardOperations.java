package org.taswiya.web.api.write;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.online.CardWishes;
import org.taswiya.store.online.CardWishes.Payable;
import org.taswiya.store.online.WishedCard;
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
import org.taswiya.web.pay.CardDesk;

/// Somebody is sent to the card provider's page: a customer, or a guest who knows an account and one of its bills.
public final class CardOperations {
    private static final String ACCOUNT = "/accounts/" + PathPart.ACCOUNT.inPath() + "/card-payments";
    private static final String GUEST = "/guest-card-payments";
    static final String AMOUNT = "[0-9]{1,10}\\.[0-9]{2}";

    /// Bills of one account that guests name, right or wrong, within the time of [Attempts].
    private static final int ASKED_MOST = 20;

    private final Site site;
    private final CardDesk desk;
    private final Attempts asked;

    public CardOperations(Site site, CardDesk desk) {
        this.site = site;
        this.desk = desk;
        this.asked = new Attempts(site, "bills of guests by programs", ASKED_MOST);
    }

    /// What can be paid.
    public record CardDue(
            @Says("The ISO 4217 code of all amounts.") String currency,
            @Says("What is due; goes into what is paid.") Money due,
            @Says("What of it is not disputed.") Money undisputed) {
        static CardDue of(Payable payable, String currency) {
            return new CardDue(currency, payable.due(), payable.undisputed());
        }
    }

    /// What somebody wants to pay.
    public record NewCardPayment(
            @Says(value = "Absent for all that is due.", pattern = "[0-9]{10}[A-Z]{2}") @Nullable String bill,

            @Says(value = "How much; absent for all of it.", pattern = AMOUNT) @Nullable String amount,

            @Says(value = "The `due` that was shown.", pattern = AMOUNT)
            String seen,

            @Says("Whether to pay although something is being paid.") @Nullable Boolean beside,

            @Says(
                    value = "In which language the provider's page speaks.",
                    oneOf = {"ar", "fr", "en"})
            String language) {}

    /// A bill that a guest names.
    public record GuestBill(
            @Says(value = "The account.", pattern = "[0-9]{10}")
            String account,

            @Says(value = "One of its bills.", pattern = "[0-9]{10}[A-Z]{2}")
            String bill) {}

    /// What a guest wants to pay.
    public record NewGuestPayment(
            @Says(value = "The account.", pattern = "[0-9]{10}")
            String account,

            @Says(value = "One of its bills.", pattern = "[0-9]{10}[A-Z]{2}")
            String bill,

            @Says(value = "The `due` that was shown.", pattern = AMOUNT)
            String seen,

            @Says(
                    value = "In which language the provider's page speaks.",
                    oneOf = {"ar", "fr", "en"})
            String language) {}

    /// Where they are to be sent.
    public record CardPage(
            @Says("By what the attempt is known.") String attempt,

            @Says("The address of the provider's page, for their browser.")
            String page) {}

    public List<Operation> all() {
        return List.of(
                Operation.get("getCardDue", ACCOUNT, "What an account can pay by card.", CardDue.class, this::due)
                        .needing(ApiScope.CARDS),
                Operation.post(
                                "payByCard",
                                ACCOUNT,
                                "Begins a payment by card, on the provider's page.",
                                ApiScope.CARDS,
                                NewCardPayment.class,
                                201,
                                CardPage.class,
                                this::pay)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.CHANGED_SINCE, ProblemKind.CARD_REFUSED),
                Operation.look(
                                "getGuestDue",
                                GUEST + "/due",
                                "What is due of a bill, for who knows its account and its number; the same whatever is"
                                        + " wrong.",
                                ApiScope.CARDS,
                                GuestBill.class,
                                CardDue.class,
                                this::guestDue)
                        .refusing(ProblemKind.NOT_FOUND),
                Operation.post(
                                "payAsGuest",
                                GUEST,
                                "Begins a guest's payment of a bill by card, on the provider's page.",
                                ApiScope.CARDS,
                                NewGuestPayment.class,
                                201,
                                CardPage.class,
                                this::guestPays)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.CHANGED_SINCE, ProblemKind.CARD_REFUSED));
    }

    private Reply due(Call call) {
        String account = Accounts.opened(site, call);
        return CardWishes.payable(site.database(), account, null, desk.today())
                .map(payable -> Reply.of(CardDue.of(payable, site.currency())))
                .orElseThrow(Call::unknown);
    }

    private Reply pay(Call call) {
        String account = Accounts.opened(site, call);
        NewCardPayment given = call.body(NewCardPayment.class);
        Optional<BillNumber> bill = given.bill() == null ? Optional.empty() : BillNumber.parse(given.bill());
        Money part = given.amount() == null ? null : Money.parse(given.amount());
        if (given.bill() != null && bill.isEmpty()) {
            return faulty("/bill", "is no number of a bill");
        }
        if (part != null && part.isZero()) {
            return faulty("/amount", "nothing is paid by 0.00");
        }
        CardDesk.Wanted wanted = new CardDesk.Wanted(
                account,
                bill.orElse(null),
                part,
                Money.parse(given.seen()),
                Objects.requireNonNullElse(given.beside(), false),
                "api key " + call.bearer().id());
        return sent(call, wanted, given.language());
    }

    private static Reply faulty(String at, String found) {
        return new Reply.Refused(
                Problem.of(ProblemKind.BAD_BODY, "Nothing was written.", List.of(new Fault(at, found))));
    }

    private Reply sent(Call call, CardDesk.Wanted wanted, String language) {
        if (!desk.isOpen()) {
            return refused("closed", "the utility takes no cards here");
        }
        Language spoken = Language.ofCode(language).orElseThrow();
        Reply reply = OnceDone.within(
                site.database(),
                call.request(),
                connection -> asked(call, site.database().within(connection), wanted, spoken));
        if (reply instanceof Reply.Told(int _, CardPage page)) {
            desk.redirected(page.attempt()); // once it stands
        }
        return reply;
    }

    private Reply asked(Call call, Database books, CardDesk.Wanted wanted, Language language) {
        return switch (desk.ask(books, wanted, "api key " + call.bearer().id())) {
            case WishedCard.Sent(var attempt, String token, boolean _) ->
                new Reply.Told(
                        201,
                        new CardPage(
                                attempt.name(),
                                desk.page(attempt, token, language, call.local())
                                        .toString()));
            case WishedCard.Changed _ ->
                new Reply.Refused(Problem.of(
                        ProblemKind.CHANGED_SINCE,
                        "Nothing was written: what is due is no longer what was shown. Look at it again."));
            case WishedCard.Underway _ -> refused("underway", "something of the account is being paid");
            case WishedCard.TooMuch _ -> refused("too-much", "it is more than all of it");
            case WishedCard.Unknown _ -> throw Call.unknown();
        };
    }

    private static Reply refused(String reason, String found) {
        return new Reply.Refused(
                new Problem(ProblemKind.CARD_REFUSED, "Nothing was written: " + found + ".", null, reason));
    }

    /// Right or wrong, so many of an account are looked at and no more.
    private void count(String account) {
        if (!asked.isAllowed(account)) {
            throw Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS,
                            "Too many bills of this account were named. Wait for a quarter of an hour.")
                    .thrown();
        }
    }

    private Reply guestDue(Call call) {
        GuestBill given = call.body(GuestBill.class);
        count(given.account());
        return BillNumber.parse(given.bill())
                .flatMap(number -> CardWishes.payable(
                        site.seenBy(List.of(given.account())).database(), given.account(), number, desk.today()))
                .map(payable -> Reply.of(CardDue.of(payable, site.currency())))
                .orElseThrow(Call::unknown);
    }

    private Reply guestPays(Call call) {
        NewGuestPayment given = call.body(NewGuestPayment.class);
        count(given.account());
        BillNumber number = BillNumber.parse(given.bill()).orElseThrow(Call::unknown);
        CardDesk.Wanted wanted = new CardDesk.Wanted(
                given.account(),
                number,
                null,
                Money.parse(given.seen()),
                true,
                "a guest by api key " + call.bearer().id());
        return sent(call, wanted, given.language());
    }
}
