package org.taswiya.web.pay;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.online.AttemptState;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.online.CardAttempts;
import org.taswiya.store.online.StandingAttempt;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Receipts;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What has come of a payment. Whoever was sent to the provider comes back here with a token, signed in or not; that
/// somebody is back does not mean that anything was paid, so the page says what the books say.
@Controller
public final class PaidPages {
    private final Site site;
    private final CardDesk desk;
    private final Problems problems;

    PaidPages(Site site, CardDesk desk, Problems problems) {
        this.site = site;
        this.desk = desk;
        this.problems = problems;
    }

    /// @param receipts of all that was paid by it, the first one first
    /// @param isOwner whether they may see what was settled by it, and the account
    public record Paid(StandingAttempt standing, List<Receipt> receipts, boolean isOwner) {
        public Paid {
            receipts = List.copyOf(receipts);
        }

        /// Whether anything may still come of it.
        public boolean isOpen() {
            return switch (standing.state()) {
                case ASKED, REDIRECTED, EXPIRED -> true;
                case AUTHORISED, REFUSED, REFUNDED -> false;
            };
        }

        public boolean isRefused() {
            return standing.state() == AttemptState.REFUSED;
        }

        /// What all of it left to the customer's credit.
        public Money credit() {
            return receipts.stream().map(Receipt::credit).reduce(Money.ZERO, Money::plus);
        }
    }

    @GetMapping("/paid/{attempt:CP[0-9]{10}}")
    ResponseEntity<byte[]> paid(
            @PathVariable("attempt") String attempt,
            @RequestParam(name = "token", defaultValue = "") String token,
            HttpServletRequest request) {
        Optional<String> account = CardAttempts.account(site.seenBy(List.of()).database(), attempt, token);
        if (account.isEmpty()) {
            return problems.unknown(request);
        }
        Database seen = site.seenBy(List.of(account.get())).database();
        if (standing(seen, attempt).receipts().isEmpty()) {
            desk.hear(attempt);
        }
        StandingAttempt now = standing(seen, attempt);
        List<Receipt> receipts = now.receipts().stream()
                .flatMap(number -> Receipts.of(seen, number).stream())
                .toList();
        boolean isOwner = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn customer
                && customer.sees(now.attempt().account());
        return Rendered.page("pay/paid", Frame.of(site, request), new Paid(now, receipts, isOwner));
    }

    /// As their own page may see it.
    private StandingAttempt standing(Database seen, String attempt) {
        return CardAttempts.named(seen, attempt, desk.now()).orElseThrow();
    }
}
