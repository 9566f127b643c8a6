package org.taswiya.web.instalment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.AskedInstalments;
import org.taswiya.store.arrangement.InstalmentRequests;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.online.CardWishes;
import org.taswiya.store.online.CardWishes.Payable;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.instalment.InstalmentsShown.Option;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What an account owes, paid in instalments: looked at first, then asked for.
@Controller
public final class InstalmentPages {
    private static final String PATH = "/instalments/{account:[0-9]{10}}";

    private final Site site;
    private final AgencyTerms terms;
    private final Problems problems;

    InstalmentPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.terms = terms;
        this.problems = problems;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> look(
            @PathVariable("account") String account,
            @RequestParam(name = "months", defaultValue = "") String months,
            SignedIn customer,
            HttpServletRequest request) {
        return customer.manages(account) ? shown(account, months, 200, "", request) : problems.unknown(request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> ask(
            @PathVariable("account") String account,
            @RequestParam(name = "months", defaultValue = "") String months,
            @RequestParam(name = "schedule", defaultValue = "") String schedule,
            SignedIn customer,
            HttpServletRequest request) {
        if (!customer.manages(account)) {
            return problems.unknown(request);
        }
        Optional<Schedule> seen = ShownSchedule.parse(schedule);
        if (seen.isEmpty()) {
            return shown(account, months, 422, "choose", request);
        }
        Asked asked = new Asked(
                terms.arrangements(),
                terms.days(),
                seen.get().instalments().size(),
                today(),
                RequestChannel.ONLINE_AGENCY,
                null);
        Change why = new Change(Instant.now(site.clock()), "online agency", "asked for by " + customer.doing(account));
        return switch (InstalmentRequests.ask(site.database(), account, asked, seen.get(), why)) {
            case AskedInstalments.Granted _, AskedInstalments.Waits _ -> Rendered.go("/instalments/" + account);
            case AskedInstalments.Changed _ -> shown(account, months, 409, "changed", request);
            case AskedInstalments.Refused _ -> shown(account, "", 409, "", request);
        };
    }

    private ResponseEntity<byte[]> shown(
            String account, String months, int status, String fault, HttpServletRequest request) {
        StoredArrangement last = Arrangements.list(SignedIn.seen(site).database(), account).stream()
                .reduce((_, next) -> next)
                .orElse(null);
        Standing standing = last == null ? null : last.standingOn(today());
        boolean isRunning = standing != null && standing.state().isRunning();
        InstalmentOptions options = isRunning
                ? InstalmentOptions.NOT_ASKED
                : InstalmentOptions.of(SignedIn.seen(site).database(), terms, account, today());
        Option chosen = options.options().stream()
                .filter(option -> months.equals(Integer.toString(option.months())))
                .findFirst()
                .orElse(null);
        boolean isMistaken = fault.isEmpty() && !months.isEmpty() && chosen == null && !isRunning;
        InstalmentsShown page = new InstalmentsShown(
                account,
                last,
                standing,
                InstalmentRequests.last(SignedIn.seen(site).database(), account).orElse(null),
                options.options(),
                chosen,
                isMistaken ? "choose" : fault,
                isRunning
                        ? Money.ZERO
                        : AccountRows.of(SignedIn.seen(site).database(), account)
                                .disputed(),
                CardWishes.payable(SignedIn.seen(site).database(), account, null, today())
                        .map(Payable::due)
                        .orElse(Money.ZERO),
                options.none() == null ? "" : none(options.none()));
        return Rendered.page(status, "instalment/instalments", Frame.of(site, request), page);
    }

    private static String none(ArrangementReason reason) {
        return switch (reason) {
            case NOTHING_OPEN -> "nothing-open";
            case NONE_FOR_CLASS -> "none-for-class";
            case INSTALMENT_TOO_SMALL -> "too-small";
            case UNKNOWN_ACCOUNT,
                    RUNNING,
                    USUAL_UNKNOWN,
                    NOT_ABOVE_USUAL,
                    NO_CATCH_UP,
                    TOO_SHORT,
                    TOO_LONG,
                    NEEDS_APPROVAL,
                    OWN_APPROVAL,
                    UNKNOWN_ARRANGEMENT,
                    NOT_RUNNING,
                    WRONG_DAY,
                    NO_REBATE -> "none-for-class";
        };
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }
}
