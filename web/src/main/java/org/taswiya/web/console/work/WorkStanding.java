package org.taswiya.web.console.work;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.taswiya.store.adjustment.BillClaim;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.work.WorkItem;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.work.WorkChoices.Choice;

/// An item as whoever may decide it finds it, at the console or by a program.
///
/// @param basis what of the books a decision rests on beside the item; empty where nothing does
/// @param isMine whether they have it
/// @param mayAssign whether they may give it to somebody
/// @param mayDecide whether a decision of theirs is taken: they have the right, and nobody else has the item
/// @param choices what can be decided of it
public record WorkStanding(
        WorkItem item, String basis, boolean isMine, boolean mayAssign, boolean mayDecide, List<Choice> choices) {
    public WorkStanding {
        choices = List.copyOf(choices);
    }

    public static WorkStanding of(Site site, AgencyTerms terms, WorkItem item, String staff, Set<StaffRight> rights) {
        boolean isMine = staff.equals(item.staff());
        boolean mayAssign = rights.contains(StaffRight.ASSIGN);
        boolean isFree = isMine || item.staff() == null || mayAssign;
        return new WorkStanding(
                item,
                basis(site, terms, item, staff),
                isMine,
                mayAssign,
                isFree && rights.contains(WorkChoices.right(item.kind())),
                WorkChoices.of(item.kind()));
    }

    private static String basis(Site site, AgencyTerms terms, WorkItem item, String staff) {
        return switch (item.kind()) {
            case DISPUTE -> ItemDetails.claim(site, item).map(BillClaim::text).orElse("");
            case INSTALMENTS -> new AskedPlans(site, terms).basis(item, staff);
            case HELD, SUSPECT, UNDELIVERED, UNMATCHED, REQUEST, UNREACHED, EXCHANGE, MOVE -> "";
        };
    }

    /// Sent back with a decision: it is another word once anything of the item is otherwise.
    public String seen() {
        return seen(item, basis);
    }

    static String seen(WorkItem item, String basis) {
        int all = Objects.hash(item.key(), item.code(), item.said(), item.since(), item.due(), item.amount(), basis);
        return HexFormat.of().toHexDigits(all);
    }
}
