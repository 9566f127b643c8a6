package org.taswiya.web.console.work;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.customer.Language;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.console.TrailedAct;
import org.taswiya.web.console.work.DecisionMaker.Outcome;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What is decided about an item: typed, said back, confirmed.
@Controller
public final class WorkDecisions {
    private final Site site;
    private final Problems problems;
    private final WorkDesk desk;
    private final AgencyTerms terms;

    WorkDecisions(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.desk = new WorkDesk(site, terms);
        this.terms = terms;
    }

    /// A decision as it is said back.
    ///
    /// @param isReopened whether bills rest on it that the next one settles anew
    /// @param whose the account that was typed, empty for none
    /// @param name of its customer
    public record Sure(ItemShown shown, TypedDecision typed, boolean isReopened, String whose, String name) {}

    @PostMapping(WorkPages.ITEM + "/decide")
    ResponseEntity<byte[]> decide(
            @PathVariable("list") String list,
            @PathVariable("key") String key,
            @RequestParam(name = "what", defaultValue = "") String what,
            @RequestParam(name = "value", defaultValue = "") String value,
            @RequestParam(name = "why", defaultValue = "") String why,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            @RequestParam(name = "sure", defaultValue = "") String sure,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<WorkItem> item = desk.item(list, key);
        if (item.isEmpty()) {
            return WorkKind.ofCode(list)
                    .map(kind -> desk.gone(kind, 409, request))
                    .orElseGet(() -> problems.unknown(request));
        }
        TypedDecision typed = new TypedDecision(what, value, why, seen, sure.equals("yes"));
        ItemShown shown = desk.shown(item.get(), staff, request);
        String fault = typed.fault(shown.choices());
        if (!fault.isEmpty()) {
            return desk.page(422, shown.with(typed, fault, ""), request);
        }
        if (!shown.mayDecide() || !seen.equals(shown.seen())) {
            return desk.page(409, shown.with(typed, shown.mayDecide() ? "changed" : "taken", ""), request);
        }
        return taken(shown, typed, staff, request);
    }

    private ResponseEntity<byte[]> taken(
            ItemShown shown, TypedDecision typed, StaffSignedIn staff, HttpServletRequest request) {
        Optional<FoundAccount> whose = Optional.empty();
        if (shown.item().kind() == WorkKind.UNMATCHED) {
            whose = CustomerSearch.account(site.database(), DecisionMaker.account(typed));
            if (whose.isEmpty()) {
                return desk.page(422, shown.with(typed, "account", ""), request);
            }
        }
        Outcome outcome = outcome(shown, typed, staff, request);
        WorkKind kind = shown.item().kind();
        if (!(outcome instanceof Outcome.Done)
                && desk.item(kind.code(), shown.item().key()).isEmpty()) {
            return desk.gone(kind, 409, request);
        }
        return switch (outcome) {
            case Outcome.Refused(var fault, var found) ->
                desk.page(
                        fault.equals("dial") || fault.equals("amount") || fault.equals("contact") ? 422 : 409,
                        shown.with(typed, fault, found),
                        request);
            case Outcome.NotHelped(var reason, var figures, var _) -> {
                String found = RefusalWords.found(Frame.of(site, request), reason, figures)
                        .orElse("");
                yield desk.page(409, shown.with(typed, RefusalWords.of(reason), "", found), request);
            }
            case Outcome.Done _
            when typed.isSure() -> WorkDesk.to(WorkDesk.address(shown.item().kind()));
            case Outcome.Done(var isReopened) -> {
                Frame frame = Frame.of(site, request);
                String name = whose.map(one -> frame.language() == Language.AR ? one.arabicName() : one.latinName())
                        .orElse("");
                String account = whose.map(FoundAccount::account).orElse("");
                yield Rendered.page("console/work/sure", frame, new Sure(shown, typed, isReopened, account, name));
            }
        };
    }

    /// What is looked at alone leaves no row of the trail; instalments write theirs themselves.
    private Outcome outcome(ItemShown shown, TypedDecision typed, StaffSignedIn staff, HttpServletRequest request) {
        Actor actor = new Actor(staff.staff(), request.getRemoteAddr(), Instant.now(site.clock()));
        WorkItem item = shown.item();
        if (!typed.isSure() || item.kind() == WorkKind.INSTALMENTS) {
            return new DecisionMaker(site, terms).decide(item, shown.basis(), typed, actor, !typed.isSure());
        }
        String account = item.kind() == WorkKind.UNMATCHED ? DecisionMaker.account(typed) : item.account();
        TrailedAct.Row row = new TrailedAct.Row(account, item.kind().code() + " " + item.key());
        return TrailedAct.make(
                site,
                staff,
                request,
                within -> new DecisionMaker(within, terms).decide(item, shown.basis(), typed, actor, false),
                outcome -> outcome instanceof Outcome.Done ? Optional.of(row) : Optional.empty());
    }
}
