package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountsOf;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.store.lookup.AccountTimeline;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// Everything about a customer's account on one page.
@Controller
public final class AccountPages {
    private static final int ON_A_PAGE = 50;

    /// Nobody turns more pages by hand.
    private static final int PAGES_MOST = 10_000;

    private final Site site;
    private final Problems problems;

    AccountPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param others accounts of the same customer
    /// @param past what happened, the newest first
    /// @param page from 1
    /// @param rights of who reads it
    public record Account(
            FoundAccount who,
            AccountStatement statement,
            List<StatedAgreement> agreements,
            List<String> others,
            LocalDate today,
            AccountTimeline.Page past,
            int page,
            Set<StaffRight> rights) {
        public Account {
            agreements = List.copyOf(agreements);
            others = List.copyOf(others);
            rights = Set.copyOf(rights);
        }
    }

    @GetMapping("/staff/accounts/{account:[0-9]{10}}")
    ResponseEntity<byte[]> account(
            @PathVariable("account") String account,
            @RequestParam(name = "page", defaultValue = "1") String typed,
            StaffSignedIn staff,
            HttpServletRequest request) {
        return CustomerSearch.account(site.database(), account)
                .map(who -> shown(who, pageOf(typed), staff, request))
                .orElseGet(() -> problems.unknown(request));
    }

    private static int pageOf(String typed) {
        return typed.matches("[0-9]{1,5}") ? Math.clamp(Integer.parseInt(typed), 1, PAGES_MOST) : 1;
    }

    private ResponseEntity<byte[]> shown(FoundAccount who, int page, StaffSignedIn staff, HttpServletRequest request) {
        Instant now = Instant.now(site.clock());
        String account = who.account();
        StaffTrail.looked(site.database(), staff.staff(), request.getRemoteAddr(), now, account, "account");
        Account shown = new Account(
                who,
                AccountStatement.of(site.database(), List.of(account)).getFirst(),
                StatedAgreement.of(site.database(), List.of(account)),
                AccountsOf.customerWith(site.database(), account).stream()
                        .filter(other -> !other.equals(account))
                        .toList(),
                LocalDate.ofInstant(now, site.clock().getZone()),
                AccountTimeline.of(site.database(), account, page, ON_A_PAGE),
                page,
                StaffDoor.rights(site.database(), staff.staff(), staff.ticket()));
        return Rendered.page("console/account", Frame.of(site, request), shown);
    }
}
