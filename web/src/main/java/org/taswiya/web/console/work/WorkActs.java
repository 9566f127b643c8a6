package org.taswiya.web.console.work;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.store.Change;
import org.taswiya.store.work.AssignmentAnswer;
import org.taswiya.store.work.AssignmentAnswer.Reason;
import org.taswiya.store.work.WorkAssignments;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Problems;

/// Who has an item: taken, given back, given to somebody.
@Controller
public final class WorkActs {
    private final Site site;
    private final Problems problems;
    private final WorkDesk desk;

    WorkActs(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.desk = new WorkDesk(site, terms);
    }

    /// What somebody wants of an item.
    private interface Act {
        AssignmentAnswer on(WorkKind kind, Change why);
    }

    @PostMapping(WorkPages.ITEM + "/take")
    ResponseEntity<byte[]> take(
            @PathVariable("list") String list,
            @PathVariable("key") String key,
            @RequestParam(name = "back", defaultValue = "") String back,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Act take = (kind, why) -> WorkAssignments.take(site.database(), kind, key, why);
        return done(list, key, back, "taken at the console", take, staff, request);
    }

    @PostMapping(WorkPages.ITEM + "/give-back")
    ResponseEntity<byte[]> giveBack(
            @PathVariable("list") String list,
            @PathVariable("key") String key,
            @RequestParam(name = "back", defaultValue = "") String back,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Act give = (kind, why) -> WorkAssignments.giveBack(site.database(), kind, key, why);
        return done(list, key, back, "given back at the console", give, staff, request);
    }

    /// @param to empty for nobody
    /// @param from who had it on the page; empty for nobody
    @PostMapping(WorkPages.ITEM + "/assign")
    ResponseEntity<byte[]> assign(
            @PathVariable("list") String list,
            @PathVariable("key") String key,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "from", defaultValue = "") String from,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Act assign =
                (kind, why) -> WorkAssignments.assign(site.database(), kind, key, somebody(to), somebody(from), why);
        return done(list, key, "", "assigned at the console", assign, staff, request);
    }

    private static @Nullable String somebody(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private ResponseEntity<byte[]> done(
            String list,
            String key,
            String back,
            String reason,
            Act act,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<WorkKind> kind = WorkKind.ofCode(list);
        if (kind.isEmpty()) {
            return problems.unknown(request);
        }
        Change why = new Change(Instant.now(site.clock()), staff.staff(), reason);
        return switch (act.on(kind.get(), why)) {
            case AssignmentAnswer.Done _ ->
                WorkDesk.to(back.equals("list") ? WorkDesk.address(kind.get()) : WorkDesk.address(kind.get(), key));
            case AssignmentAnswer.Refused refused -> not(kind.get(), key, refused.reason(), staff, request);
        };
    }

    private ResponseEntity<byte[]> not(
            WorkKind kind, String key, Reason reason, StaffSignedIn staff, HttpServletRequest request) {
        Optional<WorkItem> item = desk.item(kind.code(), key);
        if (item.isEmpty()) {
            return desk.gone(kind, 409, request);
        }
        ItemShown shown = desk.shown(item.get(), staff, request);
        String fault = reason == Reason.NO_SUCH_STAFF ? "staff" : item.get().staff() == null ? "free" : "taken";
        return desk.page(409, shown.with(TypedDecision.NONE, fault, ""), request);
    }
}
