package org.taswiya.web.console.work;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.work.WorkAssignments;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// What the pages of one item have in common.
public final class WorkDesk {
    private final Site site;
    private final AgencyTerms terms;
    private final AskedPlans plans;

    WorkDesk(Site site, AgencyTerms terms) {
        this.site = site;
        this.terms = terms;
        this.plans = new AskedPlans(site, terms);
    }

    /// Where a list is.
    static String address(WorkKind kind) {
        return "/staff/work/" + kind.code();
    }

    /// Where an item is: requests and exchanges have pages of their own.
    static String address(WorkKind kind, String key) {
        return switch (kind) {
            case REQUEST -> "/staff/requests/" + key;
            case EXCHANGE -> "/staff/exchanges/" + key;
            case HELD, SUSPECT, DISPUTE, UNDELIVERED, UNMATCHED, UNREACHED, MOVE, INSTALMENTS ->
                address(kind) + "/" + key;
        };
    }

    static boolean hasOwnPage(WorkKind kind) {
        return kind == WorkKind.REQUEST || kind == WorkKind.EXCHANGE;
    }

    Set<StaffRight> rights(StaffSignedIn staff) {
        return StaffDoor.rights(site.database(), staff.staff(), staff.ticket());
    }

    Optional<WorkItem> item(String list, String key) {
        return WorkKind.ofCode(list).flatMap(kind -> WorkLists.of(site.database(), kind, key));
    }

    /// With all that is known of it; that somebody looks is written down before.
    ItemShown shown(WorkItem item, StaffSignedIn staff, HttpServletRequest request) {
        Instant now = Instant.now(site.clock());
        String account = item.account();
        if (account != null) {
            String place = item.kind().code() + " " + item.key();
            StaffTrail.looked(site.database(), staff.staff(), request.getRemoteAddr(), now, account, place);
        }
        WorkStanding standing = WorkStanding.of(site, terms, item, staff.staff(), rights(staff));
        return new ItemShown(
                item,
                details(item, staff, request),
                standing.basis(),
                LocalDate.ofInstant(now, site.clock().getZone()),
                standing.isMine(),
                standing.mayAssign(),
                standing.mayDecide(),
                standing.mayAssign() ? WorkAssignments.staff(site.database()) : List.of(),
                standing.choices(),
                TypedDecision.NONE,
                "",
                "",
                "");
    }

    private List<ItemDetails.Detail> details(WorkItem item, StaffSignedIn staff, HttpServletRequest request) {
        Frame frame = Frame.of(site, request);
        return item.kind() == WorkKind.INSTALMENTS
                ? plans.details(frame, item, staff.staff())
                : ItemDetails.of(site, frame, item);
    }

    ResponseEntity<byte[]> page(int status, ItemShown shown, HttpServletRequest request) {
        return Rendered.page(status, "console/work/item", Frame.of(site, request), shown);
    }

    /// It does not wait any more: somebody has decided it, or it has become right by itself.
    ResponseEntity<byte[]> gone(WorkKind kind, int status, HttpServletRequest request) {
        return Rendered.page(status, "console/work/gone", Frame.of(site, request), new Gone(kind));
    }

    /// Of an item that waits no more.
    public record Gone(WorkKind kind) {}

    static ResponseEntity<byte[]> to(String address) {
        return Rendered.go(address);
    }
}
