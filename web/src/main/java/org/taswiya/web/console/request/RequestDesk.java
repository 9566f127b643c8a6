package org.taswiya.web.console.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.taswiya.core.care.RequestKind;
import org.taswiya.core.care.RequestRules;
import org.taswiya.store.Database;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.work.WorkAssignments;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.console.TrailedAct;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// What the pages of one request have in common.
final class RequestDesk {
    private final Site site;
    private final RequestRules rules;

    RequestDesk(Site site, RequestRules rules) {
        this.site = site;
        this.rules = rules;
    }

    Optional<StoredRequest> request(String number) {
        return Requests.of(site.database(), Long.parseLong(number));
    }

    /// With all that is known of it; that somebody looks is written down before.
    RequestShown shown(StoredRequest request, StaffSignedIn staff, HttpServletRequest http) {
        Instant now = Instant.now(site.clock());
        LocalDate today = LocalDate.ofInstant(now, site.clock().getZone());
        String key = Long.toString(request.id());
        StaffTrail.looked(
                site.database(), staff.staff(), http.getRemoteAddr(), now, request.account(), "request " + key);
        Frame frame = Frame.of(site, http);
        String has = WorkLists.of(site.database(), WorkKind.REQUEST, key)
                .map(WorkItem::staff)
                .orElse(null);
        boolean mayAssign =
                StaffDoor.rights(site.database(), staff.staff(), staff.ticket()).contains(StaffRight.ASSIGN);
        Requests.Reach reach = Requests.reach(site.database(), request.account(), today);
        return new RequestShown(
                request,
                rules.kind(request.kind())
                        .map(kind -> kind.name(frame.language()))
                        .orElse(request.kind()),
                today,
                has,
                staff.staff().equals(has),
                mayAssign,
                has == null || staff.staff().equals(has) || mayAssign,
                mayAssign ? WorkAssignments.staff(site.database()) : List.of(),
                List.copyOf(rules.letters().values()),
                reach.language(),
                reach.channel(),
                TypedAnswer.NONE,
                "");
    }

    List<RequestKind> kinds() {
        return List.copyOf(rules.kinds().values());
    }

    ResponseEntity<byte[]> page(int status, RequestShown shown, HttpServletRequest http) {
        return Rendered.page(status, "console/request/request", Frame.of(site, http), shown);
    }

    /// Does something to a request, with its row of the trail.
    RequestOutcome done(StaffSignedIn staff, HttpServletRequest http, Function<Database, RequestOutcome> act) {
        return TrailedAct.make(
                site,
                staff,
                http,
                within -> act.apply(within.database()),
                outcome -> outcome instanceof RequestOutcome.Done(var request, var _)
                        ? Optional.of(new TrailedAct.Row(request.account(), "request " + request.id()))
                        : Optional.empty());
    }

    static ResponseEntity<byte[]> to(long request) {
        return ResponseEntity.status(303)
                .header("Location", "/staff/requests/" + request)
                .build();
    }
}
