package org.taswiya.web.console.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Schedule.Instalment;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.desk.DeskArrangement;
import org.taswiya.run.desk.DeskArrangements;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.InstalmentRequest;
import org.taswiya.store.arrangement.InstalmentRequests;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.store.work.WorkItem;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.work.DecisionMaker.Outcome;
import org.taswiya.web.console.work.ItemDetails.Detail;
import org.taswiya.web.console.work.ItemDetails.Voice;
import org.taswiya.web.instalment.ShownSchedule;
import org.taswiya.web.page.Frame;

/// Instalments that customers have asked for, as the rules offer them now, with the limits of whoever decides: granted
/// at once, or proposed to a second person, or not granted.
record AskedPlans(Site site, AgencyTerms terms) {

    private Optional<InstalmentRequest> request(WorkItem item) {
        return InstalmentRequests.waitingOf(site.database(), Long.parseLong(item.key()));
    }

    private ArrangementOffer offer(InstalmentRequest request, String staff) {
        return ArrangementDecisions.offer(site.database(), request.account(), asked(request, staff));
    }

    private Asked asked(InstalmentRequest request, String staff) {
        boolean isSupervisor = StaffDoor.role(site.database(), staff)
                .filter(StaffRole.SUPERVISOR::equals)
                .isPresent();
        ArrangementRules rules = isSupervisor ? terms.arrangements().forSupervisor() : terms.arrangements();
        return new Asked(
                rules,
                terms.days(),
                request.months(),
                LocalDate.now(site.clock()),
                RequestChannel.ONLINE_AGENCY,
                null,
                Money.ZERO,
                null);
    }

    /// What would be granted now, as a form brings it back; empty where nothing would.
    String basis(WorkItem item, String staff) {
        return request(item)
                .map(request -> offer(request, staff))
                .map(AskedPlans::schedule)
                .map(ShownSchedule::text)
                .orElse("");
    }

    private static @Nullable Schedule schedule(ArrangementOffer offer) {
        return switch (offer) {
            case ArrangementOffer.Offered offered -> offered.schedule();
            case ArrangementOffer.NotOffered _ -> null;
        };
    }

    List<Detail> details(Frame frame, WorkItem item, String staff) {
        List<Detail> details = new ArrayList<>();
        InstalmentRequest request = request(item).orElse(null);
        if (request == null) {
            return details;
        }
        details.add(page("asked", frame.figures().count("instalments", request.months())));
        switch (offer(request, staff)) {
            case ArrangementOffer.Offered offered -> {
                for (Instalment one : offered.schedule().instalments()) {
                    details.add(page(
                            "instalment",
                            frame.text(
                                    "work.instalment",
                                    "date",
                                    frame.figures().date(one.dueOn()),
                                    "amount",
                                    frame.figures().money(one.amount()))));
                }
                if (offered.needsApproval()) {
                    details.add(page("approval", frame.text("work.approval")));
                }
            }
            case ArrangementOffer.NotOffered(var reason, var _) ->
                details.add(page("approval", frame.text("work.fault." + words(reason))));
        }
        String form = "/staff/accounts/" + request.account() + "/arrangement?months=" + request.months();
        details.add(new Detail("otherwise", frame.text("work.otherwise"), form, Voice.PAGE));
        return details;
    }

    private static Detail page(String label, String value) {
        return new Detail(label, value, "", Voice.PAGE);
    }

    /// @param basis what whoever decides has seen
    Outcome decide(WorkItem item, TypedDecision typed, String basis, Actor actor, boolean isTrial) {
        InstalmentRequest request = request(item).orElse(null);
        if (request == null) {
            return new Outcome.Refused("changed", "");
        }
        if (typed.what().equals("not-granted")) {
            LocalDate today = LocalDate.now(site.clock());
            return DeskArrangements.refuse(site.database(), request, today, actor, typed.reason(), isTrial)
                    ? DecisionMaker.DONE
                    : new Outcome.Refused("changed", "");
        }
        return isTrial ? looked(request, actor) : granted(request, basis, actor, typed.reason());
    }

    private Outcome looked(InstalmentRequest request, Actor actor) {
        return switch (offer(request, actor.staff())) {
            case ArrangementOffer.Offered _ -> DecisionMaker.DONE;
            case ArrangementOffer.NotOffered(var reason, var found) -> new Outcome.Refused(words(reason), found);
        };
    }

    private Outcome granted(InstalmentRequest request, String basis, Actor actor, String why) {
        Schedule seen = ShownSchedule.parse(basis).orElse(null);
        if (seen == null) {
            return looked(request, actor);
        }
        DeskArrangement answer = DeskArrangements.grant(
                site.database(), request.account(), asked(request, actor.staff()), seen, actor, why);
        return switch (answer) {
            case DeskArrangement.Granted _, DeskArrangement.Waits _ -> DecisionMaker.DONE;
            case DeskArrangement.NotLetThrough _, DeskArrangement.Changed _ -> new Outcome.Refused("changed", "");
            case DeskArrangement.Refused(var reason, var found) -> new Outcome.Refused(words(reason), found);
        };
    }

    private static String words(ArrangementReason reason) {
        return switch (reason) {
            case NOTHING_OPEN, RUNNING, TOO_LONG, INSTALMENT_TOO_SMALL -> reason.code();
            case NOT_RUNNING, UNKNOWN_ARRANGEMENT -> "changed";
            case NONE_FOR_CLASS,
                    TOO_SHORT,
                    OWN_APPROVAL,
                    WRONG_DAY,
                    UNKNOWN_ACCOUNT,
                    USUAL_UNKNOWN,
                    NOT_ABOVE_USUAL,
                    NO_CATCH_UP,
                    NEEDS_APPROVAL,
                    NO_REBATE -> "not-offered";
        };
    }
}
