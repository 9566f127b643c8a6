package org.taswiya.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// What somebody owes, why, and what they can do: the first page after the sign-in.
@Controller
public final class HomePages {
    private final Site site;

    HomePages(Site site) {
        this.site = site;
    }

    /// @param accounts of the customer, each with its bills, the newest first
    public record Home(List<AccountStatement> accounts, LocalDate today) {
        public Home {
            accounts = List.copyOf(accounts);
        }
    }

    @GetMapping("/home")
    ResponseEntity<byte[]> home(SignedIn customer, HttpServletRequest request) {
        return Rendered.page(
                "home",
                Frame.of(site, request),
                new Home(AccountStatement.of(SignedIn.seen(site).database(), customer.accounts()), LocalDate.now(site.clock())));
    }
}
