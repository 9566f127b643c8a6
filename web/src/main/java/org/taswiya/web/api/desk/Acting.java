package org.taswiya.web.api.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.store.Change;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.TurnedAway;

/// For whom of the staff a request acts, and what they may do at this moment.
///
/// @param rights none when they are not let in any more
record Acting(String staff, long key, Set<StaffRight> rights, Instant at) {
    Acting {
        rights = Set.copyOf(rights);
    }

    /// @param needed all of which it takes
    static Acting of(Site site, Call call, StaffRight... needed) {
        String staff = call.bearer().staff();
        Set<StaffRight> rights = staff == null ? Set.of() : StaffDoor.rights(site.database(), staff);
        if (staff == null || !rights.containsAll(List.of(needed))) {
            throw missing();
        }
        return new Acting(staff, call.bearer().id(), rights, Instant.now(site.clock()));
    }

    static TurnedAway missing() {
        return Problem.of(
                        ProblemKind.RIGHT_MISSING,
                        "Whoever the key acts for has no right to this, or is not let in any more. Ask the utility.")
                .thrown();
    }

    boolean may(StaffRight right) {
        return rights.contains(right);
    }

    void require(StaffRight right) {
        if (!may(right)) {
            throw missing();
        }
    }

    /// As the trail has it: theirs, by the key.
    Actor actor() {
        return new Actor(staff, "api key " + key, at);
    }

    Change why(String reason) {
        return new Change(at, staff, reason);
    }

    private boolean isSupervisor(Site site) {
        return StaffDoor.role(site.database(), staff)
                .filter(StaffRole.SUPERVISOR::equals)
                .isPresent();
    }

    /// With the limits of their role.
    AdjustmentRules adjustments(Site site) {
        return isSupervisor(site) ? site.adjustments().forSupervisor() : site.adjustments();
    }

    /// With the limits of their role.
    ArrangementRules arrangements(Site site, AgencyTerms terms) {
        return isSupervisor(site) ? terms.arrangements().forSupervisor() : terms.arrangements();
    }

    static LocalDate today(Site site) {
        return LocalDate.now(site.clock());
    }
}
