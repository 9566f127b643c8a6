package org.taswiya.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.care.RequestKind;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.customer.Language;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedWords;

/// A customer asks for something or complains, and sees all that they asked for.
@Controller
public final class AskPages {
    private static final Logger LOG = LoggerFactory.getLogger(AskPages.class);
    private static final String ASK = "/requests/new/{account:[0-9]{10}}";

    private final Site site;
    private final Problems problems;
    private final OwnRequests own;

    AskPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.own = new OwnRequests(site, terms.requests());
    }

    /// @param requests the newest first
    /// @param accounts for which they may ask
    public record Asked(List<StoredRequest> requests, List<String> accounts, RequestRules rules, LocalDate today) {
        public Asked {
            requests = List.copyOf(requests);
            accounts = List.copyOf(accounts);
        }

        /// As the utility calls it; the code of a kind that it has no more.
        public String kind(StoredRequest request, Language language) {
            return OwnRequestPages.name(rules, request, language);
        }
    }

    /// The form.
    ///
    /// @param kind that was chosen; empty for none
    /// @param fault of the texts `ask.fault.`; empty for none
    public record Form(String account, List<RequestKind> kinds, String kind, String words, String fault) {
        public Form {
            kinds = List.copyOf(kinds);
        }
    }

    @GetMapping("/requests")
    ResponseEntity<byte[]> list(SignedIn customer, HttpServletRequest http) {
        List<String> accounts = customer.managedAccounts().stream()
                .filter(account -> !own.kinds(customer, account).isEmpty())
                .toList();
        Asked asked = new Asked(own.all(customer), accounts, own.rules(), own.today());
        return Rendered.page("request/requests", Frame.of(site, http), asked);
    }

    @GetMapping(ASK)
    ResponseEntity<byte[]> ask(
            @PathVariable("account") String account,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "words", defaultValue = "") String words,
            SignedIn customer,
            HttpServletRequest http) {
        return customer.manages(account)
                ? form(200, new Form(account, own.kinds(customer, account), kind, words, ""), http)
                : problems.unknown(http);
    }

    @PostMapping(ASK)
    ResponseEntity<byte[]> open(
            @PathVariable("account") String account,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "words", defaultValue = "") String words,
            SignedIn customer,
            HttpServletRequest http) {
        if (!customer.manages(account)) {
            return problems.unknown(http);
        }
        List<RequestKind> kinds = own.kinds(customer, account);
        Form form = new Form(account, kinds, kind, words, "kind");
        if (kinds.stream().noneMatch(one -> one.code().equals(kind))) {
            return form(422, form, http);
        }
        Requests.Opened opened = new Requests.Opened(account, kind, RequestChannel.ONLINE, TypedWords.plain(words));
        try {
            return switch (Requests.open(
                    site.database(), own.rules(), opened, own.today(), own.why(customer, account, "made"))) {
                case RequestOutcome.Done(var request, var _) -> OwnRequestPages.to(request.id());
                case RequestOutcome.Refused(var reason, var _) ->
                    form(422, new Form(account, kinds, kind, words, OwnRequests.fault(reason)), http);
            };
        } catch (DatabaseException e) {
            LOG.warn("a request was not taken", e);
            return form(422, new Form(account, kinds, kind, words, "busy"), http);
        }
    }

    private ResponseEntity<byte[]> form(int status, Form form, HttpServletRequest http) {
        return Rendered.page(status, "request/ask", Frame.of(site, http), form);
    }
}
