package org.taswiya.web.console.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.care.Letter;
import org.taswiya.core.care.RequestRefusal;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.care.RequestStep;
import org.taswiya.store.Change;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedWords;

/// A request answered, closed, opened again.
@Controller
public final class RequestActs {
    private final Site site;
    private final RequestRules rules;
    private final Problems problems;
    private final RequestDesk desk;

    RequestActs(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.rules = terms.requests();
        this.problems = problems;
        this.desk = new RequestDesk(site, rules);
    }

    /// An answer as it will go.
    ///
    /// @param text in full, in the customer's language
    public record Sure(RequestShown shown, TypedAnswer typed, String text) {}

    @PostMapping(RequestPages.REQUEST + "/answer")
    ResponseEntity<byte[]> answer(
            @PathVariable("id") String id,
            @RequestParam(name = "letter", defaultValue = "") String letter,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            @RequestParam(name = "sure", defaultValue = "") String sure,
            StaffSignedIn staff,
            HttpServletRequest http) {
        Optional<StoredRequest> request = desk.request(id);
        if (request.isEmpty()) {
            return problems.unknown(http);
        }
        RequestShown shown = desk.shown(request.get(), staff, http);
        TypedAnswer typed = new TypedAnswer(letter, words, steps(seen));
        Optional<Letter> chosen = rules.letter(letter);
        String added = TypedWords.plain(words);
        if (chosen.isEmpty() || added.length() > Requests.WORDS_MOST) {
            return desk.page(422, shown.with(typed, chosen.isEmpty() ? "letter" : "words"), http);
        }
        Optional<String> fault = stale(shown, RequestStep.ANSWERED, typed);
        if (fault.isPresent()) {
            return desk.page(409, shown.with(typed, fault.get()), http);
        }
        if (!sure.equals("yes")) {
            Sure said = new Sure(shown, typed, chosen.get().with(added, shown.language()));
            return Rendered.page("console/request/sure", Frame.of(site, http), said);
        }
        Requests.Answered answered = new Requests.Answered(chosen.get(), added, typed.seen());
        long number = request.get().id();
        RequestOutcome outcome = desk.done(
                staff, http, books -> Requests.answer(books, number, answered, today(), why(staff, "answered")));
        return after(outcome, shown, typed, http);
    }

    @PostMapping(RequestPages.REQUEST + "/close")
    ResponseEntity<byte[]> close(
            @PathVariable("id") String id,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            StaffSignedIn staff,
            HttpServletRequest http) {
        return plain(id, RequestStep.CLOSED, words, seen, staff, http);
    }

    @PostMapping(RequestPages.REQUEST + "/reopen")
    ResponseEntity<byte[]> reopen(
            @PathVariable("id") String id,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            StaffSignedIn staff,
            HttpServletRequest http) {
        return plain(id, RequestStep.REOPENED, words, seen, staff, http);
    }

    private ResponseEntity<byte[]> plain(
            String id, RequestStep step, String words, String seen, StaffSignedIn staff, HttpServletRequest http) {
        Optional<StoredRequest> request = desk.request(id);
        if (request.isEmpty()) {
            return problems.unknown(http);
        }
        RequestShown shown = desk.shown(request.get(), staff, http);
        TypedAnswer typed = new TypedAnswer("", words, steps(seen));
        Optional<String> fault = stale(shown, step, typed);
        if (fault.isPresent()) {
            return desk.page(409, shown.with(typed, fault.get()), http);
        }
        String said = TypedWords.plain(words);
        long number = request.get().id();
        RequestOutcome outcome = desk.done(
                staff,
                http,
                books -> step == RequestStep.CLOSED
                        ? Requests.close(books, number, said, typed.seen(), today(), why(staff, "closed"))
                        : Requests.reopen(
                                books, rules, number, said, typed.seen(), today(), why(staff, "opened again")));
        return after(outcome, shown, typed, http);
    }

    /// Why a form is of a page that is no longer so, of the texts `request.fault.`
    private static Optional<String> stale(RequestShown shown, RequestStep step, TypedAnswer typed) {
        if (!shown.mayAct()) {
            return Optional.of("taken");
        }
        boolean isAsSeen = typed.seen() == shown.request().steps().size() && shown.isPossible(step);
        return isAsSeen ? Optional.empty() : Optional.of("changed");
    }

    private ResponseEntity<byte[]> after(
            RequestOutcome outcome, RequestShown shown, TypedAnswer typed, HttpServletRequest http) {
        return switch (outcome) {
            case RequestOutcome.Done(var request, var _) -> RequestDesk.to(request.id());
            case RequestOutcome.Refused(var reason, var _) ->
                desk.page(
                        reason == RequestRefusal.NO_WORDS ? 422 : 409,
                        shown.with(typed, RequestPages.fault(reason)),
                        http);
        };
    }

    /// That a form says to have seen; -1 for what is no number.
    static int steps(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : -1;
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private Change why(StaffSignedIn staff, String what) {
        return new Change(Instant.now(site.clock()), staff.staff(), "request " + what + " at the console");
    }
}
