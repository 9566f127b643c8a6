package org.taswiya.web.console.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.taswiya.run.receiving.ExchangeDesk;
import org.taswiya.store.handset.ReportedExchange;
import org.taswiya.store.handset.ReportedExchanges;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.work.WorkAssignments;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;

/// Finds exchanges that wait.
final class ReportedDesk {
    private final Site site;

    ReportedDesk(Site site) {
        this.site = site;
    }

    /// With all that is known of it; that somebody looks is written down before. Empty for what does not wait.
    Optional<ExchangeShown> shown(String entry, StaffSignedIn staff, HttpServletRequest request) {
        Optional<WorkItem> item = WorkLists.of(site.database(), WorkKind.EXCHANGE, entry);
        return item.isEmpty()
                ? Optional.empty()
                : ReportedExchanges.find(site.database(), UUID.fromString(entry))
                        .map(reported -> shown(reported, item.get(), staff, request));
    }

    private ExchangeShown shown(
            ReportedExchange reported, WorkItem item, StaffSignedIn staff, HttpServletRequest request) {
        Instant now = Instant.now(site.clock());
        String account = item.account();
        if (account != null) {
            StaffTrail.looked(
                    site.database(), staff.staff(), request.getRemoteAddr(), now, account, "exchange " + item.key());
        }
        boolean mayAssign =
                StaffDoor.rights(site.database(), staff.staff(), staff.ticket()).contains(StaffRight.ASSIGN);
        boolean isMine = staff.staff().equals(item.staff());
        return new ExchangeShown(
                reported,
                LocalDate.ofInstant(reported.at(), site.clock().getZone()),
                account,
                ExchangeDesk.before(site.database(), reported, site.clock().getZone())
                        .orElse(null),
                item.staff(),
                isMine,
                mayAssign,
                item.staff() == null || isMine || mayAssign,
                mayAssign ? WorkAssignments.staff(site.database()) : List.of(),
                TypedExchange.NONE,
                "",
                "");
    }
}
