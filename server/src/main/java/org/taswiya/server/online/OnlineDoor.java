package org.taswiya.server.online;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.online.AttemptState;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.online.NoticeReason;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.deliver.wording.OnlineText;
import org.taswiya.deliver.wording.OnlineText.Label;
import org.taswiya.server.page.Fields;
import org.taswiya.server.page.Html;
import org.taswiya.server.page.PageAsked;
import org.taswiya.server.page.PageTold;
import org.taswiya.server.page.Pages;
import org.taswiya.store.online.AskedCard;
import org.taswiya.store.online.CardAttempts;
import org.taswiya.store.online.NoticeAnswer;
import org.taswiya.store.online.StandingAttempt;

/// Answers customers who pay by card, and the provider. Many threads may ask at once.
///
/// `GET /online` asks for an account and one of its bills; `POST /online/pay` sends the customer to the provider;
/// `GET /online/back/<attempt>?token=` says how far it is; `POST /online/notice` is for the provider.
public final class OnlineDoor implements Pages {
    private static final Logger LOG = Logger.getLogger(OnlineDoor.class.getName());
    private static final String BACK = "/online/back/";

    private final Takings takings;
    private final Terms terms;

    /// How it is done here.
    ///
    /// @param self how customers and the provider reach this server, such as `https://pay.example`
    /// @param currency the ISO code of the money
    /// @param within how long something is to be heard of an attempt
    public record Terms(URI self, String currency, Duration within) {}

    public OnlineDoor(Takings takings, Terms terms) {
        this.takings = takings;
        this.terms = terms;
    }

    @Override
    public PageTold answer(PageAsked asked) {
        try {
            String path = asked.path();
            if (path.equals("/online/notice")) {
                return asked.isPost() ? notice(asked) : PageTold.unknown();
            }
            if (path.equals("/online/pay")) {
                return asked.isPost() ? pay(Fields.parse(asked.body())) : PageTold.go("/online");
            }
            if (path.startsWith(BACK)) {
                return back(path.substring(BACK.length()), Fields.parse(asked.query()));
            }
            return path.equals("/online")
                    ? PageTold.html(200, form(language(Fields.parse(asked.query())), null))
                    : PageTold.unknown();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no answer to " + asked.path(), e);
            return PageTold.text(503, "failed: whether it was done is not known; the same again is safe\n");
        }
    }

    private PageTold notice(PageAsked asked) {
        NoticeAnswer answer = takings.take(takings.provider().heard(asked.body(), asked.signature()), asked.body());
        return switch (answer) {
            case NoticeAnswer.Kept(var _, var reason, var _) ->
                PageTold.text(200, reason == null ? "kept\n" : "kept: " + reason.code() + "\n");
            case NoticeAnswer.Refused(var reason, var found) -> {
                LOG.log(Level.WARNING, "a notice is refused, {0}: {1}", new Object[] {reason.code(), found});
                yield PageTold.text(status(reason), reason.code() + ": " + found + "\n");
            }
        };
    }

    private static int status(NoticeReason reason) {
        return switch (reason) {
            case BAD_SIGNATURE -> 401;
            case BAD_NOTICE, BAD_AMOUNT -> 400;
            case OTHER_UTILITY, UNKNOWN_ATTEMPT, OTHER_CONTENTS -> 409;
            case PAID_AGAIN, OTHER_AMOUNT, ALREADY_CLOSED, CANCELLED_ITEM, NOT_PAYABLE, LATE ->
                throw new IllegalArgumentException(reason + " is booked");
        };
    }

    private PageTold pay(Fields fields) {
        Language language = language(fields);
        Optional<BillNumber> bill = BillNumber.parse(fields.get("bill").strip());
        if (bill.isEmpty()) {
            return PageTold.html(404, form(language, Label.UNKNOWN_BILL));
        }
        CardAttempts.Wish wish = new CardAttempts.Wish(
                takings.provider().name(), fields.get("account").strip(), bill.get(), terms.within());
        return switch (CardAttempts.ask(
                takings.database(), wish, takings.today(), takings.change("customers who pay by card"))) {
            case AskedCard.Asked(var attempt, var token) -> sent(attempt, token, language);
            case AskedCard.Refused(var reason) ->
                switch (reason) {
                    case UNKNOWN_BILL -> PageTold.html(404, form(language, Label.UNKNOWN_BILL));
                    case NOTHING_DUE -> PageTold.html(409, form(language, Label.NOTHING_DUE));
                };
        };
    }

    private PageTold sent(CardAttempt attempt, String token, Language language) {
        CardAttempts.redirected(takings.database(), attempt, takings.now());
        URI back = terms.self()
                .resolve(BACK + attempt.name() + "?"
                        + Fields.of("token", token, "lang", language.code()).text());
        URI page = takings.provider().page(attempt, back, terms.self().resolve("/online/notice"));
        return PageTold.go(page.toString());
    }

    private PageTold back(String name, Fields query) {
        Language language = language(query);
        Optional<StandingAttempt> found = CardAttempts.named(takings.database(), name, takings.now())
                .filter(standing -> isSame(standing.token(), query.get("token")));
        return found.map(standing -> PageTold.html(200, standing(standing, language)))
                .orElseGet(() -> PageTold.html(404, form(language, Label.UNKNOWN)));
    }

    private static boolean isSame(String token, String told) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8));
    }

    private String standing(StandingAttempt standing, Language language) {
        OnlineText text = text(language);
        Html page = new Html(language, text.label(Label.TITLE))
                .paragraph(text.state(standing.state()))
                .paragraph(text.amount(standing.attempt().amount()));
        for (ReceiptNumber receipt : standing.receipts()) {
            page.paragraph(text.receipt(receipt));
        }
        if (standing.state() == AttemptState.REDIRECTED || standing.state() == AttemptState.EXPIRED) {
            String same = Fields.of("token", standing.token(), "lang", language.code())
                    .text();
            page.link(BACK + standing.attempt().name() + "?" + same, text.label(Label.RELOAD));
        }
        return page.text();
    }

    private String form(Language language, @Nullable Label wrong) {
        OnlineText text = text(language);
        Html page = new Html(language, text.label(Label.TITLE));
        if (wrong != null) {
            page.paragraph(text.label(wrong));
        }
        return page.form("/online/pay")
                .input("account", text.label(Label.ACCOUNT))
                .input("bill", text.label(Label.BILL))
                .hidden("lang", language.code())
                .button("do", "pay", text.label(Label.PAY))
                .end()
                .link("/online?lang=" + other(language).code(), language == Language.AR ? "Français" : "العربية")
                .text();
    }

    private static Language other(Language language) {
        return language == Language.AR ? Language.FR : Language.AR;
    }

    private static Language language(Fields fields) {
        return Language.ofCode(fields.get("lang")).orElse(Language.AR);
    }

    private OnlineText text(Language language) {
        return new OnlineText(language, terms.currency());
    }
}
