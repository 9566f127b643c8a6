package org.taswiya.web.console.request;

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
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.care.RequestKind;
import org.taswiya.core.care.RequestRefusal;
import org.taswiya.core.care.RequestRules;
import org.taswiya.store.Change;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.store.request.Requests;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedWords;

/// A request, and the form that takes one.
@Controller
public final class RequestPages {
    static final String REQUEST = "/staff/requests/{id:[0-9]{1,9}}";
    private static final String TAKE = "/staff/requests/new/{account:[0-9]{10}}";

    private final Site site;
    private final RequestRules rules;
    private final Problems problems;
    private final RequestDesk desk;

    RequestPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.rules = terms.requests();
        this.problems = problems;
        this.desk = new RequestDesk(site, rules);
    }

    /// The form for a new one.
    ///
    /// @param kind that was chosen; empty for none
    /// @param channel that was chosen
    /// @param fault of the texts `request.fault.`; empty for none
    public record Form(
            FoundAccount who, List<RequestKind> kinds, String kind, String channel, String words, String fault) {
        public Form {
            kinds = List.copyOf(kinds);
        }
    }

    @GetMapping(REQUEST)
    ResponseEntity<byte[]> request(
            @PathVariable("id") String id,
            @RequestParam(name = "letter", defaultValue = "") String letter,
            @RequestParam(name = "words", defaultValue = "") String words,
            StaffSignedIn staff,
            HttpServletRequest http) {
        return desk.request(id)
                .map(request -> desk.page(
                        200, desk.shown(request, staff, http).with(new TypedAnswer(letter, words, 0), ""), http))
                .orElseGet(() -> problems.unknown(http));
    }

    @GetMapping(TAKE)
    ResponseEntity<byte[]> form(
            @PathVariable("account") String account,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "channel", defaultValue = "phone") String channel,
            @RequestParam(name = "words", defaultValue = "") String words,
            HttpServletRequest http) {
        return CustomerSearch.account(site.database(), account)
                .map(who -> form(200, new Form(who, desk.kinds(), kind, channel, words, ""), http))
                .orElseGet(() -> problems.unknown(http));
    }

    private ResponseEntity<byte[]> form(int status, Form form, HttpServletRequest http) {
        return Rendered.page(status, "console/request/new", Frame.of(site, http), form);
    }

    @PostMapping(TAKE)
    ResponseEntity<byte[]> take(
            @PathVariable("account") String account,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "channel", defaultValue = "") String channel,
            @RequestParam(name = "words", defaultValue = "") String words,
            StaffSignedIn staff,
            HttpServletRequest http) {
        Optional<FoundAccount> who = CustomerSearch.account(site.database(), account);
        if (who.isEmpty()) {
            return problems.unknown(http);
        }
        Optional<RequestChannel> by = RequestChannel.ofCode(channel);
        if (by.isEmpty()) {
            return form(422, new Form(who.get(), desk.kinds(), kind, channel, words, "channel"), http);
        }
        Change why = new Change(Instant.now(site.clock()), staff.staff(), "request taken at the console");
        Requests.Opened opened = new Requests.Opened(account, kind, by.get(), TypedWords.plain(words));
        LocalDate today = LocalDate.now(site.clock());
        return switch (desk.done(staff, http, books -> Requests.open(books, rules, opened, today, why))) {
            case RequestOutcome.Done(var request, var _) -> RequestDesk.to(request.id());
            case RequestOutcome.Refused(var reason, var _) ->
                form(422, new Form(who.get(), desk.kinds(), kind, channel, words, fault(reason)), http);
        };
    }

    /// Of the texts `request.fault.`
    static String fault(RequestRefusal reason) {
        return switch (reason) {
            case UNKNOWN_KIND -> "kind";
            case UNKNOWN_LETTER -> "letter";
            case NO_WORDS -> "words";
            case TOO_MANY -> "many";
            case UNKNOWN_ACCOUNT, UNKNOWN_REQUEST, WRONG_STATE, CHANGED -> "changed";
        };
    }
}
