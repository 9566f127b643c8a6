package org.taswiya.web.delegate;

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
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.core.customer.TypedText;
import org.taswiya.store.Change;
import org.taswiya.store.access.DelegateDecisions;
import org.taswiya.store.access.Delegates;
import org.taswiya.store.access.Delegates.LetIn;
import org.taswiya.store.access.Delegates.LookedAfter;
import org.taswiya.web.Site;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.door.Network;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// A customer lets another one into an account, or accepts to look after one; either ends it.
@Controller
public final class DelegatePages {
    private static final String INVITE = "/delegates/{account:[0-9]{10}}";

    /// From one network address, and for one account, within the time of [Attempts].
    private static final int ASKED_MOST = 10;

    private final Site site;
    private final Problems problems;
    private final Attempts asked;

    DelegatePages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.asked = new Attempts(site, "delegates asked", ASKED_MOST);
    }

    /// @param accounts of the customer, into which they may let somebody
    /// @param letIn whom they have let in, or have asked
    /// @param invitations what they are asked
    /// @param lookedAfter whose accounts they look after
    /// @param done of the texts `delegate.done.`; empty for none
    public record Shown(
            List<String> accounts,
            List<LetIn> letIn,
            List<LookedAfter> invitations,
            List<LookedAfter> lookedAfter,
            String done) {
        public Shown {
            accounts = List.copyOf(accounts);
            letIn = List.copyOf(letIn);
            invitations = List.copyOf(invitations);
            lookedAfter = List.copyOf(lookedAfter);
        }

        public List<LetIn> into(String account) {
            return letIn.stream().filter(one -> one.account().equals(account)).toList();
        }
    }

    /// @param typed the reference as it was typed; empty the first time
    /// @param may a kind of delegate; empty where none was chosen
    /// @param fault of the texts `delegate.fault.`; empty for none
    public record Form(String account, String typed, String may, int days, String fault) {}

    @GetMapping("/delegates")
    ResponseEntity<byte[]> look(
            @RequestParam(name = "done", defaultValue = "") String done,
            SignedIn customer,
            HttpServletRequest request) {
        String known = List.of("asked", "accepted", "ended", "changed").contains(done) ? done : "";
        return shown(customer, known, 200, request);
    }

    private ResponseEntity<byte[]> shown(SignedIn customer, String done, int status, HttpServletRequest request) {
        Frame frame = Frame.of(site, request);
        List<String> own = customer.accounts();
        Shown page = new Shown(
                own,
                Delegates.letInto(SignedIn.seen(site).database(), own, today()),
                Delegates.invitations(site.database(), own, today(), frame.language()),
                Delegates.lookedAfter(site.database(), own, frame.language()),
                done);
        return Rendered.page(status, "delegate/delegates", frame, page);
    }

    @GetMapping(INVITE)
    ResponseEntity<byte[]> form(
            @PathVariable("account") String account,
            @RequestParam(name = "reference", defaultValue = "") String typed,
            @RequestParam(name = "may", defaultValue = "") String may,
            SignedIn customer,
            HttpServletRequest request) {
        return customer.owns(account) ? form(account, typed, may, 200, "", request) : problems.unknown(request);
    }

    /// What is answered does not depend on whether there is such an account: it is not looked for.
    @PostMapping(INVITE)
    ResponseEntity<byte[]> ask(
            @PathVariable("account") String account,
            @RequestParam(name = "reference", defaultValue = "") String typed,
            @RequestParam(name = "may", defaultValue = "") String may,
            SignedIn customer,
            HttpServletRequest request) {
        if (!customer.owns(account)) {
            return problems.unknown(request);
        }
        Optional<String> named = TypedText.account(typed);
        Optional<DelegateKind> kind = DelegateKind.ofCode(may);
        if (named.isEmpty()) {
            return form(account, typed, may, 422, "reference", request);
        }
        String reference = named.get();
        if (customer.owns(reference)) {
            return form(account, typed, may, 422, "own", request);
        }
        if (kind.isEmpty()) {
            return form(account, typed, may, 422, "may", request);
        }
        if (!asked.isAllowed(account) || !asked.isAllowed(Network.of(request))) {
            return form(account, typed, may, 429, "often", request);
        }
        return switch (DelegateDecisions.ask(
                site.database(), account, reference, kind.get(), today(), change("asked by the customer"))) {
            case WAITS -> go("asked");
            case RUNS -> form(account, typed, may, 409, "runs", request);
            case FULL -> form(account, typed, may, 409, "full", request);
        };
    }

    @PostMapping("/delegates/accept")
    ResponseEntity<byte[]> accept(
            @RequestParam(name = "id", defaultValue = "") String id, SignedIn customer, HttpServletRequest request) {
        return DelegateDecisions.accept(
                        site.database(),
                        number(id),
                        customer.accounts(),
                        today(),
                        change("accepted by the holder of "
                                + customer.accounts().getFirst()))
                ? go("accepted")
                : shown(customer, "changed", 409, request);
    }

    @PostMapping("/delegates/end")
    ResponseEntity<byte[]> end(
            @RequestParam(name = "id", defaultValue = "") String id, SignedIn customer, HttpServletRequest request) {
        return DelegateDecisions.end(
                        site.database(),
                        number(id),
                        customer.accounts(),
                        today(),
                        change("ended by the holder of " + customer.accounts().getFirst()))
                ? go("ended")
                : shown(customer, "changed", 409, request);
    }

    /// Zero, which is nobody's, for what is no number.
    private static long number(String typed) {
        return typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : 0;
    }

    private ResponseEntity<byte[]> form(
            String account, String typed, String may, int status, String fault, HttpServletRequest request) {
        Form form = new Form(account, typed, may, DelegateDecisions.DAYS_TO_ACCEPT, fault);
        return Rendered.page(status, "delegate/invite", Frame.of(site, request), form);
    }

    private Change change(String what) {
        return new Change(Instant.now(site.clock()), "online agency", "delegate, " + what);
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private static ResponseEntity<byte[]> go(String done) {
        return Rendered.go("/delegates?done=" + done);
    }
}
