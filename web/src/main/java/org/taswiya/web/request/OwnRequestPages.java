package org.taswiya.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.taswiya.core.care.RequestRefusal;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.care.RequestState;
import org.taswiya.core.customer.Language;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.request.RequestAdditions;
import org.taswiya.store.request.RequestAdditions.Added;
import org.taswiya.store.request.RequestFiles;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.store.request.StoredRequest.Step;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Evidence;
import org.taswiya.web.page.Evidence.Sent;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedWords;

/// A request of a customer's: how it stands, what is answered, what they add, and that they take it back.
@Controller
public final class OwnRequestPages {
    private static final Logger LOG = LoggerFactory.getLogger(OwnRequestPages.class);
    private static final String REQUEST = "/requests/{request:[0-9]{1,9}}";

    private final Site site;
    private final Problems problems;
    private final OwnRequests own;

    OwnRequestPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.own = new OwnRequests(site, terms.requests());
    }

    /// One as its customer sees it.
    ///
    /// @param kind as it is called
    /// @param words that were typed before; empty the first time
    /// @param fault of the texts `ask.fault.`; empty for none
    public record Seen(StoredRequest request, String kind, LocalDate today, String words, String fault) {
        /// Whether the customer did it.
        public boolean isOwn(Step step) {
            return step.author().equals(OwnRequests.AUTHOR);
        }

        /// Whether something can be added: then it is also said that no more can be, where that is so.
        public boolean isOpenToWords() {
            return request.state() != RequestState.CLOSED;
        }

        public boolean isOpen() {
            return request.state() == RequestState.OPEN;
        }

        public boolean takesFiles() {
            return request.files().size() < RequestAdditions.FILES_MOST;
        }

        Seen with(String typed, String found) {
            return new Seen(request, kind, today, typed, found);
        }
    }

    @GetMapping(REQUEST)
    ResponseEntity<byte[]> request(
            @PathVariable("request") String number,
            @RequestParam(name = "words", defaultValue = "") String words,
            SignedIn customer,
            HttpServletRequest http) {
        return seen(number, customer, http)
                .map(seen -> page(200, seen.with(words, ""), http))
                .orElseGet(() -> problems.unknown(http));
    }

    @PostMapping(REQUEST)
    ResponseEntity<byte[]> add(
            @PathVariable("request") String number,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "seen", defaultValue = "") String steps,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            SignedIn customer,
            HttpServletRequest http)
            throws IOException {
        Optional<Seen> seen = seen(number, customer, http);
        if (seen.isEmpty()) {
            return problems.unknown(http);
        }
        return switch (Evidence.taken(file)) {
            case Sent.Unfit unfit -> page(unfit.status(), seen.get().with(words, unfit.fault()), http);
            case Sent.Good(var good) -> {
                StoredRequest request = seen.get().request();
                Added added = new Added(TypedWords.plain(words), good, true);
                yield after(
                        seen.get().with(words, ""),
                        customer,
                        http,
                        () -> RequestAdditions.add(
                                site.database(),
                                own.rules(),
                                request.id(),
                                added,
                                steps(steps),
                                own.today(),
                                own.why(customer, request.account(), "added to")));
            }
        };
    }

    @GetMapping(REQUEST + "/close")
    ResponseEntity<byte[]> sure(
            @PathVariable("request") String number,
            @RequestParam(name = "words", defaultValue = "") String words,
            SignedIn customer,
            HttpServletRequest http) {
        return seen(number, customer, http)
                .map(seen -> Rendered.page("request/close", Frame.of(site, http), seen.with(words, "")))
                .orElseGet(() -> problems.unknown(http));
    }

    @PostMapping(REQUEST + "/close")
    ResponseEntity<byte[]> close(
            @PathVariable("request") String number,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "seen", defaultValue = "") String steps,
            SignedIn customer,
            HttpServletRequest http) {
        Optional<Seen> seen = seen(number, customer, http);
        if (seen.isEmpty()) {
            return problems.unknown(http);
        }
        StoredRequest request = seen.get().request();
        return after(
                seen.get().with(words, ""),
                customer,
                http,
                () -> RequestAdditions.takeBack(
                        site.database(),
                        request.id(),
                        TypedWords.plain(words),
                        steps(steps),
                        own.today(),
                        own.why(customer, request.account(), "taken back")));
    }

    /// A file of it. Nothing of what is another's, and nothing of what is not there.
    @GetMapping(REQUEST + "/files/{file:[0-9]{1,2}}")
    ResponseEntity<byte[]> file(
            @PathVariable("request") String number,
            @PathVariable("file") String ordinal,
            SignedIn customer,
            HttpServletRequest http) {
        return own.of(customer, number)
                .flatMap(request ->
                        RequestFiles.find(SignedIn.seen(site).database(), request.id(), Integer.parseInt(ordinal)))
                .map(found -> Evidence.answer(found, "request-" + number + "-" + ordinal))
                .orElseGet(() -> problems.unknown(http));
    }

    private interface Act {
        RequestOutcome done();
    }

    /// What was refused is shown as it is now, with what was typed.
    private ResponseEntity<byte[]> after(Seen typed, SignedIn customer, HttpServletRequest http, Act act) {
        try {
            return switch (act.done()) {
                case RequestOutcome.Done(var request, var _) -> to(request.id());
                case RequestOutcome.Refused(var reason, var _) -> {
                    Seen now = seen(Long.toString(typed.request().id()), customer, http)
                            .orElse(typed);
                    int status = reason == RequestRefusal.NO_WORDS ? 422 : 409;
                    yield page(status, now.with(typed.words(), OwnRequests.fault(reason)), http);
                }
            };
        } catch (DatabaseException e) {
            LOG.warn("a request was not added to", e);
            return page(422, typed.with(typed.words(), "busy"), http);
        }
    }

    private Optional<Seen> seen(String number, SignedIn customer, HttpServletRequest http) {
        Language language = Frame.of(site, http).language();
        return own.of(customer, number)
                .map(request -> new Seen(request, name(own.rules(), request, language), own.today(), "", ""));
    }

    private ResponseEntity<byte[]> page(int status, Seen seen, HttpServletRequest http) {
        return Rendered.page(status, "request/request", Frame.of(site, http), seen);
    }

    /// As the utility calls its kind; the code of one that it has no more.
    static String name(RequestRules rules, StoredRequest request, Language language) {
        return rules.kind(request.kind()).map(kind -> kind.name(language)).orElse(request.kind());
    }

    static ResponseEntity<byte[]> to(long request) {
        return Rendered.go("/requests/" + request);
    }

    private static int steps(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : -1;
    }
}
