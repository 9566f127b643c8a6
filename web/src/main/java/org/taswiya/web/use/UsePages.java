package org.taswiya.web.use;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What a customer used of each service.
@Controller
public final class UsePages {
    /// Of how many services the pictures stand on one page: each is made from a bill that is made again.
    private static final int ON_A_PAGE = 6;

    private final Site site;
    private final Problems problems;

    UsePages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param account that is shown
    /// @param others of the customer's
    /// @param pages services with a page of their own, where there are too many for one
    public record Use(String account, List<String> others, List<StatedAgreement> pages, List<UsedService> services) {
        public Use {
            others = List.copyOf(others);
            pages = List.copyOf(pages);
            services = List.copyOf(services);
        }
    }

    /// @param used null where no bill tells of it
    public record UsedService(
            StatedAgreement agreement,
            @Nullable UsedMonths used,
            @Nullable UseChart chart) {}

    @GetMapping("/use")
    ResponseEntity<byte[]> first(SignedIn customer, HttpServletRequest request) {
        return page(customer.accounts().getFirst(), customer, request);
    }

    @GetMapping("/use/{account:[0-9]{10}}")
    ResponseEntity<byte[]> use(@PathVariable("account") String account, SignedIn customer, HttpServletRequest request) {
        return customer.sees(account) ? page(account, customer, request) : problems.unknown(request);
    }

    @GetMapping("/use/{account:[0-9]{10}}/{agreement:C[0-9]{5,7}}")
    ResponseEntity<byte[]> one(
            @PathVariable("account") String account,
            @PathVariable("agreement") String agreement,
            SignedIn customer,
            HttpServletRequest request) {
        if (!customer.sees(account)) {
            return problems.unknown(request);
        }
        return agreements(account).stream()
                .filter(own -> own.reference().equals(agreement))
                .findFirst()
                .map(own -> page(account, List.of(), List.of(own), customer, request))
                .orElseGet(() -> problems.unknown(request));
    }

    private ResponseEntity<byte[]> page(String account, SignedIn customer, HttpServletRequest request) {
        List<StatedAgreement> all = agreements(account);
        return all.size() > ON_A_PAGE
                ? page(account, all, List.of(), customer, request)
                : page(account, List.of(), all, customer, request);
    }

    private List<StatedAgreement> agreements(String account) {
        return StatedAgreement.of(SignedIn.seen(site).database(), List.of(account));
    }

    private ResponseEntity<byte[]> page(
            String account,
            List<StatedAgreement> pages,
            List<StatedAgreement> shown,
            SignedIn customer,
            HttpServletRequest request) {
        Frame frame = Frame.of(site, request);
        List<UsedService> services =
                shown.stream().map(agreement -> service(agreement, frame)).toList();
        List<String> others = customer.seenAccounts().stream()
                .filter(other -> !other.equals(account))
                .toList();
        return Rendered.page("use", frame, new Use(account, others, pages, services));
    }

    private UsedService service(StatedAgreement agreement, Frame frame) {
        return UsedMonths.of(site, agreement)
                .filter(used -> !used.months().isEmpty())
                .map(used -> new UsedService(agreement, used, UseChart.of(used, frame)))
                .orElseGet(() -> new UsedService(agreement, null, null));
    }
}
