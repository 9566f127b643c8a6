package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.web.Site;
import org.taswiya.web.agency.BillPages;
import org.taswiya.web.page.Problems;

/// A bill and its paper, as its customer sees them.
@Controller
public final class StaffBillPages {
    private final Site site;
    private final BillPages bills;
    private final Problems problems;

    StaffBillPages(Site site, BillPages bills, Problems problems) {
        this.site = site;
        this.bills = bills;
        this.problems = problems;
    }

    @GetMapping("/staff/bills/{number:[0-9]{10}[A-Z]{2}}")
    ResponseEntity<byte[]> bill(
            @PathVariable("number") String number, StaffSignedIn staff, HttpServletRequest request) {
        return looked(number, staff, request)
                .flatMap(account -> bills.page(account, number, request))
                .orElseGet(() -> problems.unknown(request));
    }

    @GetMapping("/staff/bills/{number:[0-9]{10}[A-Z]{2}}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable("number") String number, StaffSignedIn staff, HttpServletRequest request) {
        return looked(number, staff, request)
                .flatMap(account -> bills.of(account, number))
                .flatMap(bills::paper)
                .orElseGet(() -> problems.unknown(request));
    }

    /// Written down before it is shown.
    ///
    /// @return whose it is
    private Optional<String> looked(String number, StaffSignedIn staff, HttpServletRequest request) {
        Optional<String> account =
                BillNumber.parse(number).flatMap(known -> CustomerSearch.accountOfBill(site.database(), known));
        account.ifPresent(whose -> StaffTrail.looked(
                site.database(),
                staff.staff(),
                request.getRemoteAddr(),
                Instant.now(site.clock()),
                whose,
                "bill " + number));
        return account;
    }
}
