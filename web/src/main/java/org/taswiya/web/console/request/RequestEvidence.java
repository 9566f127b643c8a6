package org.taswiya.web.console.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.taswiya.core.care.RequestRules;
import org.taswiya.store.Change;
import org.taswiya.store.request.RequestAdditions;
import org.taswiya.store.request.RequestAdditions.Added;
import org.taswiya.store.request.RequestFile;
import org.taswiya.store.request.RequestFiles;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Evidence;
import org.taswiya.web.page.Evidence.Sent;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.TypedWords;

/// Files of a request: what staff were handed over a counter or sent, and what the customer showed.
@Controller
public final class RequestEvidence {
    private final Site site;
    private final RequestRules rules;
    private final Problems problems;
    private final RequestDesk desk;

    RequestEvidence(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.rules = terms.requests();
        this.problems = problems;
        this.desk = new RequestDesk(site, rules);
    }

    @PostMapping(RequestPages.REQUEST + "/files")
    ResponseEntity<byte[]> add(
            @PathVariable("id") String id,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            StaffSignedIn staff,
            HttpServletRequest http)
            throws IOException {
        Optional<StoredRequest> request = desk.request(id);
        if (request.isEmpty()) {
            return problems.unknown(http);
        }
        RequestShown shown = desk.shown(request.get(), staff, http);
        TypedAnswer typed = new TypedAnswer("", words, RequestActs.steps(seen));
        if (!shown.mayAct()) {
            return desk.page(409, shown.with(TypedAnswer.NONE, "taken"), http);
        }
        return switch (Evidence.taken(file)) {
            case Sent.Unfit unfit -> desk.page(unfit.status(), shown.with(typed, unfit.fault()), http);
            case Sent.Good(var good) -> {
                Added added = new Added(TypedWords.plain(words), good, false);
                yield good == null
                        ? desk.page(422, shown.with(typed, "file-kind"), http)
                        : kept(request.get(), shown, added, typed.seen(), staff, http);
            }
        };
    }

    private ResponseEntity<byte[]> kept(
            StoredRequest request,
            RequestShown shown,
            Added added,
            int seen,
            StaffSignedIn staff,
            HttpServletRequest http) {
        Instant now = Instant.now(site.clock());
        LocalDate today = LocalDate.ofInstant(now, site.clock().getZone());
        Change why = new Change(now, staff.staff(), "file added to a request at the console");
        return switch (desk.done(
                staff, http, books -> RequestAdditions.add(books, rules, request.id(), added, seen, today, why))) {
            case RequestOutcome.Done(var done, var _) -> RequestDesk.to(done.id());
            case RequestOutcome.Refused(var reason, var _) ->
                desk.page(409, shown.with(TypedAnswer.NONE, RequestPages.fault(reason)), http);
        };
    }

    /// That somebody looks is written down before.
    @GetMapping(RequestPages.REQUEST + "/files/{file:[0-9]{1,2}}")
    ResponseEntity<byte[]> file(
            @PathVariable("id") String id,
            @PathVariable("file") String ordinal,
            StaffSignedIn staff,
            HttpServletRequest http) {
        Optional<StoredRequest> request = desk.request(id);
        Optional<RequestFile> found =
                request.flatMap(one -> RequestFiles.find(site.database(), one.id(), Integer.parseInt(ordinal)));
        if (found.isEmpty()) {
            return problems.unknown(http);
        }
        String what = "file " + ordinal + " of request " + id;
        StaffTrail.looked(
                site.database(),
                staff.staff(),
                http.getRemoteAddr(),
                Instant.now(site.clock()),
                request.get().account(),
                what);
        return Evidence.answer(found.get(), "request-" + id + "-" + ordinal);
    }
}
