package org.taswiya.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.Delegates;
import org.taswiya.store.access.Delegates.LookedAfter;
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

    /// @param accounts of the customer, then those that they look after, each with its bills, the newest first
    /// @param others those that they look after, by their references
    /// @param isAsked whether somebody wants them to look after an account
    public record Home(
            List<AccountStatement> accounts, Map<String, LookedAfter> others, boolean isAsked, LocalDate today) {
        public Home {
            accounts = List.copyOf(accounts);
            others = Map.copyOf(others);
        }
    }

    @GetMapping("/home")
    ResponseEntity<byte[]> home(SignedIn customer, HttpServletRequest request) {
        Frame frame = Frame.of(site, request);
        LocalDate today = LocalDate.now(site.clock());
        Map<String, LookedAfter> others =
                Delegates.lookedAfter(site.database(), customer.accounts(), frame.language()).stream()
                        .collect(Collectors.toMap(LookedAfter::account, one -> one, (_, later) -> later));
        boolean isAsked = !Delegates.invitations(site.database(), customer.accounts(), today, frame.language())
                .isEmpty();
        List<AccountStatement> accounts =
                AccountStatement.of(SignedIn.seen(site).database().asking(), customer.seenAccounts());
        return Rendered.page("home", frame, new Home(accounts, others, isAsked, today));
    }
}
