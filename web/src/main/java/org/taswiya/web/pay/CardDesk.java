package org.taswiya.web.pay;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.quantity.Money;
import org.taswiya.server.online.OnlineDoor;
import org.taswiya.server.online.ProviderRounds;
import org.taswiya.server.online.Takings;
import org.taswiya.server.page.Fields;
import org.taswiya.server.page.PageAsked;
import org.taswiya.server.page.PageTold;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.online.CardAttempts;
import org.taswiya.store.online.CardWish;
import org.taswiya.store.online.CardWishes;
import org.taswiya.store.online.WishedCard;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.AgencyTerms.Cards;
import org.taswiya.web.Site;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Rendered;

/// Between the pages and the provider.
@Component
public final class CardDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CardDesk.class);

    /// A customer waits no longer for what the provider says; it is booked all the same when it comes.
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final Site site;
    private final @Nullable Cards cards;

    CardDesk(Site site, AgencyTerms terms) {
        this.site = site;
        this.cards = terms.cards();
    }

    public boolean isOpen() {
        return cards != null;
    }

    /// @param bill null for all that the account owes
    /// @param part null for all that is due
    /// @param seen what was shown as due
    /// @param who pays, as it is written down
    public record Wanted(
            String account,
            @Nullable BillNumber bill,
            @Nullable Money part,
            Money seen,
            boolean isBeside,
            String who) {}

    WishedCard ask(Wanted wanted) {
        return ask(site.database(), wanted, "online agency");
    }

    /// The same in the books that somebody has open.
    ///
    /// @param by what is asked by
    public WishedCard ask(Database books, Wanted wanted, String by) {
        Cards taken = Objects.requireNonNull(cards);
        CardWish wish = new CardWish(
                taken.provider().name(),
                wanted.account(),
                wanted.bill(),
                wanted.part(),
                wanted.seen(),
                wanted.isBeside(),
                taken.within());
        return CardWishes.ask(books, wish, today(), new Change(now(), by, "paid by card by " + wanted.who()));
    }

    /// Off to the provider's page.
    ResponseEntity<byte[]> send(CardAttempt attempt, String token, HttpServletRequest request) {
        CardAttempts.redirected(site.database(), attempt, now());
        URI local = URI.create("http://" + request.getLocalAddr() + ":" + request.getLocalPort());
        URI page = page(attempt, token, PageLanguage.of(request), local);
        return Rendered.go(page.toString());
    }

    /// The provider's page of an attempt.
    ///
    /// @param local how these pages are reached where nothing else is said
    public URI page(CardAttempt attempt, String token, Language language, URI local) {
        Cards taken = Objects.requireNonNull(cards);
        URI self = Objects.requireNonNullElse(taken.self(), local);
        String query = Fields.of("token", token, "lang", language.code()).text();
        URI back = self.resolve("/paid/" + attempt.name() + "?" + query);
        return taken.provider().page(attempt, back, self.resolve("/online/notice"));
    }

    /// Writes down that somebody is sent there.
    public void redirected(String attempt) {
        CardAttempts.named(site.database(), attempt, now())
                .ifPresent(standing -> CardAttempts.redirected(site.database(), standing.attempt(), now()));
    }

    /// Asks the provider what has come of an attempt, and books what it says.
    void hear(String attempt) {
        if (cards == null) {
            return;
        }
        ProviderRounds rounds = new ProviderRounds(takings());
        Thread asking = Thread.startVirtualThread(() -> {
            try {
                rounds.ask(attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("what has come of {} is not known", attempt, e);
            }
        });
        try {
            asking.join(ANSWER_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the provider tells by itself.
    PageTold told(String body, String signature) {
        OnlineDoor door = new OnlineDoor(
                takings(),
                new OnlineDoor.Terms(
                        URI.create("/"),
                        site.currency(),
                        Objects.requireNonNull(cards).within()));
        return door.answer(new PageAsked("POST", "/online/notice", "", signature, body));
    }

    private Takings takings() {
        return new Takings(
                site.database(),
                site.profile().utility(),
                Objects.requireNonNull(cards).provider(),
                site.clock());
    }

    Instant now() {
        return Instant.now(site.clock()).truncatedTo(ChronoUnit.MILLIS);
    }

    public LocalDate today() {
        return LocalDate.now(site.clock());
    }
}
