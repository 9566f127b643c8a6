package org.taswiya.web.agreement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.Change;
import org.taswiya.store.agreement.EndedAgreements;
import org.taswiya.store.agreement.EndedAgreements.Ended;
import org.taswiya.store.agreement.MoveOutRequests;
import org.taswiya.store.agreement.MoveOutRequests.Asked;
import org.taswiya.store.agreement.MoveOutRequests.Running;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedDay;

/// Somebody says that they move out, on a day, of what; or that they stay after all.
@Controller
public final class MoveOutPages {
    private static final String PATH = "/move-out/{account:[0-9]{10}}";

    private final Site site;
    private final Problems problems;

    MoveOutPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param ended those that have an end, as far as it is still told
    /// @param chosen of the agreements, by reference
    /// @param day as it was typed; empty the first time
    /// @param fault of the texts `move-out.fault.`; empty for none
    public record MoveOut(
            String account,
            List<Running> running,
            List<Ended> ended,
            List<String> chosen,
            String day,
            LocalDate first,
            LocalDate last,
            String fault) {
        public MoveOut {
            running = List.copyOf(running);
            ended = List.copyOf(ended);
            chosen = List.copyOf(chosen);
        }

        /// Those that nobody has asked to end.
        public List<Running> open() {
            return running.stream().filter(one -> one.request() == null).toList();
        }

        public List<Running> waiting() {
            return running.stream().filter(one -> one.request() != null).toList();
        }
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> look(
            @PathVariable("account") String account,
            @RequestParam(name = "agreement", defaultValue = "") List<String> chosen,
            @RequestParam(name = "day", defaultValue = "") String day,
            SignedIn customer,
            HttpServletRequest request) {
        return shown(account, customer, chosen, day, 200, "", request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> ask(
            @PathVariable("account") String account,
            @RequestParam(name = "agreement", defaultValue = "") List<String> chosen,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "stay", defaultValue = "") String stay,
            SignedIn customer,
            HttpServletRequest request) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        Change why = new Change(Instant.now(site.clock()), "online agency", "asked for by the customer");
        if (!stay.isEmpty()) {
            return answered(
                    MoveOutRequests.takeBack(site.database(), account, stay, today(), why),
                    account,
                    customer,
                    chosen,
                    day,
                    request);
        }
        Optional<LocalDate> on = TypedDay.parse(day);
        if (chosen.isEmpty()) {
            return shown(account, customer, chosen, day, 422, "none", request);
        }
        return on.isEmpty()
                ? shown(account, customer, chosen, day, 422, "day", request)
                : answered(
                        MoveOutRequests.ask(site.database(), account, chosen, on.get(), today(), why),
                        account,
                        customer,
                        chosen,
                        day,
                        request);
    }

    private ResponseEntity<byte[]> answered(
            Asked asked,
            String account,
            SignedIn customer,
            List<String> chosen,
            String day,
            HttpServletRequest request) {
        return switch (asked) {
            case WRITTEN -> Rendered.go("/move-out/" + account);
            case WRONG_DAY -> shown(account, customer, chosen, day, 422, "day", request);
            case NOT_RUNNING -> shown(account, customer, List.of(), day, 409, "changed", request);
        };
    }

    private ResponseEntity<byte[]> shown(
            String account,
            SignedIn customer,
            List<String> chosen,
            String day,
            int status,
            String fault,
            HttpServletRequest request) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        MoveOut shown = new MoveOut(
                account,
                MoveOutRequests.running(SignedIn.seen(site).database(), account),
                EndedAgreements.of(SignedIn.seen(site).database(), List.of(account), today()).stream()
                        .filter(one -> one.isTold(today()))
                        .toList(),
                chosen,
                day,
                today(),
                today().plusDays(MoveOutRequests.DAYS_AHEAD),
                fault);
        return Rendered.page(status, "agreement/move-out", Frame.of(site, request), shown);
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }
}
