package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.run.desk.AdjustmentLook;
import org.taswiya.run.desk.DeskAdjustment;
import org.taswiya.run.desk.DeskAdjustments;
import org.taswiya.run.desk.DeskArrangement;
import org.taswiya.run.desk.DeskArrangements;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.StoredAdjustment;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.ArrangementProposal;
import org.taswiya.store.arrangement.ArrangementProposals;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.message.ContactsAtOnce;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.instalment.ShownSchedule;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What who asked does not decide alone: a list of what waits, and each one's page, where somebody else decides.
@Controller
public final class ApprovalPages {
    private static final String LIST = "/staff/approvals";
    private static final String ADJUSTMENT = LIST + "/adjustment/{adjustment:AJ[0-9]{10}}";
    private static final String ARRANGEMENT = LIST + "/arrangement/{arrangement:[0-9]{1,12}}";
    private static final int MOST = 200;
    private static final int LONGEST = 500;

    private final Site site;
    private final Desk desk;
    private final Problems problems;

    ApprovalPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.desk = new Desk(site, terms);
        this.problems = problems;
    }

    /// The first ones first.
    public record Waiting(
            List<StoredAdjustment> adjustments,
            List<ArrangementProposal> arrangements,
            List<ContactsAtOnce.Waiting> contacts,
            int most) {
        public Waiting {
            contacts = List.copyOf(contacts);
            adjustments = List.copyOf(adjustments);
            arrangements = List.copyOf(arrangements);
        }
    }

    /// One that waits, or has waited: either an adjustment or instalments.
    ///
    /// @param look what the adjustment comes to; null where it cannot be let through now
    /// @param schedule what would be granted; null where nothing would be
    /// @param why as it was typed
    /// @param fault the key of what is wrong; empty for nothing
    /// @param found what was found, for a person; empty for nothing
    public record Decision(
            @Nullable StoredAdjustment adjustment,
            @Nullable AdjustmentLook look,
            @Nullable ArrangementProposal arrangement,
            @Nullable Schedule schedule,
            String why,
            String fault,
            String found) {
        public String scheduleText() {
            return schedule == null ? "" : ShownSchedule.text(schedule);
        }
    }

    @GetMapping(LIST)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Waiting waiting = new Waiting(
                Adjustments.waiting(site.database(), MOST),
                ArrangementProposals.waiting(site.database(), MOST),
                ContactsAtOnce.waiting(site.database(), desk.today(), MOST),
                MOST);
        return Rendered.page("console/act/approvals", Frame.of(site, request), waiting);
    }

    @GetMapping(ADJUSTMENT)
    ResponseEntity<byte[]> adjustment(
            @PathVariable("adjustment") String number, StaffSignedIn staff, HttpServletRequest request) {
        Optional<StoredAdjustment> stored = stored(number);
        if (stored.isEmpty()) {
            return problems.unknown(request);
        }
        desk.looked(staff, request, stored.get().adjustment().account(), "approval of " + number);
        return shown(200, looked(stored.get(), staff, request, ""), request);
    }

    @PostMapping(ADJUSTMENT)
    ResponseEntity<byte[]> decide(
            @PathVariable("adjustment") String number, StaffSignedIn staff, HttpServletRequest request) {
        Optional<StoredAdjustment> stored = stored(number);
        if (stored.isEmpty()) {
            return problems.unknown(request);
        }
        String why = Desk.typed(request, "why");
        if (isFaulty(why)) {
            Decision page = looked(stored.get(), staff, request, why);
            Decision again = new Decision(page.adjustment(), page.look(), null, null, why, "act.fault.why", "");
            return shown(422, again, request);
        }
        Actor actor = desk.actor(staff, request);
        Days days = new Days(desk.today(), desk.today());
        DeskAdjustment answer = isApproval(request)
                ? DeskAdjustments.approve(
                        site.database(), desk.adjustments(staff), stored.get(), days, actor, why.strip(), seen(request))
                : DeskAdjustments.refuse(site.database(), stored.get(), days, actor, why.strip());
        return switch (answer) {
            case DeskAdjustment.Done _ -> Desk.go(LIST);
            case DeskAdjustment.Looked(var look) ->
                shown(409, new Decision(stored.get(), look, null, null, why, "act.fault.changed", ""), request);
            case DeskAdjustment.Changed(var look) ->
                shown(409, new Decision(stored.get(), look, null, null, why, "act.fault.changed", ""), request);
            case DeskAdjustment.Refused(var reason, var found) ->
                shown(
                        409,
                        new Decision(stored.get(), null, null, null, why, AdjustmentWords.refused(reason), found),
                        request);
        };
    }

    @GetMapping(ARRANGEMENT)
    ResponseEntity<byte[]> arrangement(
            @PathVariable("arrangement") String number, StaffSignedIn staff, HttpServletRequest request) {
        Optional<ArrangementProposal> proposal = ArrangementProposals.of(site.database(), Long.parseLong(number));
        if (proposal.isEmpty()) {
            return problems.unknown(request);
        }
        desk.looked(staff, request, proposal.get().account(), "approval of arrangement proposal " + number);
        return shown(200, offered(proposal.get(), "", ""), request);
    }

    @PostMapping(ARRANGEMENT)
    ResponseEntity<byte[]> decideArrangement(
            @PathVariable("arrangement") String number, StaffSignedIn staff, HttpServletRequest request) {
        Optional<ArrangementProposal> found = ArrangementProposals.of(site.database(), Long.parseLong(number));
        if (found.isEmpty()) {
            return problems.unknown(request);
        }
        ArrangementProposal proposal = found.get();
        String why = Desk.typed(request, "why");
        boolean isApproval = isApproval(request);
        if (isFaulty(why)) {
            return shown(422, offered(proposal, why, "act.fault.why"), request);
        }
        Optional<Schedule> seen = ShownSchedule.parse(Desk.typed(request, "seen"));
        if (isApproval && seen.isEmpty()) {
            return shown(409, offered(proposal, why, "act.fault.changed"), request);
        }
        Actor actor = desk.actor(staff, request);
        DeskArrangement answer = isApproval
                ? DeskArrangements.approve(site.database(), proposal, by(), seen.orElseThrow(), actor, why.strip())
                : DeskArrangements.refuse(site.database(), proposal, desk.today(), actor, why.strip());
        return switch (answer) {
            case DeskArrangement.Granted _, DeskArrangement.NotLetThrough _, DeskArrangement.Waits _ -> Desk.go(LIST);
            case DeskArrangement.Changed _ -> shown(409, offered(proposal, why, "act.fault.changed"), request);
            case DeskArrangement.Refused(var reason, var said) -> {
                String key = "arrangement.refused." + ArrangementPages.words(reason);
                yield shown(409, new Decision(null, null, proposal, null, why, key, said), request);
            }
        };
    }

    private Asked by() {
        return new Asked(
                desk.terms().arrangements(), desk.terms().days(), null, desk.today(), RequestChannel.PHONE, null);
    }

    private Optional<StoredAdjustment> stored(String number) {
        return StoredAdjustment.parse(number)
                .flatMap(id -> Adjustments.of(site.database(), id))
                .filter(StoredAdjustment::needsSecond);
    }

    private Decision looked(StoredAdjustment stored, StaffSignedIn staff, HttpServletRequest request, String why) {
        if (stored.state() != StoredAdjustment.State.ASKED) {
            return new Decision(stored, null, null, null, why, "", "");
        }
        Days days = new Days(desk.today(), desk.today());
        return switch (DeskAdjustments.lookAtApproval(
                site.database(), desk.adjustments(staff), stored, days, desk.actor(staff, request))) {
            case DeskAdjustment.Looked(var look) -> new Decision(stored, look, null, null, why, "", "");
            case DeskAdjustment.Refused(var reason, var found) ->
                new Decision(stored, null, null, null, why, AdjustmentWords.refused(reason), found);
            case DeskAdjustment.Changed _, DeskAdjustment.Done _ -> new Decision(stored, null, null, null, why, "", "");
        };
    }

    private Decision offered(ArrangementProposal proposal, String why, String fault) {
        if (!proposal.isWaiting()) {
            return new Decision(null, null, proposal, null, why, "arrangement.refused.decided", "");
        }
        Asked asked = ArrangementProposals.asked(proposal, by());
        return switch (ArrangementDecisions.offer(site.database(), proposal.account(), asked)) {
            case ArrangementOffer.Offered offered ->
                new Decision(null, null, proposal, offered.schedule(), why, fault, "");
            case ArrangementOffer.NotOffered(var reason, var found) ->
                new Decision(
                        null,
                        null,
                        proposal,
                        null,
                        why,
                        "arrangement.refused." + ArrangementPages.words(reason),
                        found);
        };
    }

    private static boolean isApproval(HttpServletRequest request) {
        return Desk.typed(request, "decision").equals("approve");
    }

    /// A form that has shown nothing approves nothing.
    private static String seen(HttpServletRequest request) {
        String seen = Desk.typed(request, "seen");
        return seen.isEmpty() ? "nothing" : seen;
    }

    private static boolean isFaulty(String why) {
        return why.isBlank() || why.length() > LONGEST;
    }

    private ResponseEntity<byte[]> shown(int status, Decision page, HttpServletRequest request) {
        return Rendered.page(status, "console/act/approval", Frame.of(site, request), page);
    }
}
