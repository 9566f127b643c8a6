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
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.run.desk.DeskArrangement;
import org.taswiya.run.desk.DeskArrangements;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.ArrangementProposals;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.instalment.ShownSchedule;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// Instalments that staff grant: looked at day by day, then granted just so.
@Controller
public final class ArrangementPages {
    private static final String PATH = "/staff/accounts/{account:[0-9]{10}}/arrangement";
    private static final List<RequestChannel> CHANNELS = List.of(
            RequestChannel.PHONE,
            RequestChannel.AGENCY,
            RequestChannel.E_MAIL,
            RequestChannel.POST,
            RequestChannel.ONLINE_AGENCY,
            RequestChannel.APP);

    private final Site site;
    private final Desk desk;
    private final Problems problems;

    ArrangementPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.desk = new Desk(site, terms);
        this.problems = problems;
    }

    /// What is to be said of what was typed.
    ///
    /// @param schedule null where there is none to show
    private record Look(
            int status, @Nullable Schedule schedule, boolean needsApproval, String fault, String field, String found) {
        static final Look NONE = new Look(200, null, false, "", "", "");

        Look as(int otherStatus, String otherFault) {
            return new Look(otherStatus, schedule, needsApproval, otherFault, "schedule", "");
        }
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> form(
            @PathVariable("account") String account, StaffSignedIn staff, HttpServletRequest request) {
        Optional<FoundAccount> who = CustomerSearch.account(site.database(), account);
        if (who.isEmpty()) {
            return problems.unknown(request);
        }
        desk.looked(staff, request, account, "arrangement");
        return shown(who.get(), TypedArrangement.of(request).orUsual(), Look.NONE, request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> act(
            @PathVariable("account") String account, StaffSignedIn staff, HttpServletRequest request) {
        Optional<FoundAccount> who = CustomerSearch.account(site.database(), account);
        if (who.isEmpty()) {
            return problems.unknown(request);
        }
        TypedArrangement typed = TypedArrangement.of(request);
        String fault = typed.fault(site.currency());
        if (!fault.isEmpty()) {
            String key = fault.equals("why") ? "act.fault.why" : "arrangement.fault." + fault;
            Look look = new Look(422, null, false, key, fault, "");
            return shown(who.get(), typed, look, request);
        }
        Asked asked = asked(typed.said(site.currency()), staff);
        Optional<Schedule> seen = ShownSchedule.parse(Desk.typed(request, "schedule"));
        if (seen.isEmpty()) {
            return shown(who.get(), typed, look(account, asked), request);
        }
        return switch (DeskArrangements.grant(
                site.database(),
                account,
                asked,
                seen.get(),
                desk.actor(staff, request),
                typed.why().strip())) {
            case DeskArrangement.Granted _, DeskArrangement.Waits _, DeskArrangement.NotLetThrough _ ->
                Desk.go("/staff/accounts/" + account + "/arrangement");
            case DeskArrangement.Changed _ ->
                shown(who.get(), typed, look(account, asked).as(409, "act.fault.changed"), request);
            case DeskArrangement.Refused(var reason, var found) ->
                shown(who.get(), typed, refused(409, reason, found), request);
        };
    }

    private Asked asked(TypedArrangement.Said said, StaffSignedIn staff) {
        return new Asked(
                desk.arrangements(staff),
                desk.terms().days(),
                said.months(),
                desk.today(),
                said.channel(),
                null,
                said.down(),
                said.first());
    }

    private Look look(String account, Asked asked) {
        return switch (ArrangementDecisions.offer(site.database(), account, asked)) {
            case ArrangementOffer.Offered offered ->
                new Look(200, offered.schedule(), offered.needsApproval(), "", "", "");
            case ArrangementOffer.NotOffered(var reason, var found) -> refused(422, reason, found);
        };
    }

    private static Look refused(int status, ArrangementReason reason, String found) {
        return new Look(status, null, false, "arrangement.refused." + words(reason), fieldOf(reason), found);
    }

    private ResponseEntity<byte[]> shown(
            FoundAccount who, TypedArrangement typed, Look look, HttpServletRequest request) {
        StoredArrangement last = Arrangements.list(site.database(), who.account()).stream()
                .reduce((_, next) -> next)
                .orElse(null);
        Standing standing = last == null ? null : last.standingOn(desk.today());
        ArrangementShown page = new ArrangementShown(
                who,
                desk.statement(who.account()),
                typed,
                CHANNELS,
                last,
                standing,
                ArrangementProposals.waitingOf(site.database(), who.account()).orElse(null),
                AccountRows.of(site.database(), who.account()).disputed(),
                look.schedule(),
                look.needsApproval(),
                look.fault(),
                look.field(),
                look.found());
        return Rendered.page(look.status(), "console/act/arrangement", Frame.of(site, request), page);
    }

    private static String fieldOf(ArrangementReason reason) {
        return reason == ArrangementReason.WRONG_DAY ? "first" : "months";
    }

    static String words(ArrangementReason reason) {
        return switch (reason) {
            case UNKNOWN_ARRANGEMENT, NOT_RUNNING -> "decided";
            case NOTHING_OPEN,
                    NONE_FOR_CLASS,
                    RUNNING,
                    TOO_SHORT,
                    TOO_LONG,
                    INSTALMENT_TOO_SMALL,
                    OWN_APPROVAL,
                    WRONG_DAY,
                    UNKNOWN_ACCOUNT,
                    USUAL_UNKNOWN,
                    NOT_ABOVE_USUAL,
                    NO_CATCH_UP,
                    NEEDS_APPROVAL,
                    NO_REBATE -> reason.code();
        };
    }
}
