package org.taswiya.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.Change;
import org.taswiya.store.handset.RoundAssignments;
import org.taswiya.store.rounds.ReadingRounds;
import org.taswiya.store.rounds.ReadingRoutes;

/// Rounds through a town, in the first days of July.
final class WalkedTown {
    private static final DateRange DAYS = DateRange.of(LocalDate.of(2020, 7, 2), LocalDate.of(2020, 7, 9));
    private static final Change WHY = new Change(Instant.parse("2020-06-30T08:00:00Z"), "nadia", "July");

    private WalkedTown() {}

    /// @return the round's number
    static long plan(PageTown town, String route, List<String> points) {
        ReadingRoutes.lay(town.database(), route, points, WHY, false);
        return ReadingRounds.plan(town.database(), route, DAYS, WHY, false).number();
    }

    static void assign(PageTown town, long round, String reader) {
        RoundAssignments.assign(town.database(), round, reader, WHY);
    }

    /// Places with a meter that somebody has read before, in the order of their references.
    static List<String> points(PageTown town) {
        return town.texts("""
                select p.reference from usage_point p
                where exists (select from meter m where m.usage_point = p.reference and m.removed_at is null)
                    and exists (select from reading r where r.usage_point = p.reference and r.kind = 'actual')
                order by 1""");
    }
}
