package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// Who of the staff acts, and within which limits.
record Desk(Site site, AgencyTerms terms) {

    Actor actor(StaffSignedIn staff, HttpServletRequest request) {
        return new Actor(staff.staff(), request.getRemoteAddr(), Instant.now(site.clock()));
    }

    /// Written down before it is shown.
    void looked(StaffSignedIn staff, HttpServletRequest request, String account, String place) {
        Actor actor = actor(staff, request);
        StaffTrail.looked(site.database(), actor.staff(), actor.address(), actor.at(), account, place);
    }

    private boolean isSupervisor(StaffSignedIn staff) {
        return StaffDoor.role(site.database(), staff.staff())
                .filter(StaffRole.SUPERVISOR::equals)
                .isPresent();
    }

    /// With the limits of their role.
    ArrangementRules arrangements(StaffSignedIn staff) {
        return isSupervisor(staff) ? terms.arrangements().forSupervisor() : terms.arrangements();
    }

    /// With the limits of their role.
    AdjustmentRules adjustments(StaffSignedIn staff) {
        return isSupervisor(staff) ? site.adjustments().forSupervisor() : site.adjustments();
    }

    AccountStatement statement(String account) {
        return AccountStatement.of(site.database(), List.of(account)).getFirst();
    }

    LocalDate today() {
        return LocalDate.now(site.clock());
    }

    /// Whether a form asks for the bill there and then, and who sent it may.
    boolean isAtOnce(HttpServletRequest request) {
        return typed(request, "at-once").equals("yes")
                && Frame.of(site, request).may(StaffRight.REBILLING);
    }

    /// The page of the first bill that was made, or another where none was.
    static String first(List<BillNumber> made, String otherwise) {
        return made.isEmpty() ? otherwise : "/staff/bills/" + made.getFirst();
    }

    /// A field of a form; empty where it is not there.
    static String typed(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        return typed == null ? "" : typed.replace("\u0000", "");
    }

    static ResponseEntity<byte[]> go(String path) {
        return Rendered.go(path);
    }
}
