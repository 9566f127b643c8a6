package org.taswiya.store.interest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.budget.BudgetPlan;
import org.taswiya.core.budget.BudgetStanding;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.dunning.DunningStop;
import org.taswiya.core.dunning.PersonsStop;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.adjustment.DisputeRows;
import org.taswiya.store.adjustment.StoredDispute;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.budget.BudgetPlans;
import org.taswiya.store.budget.StoredPlan;
import org.taswiya.store.dunning.DunningStops;
import org.taswiya.store.suspension.Suspensions;

/// On which days of a month something keeps interest back from items of some accounts, as it is known now.
final class StoppedDays {
    private final List<LocalDate> days;
    private final Map<String, List<StoredDispute>> disputes = new HashMap<>();
    private final Map<String, List<PersonsStop>> stops = new HashMap<>();
    private final Map<String, List<StoredArrangement>> arrangements = new HashMap<>();
    private final Map<String, List<StoredPlan>> plans = new HashMap<>();
    private final Map<String, Set<String>> areas = new HashMap<>();
    private final List<Suspension> suspensions;

    private StoppedDays(YearMonth month, List<Suspension> suspensions) {
        this.days = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        this.suspensions = suspensions;
    }

    static StoppedDays of(Connection connection, List<String> accounts, YearMonth month) throws SQLException {
        List<Suspension> suspensions = Suspensions.all(connection).stream()
                .filter(one -> one.activities().contains(Activity.COLLECTION))
                .toList();
        StoppedDays found = new StoppedDays(month, suspensions);
        DisputeRows.ofAccounts(connection, accounts).forEach(one -> add(found.disputes, one.account(), one));
        DunningStops.ofAccounts(connection, accounts).stream()
                .filter(one -> one.stop().kind() == DunningStop.DISPUTE)
                .forEach(one -> add(found.stops, one.account(), one.stop()));
        Arrangements.ofAccounts(connection, accounts)
                .forEach(one -> add(found.arrangements, one.arrangement().account(), one));
        BudgetPlans.ofAccounts(connection, accounts)
                .forEach(one -> add(found.plans, one.plan().account(), one));
        if (suspensions.stream().anyMatch(one -> one.area() != null)) {
            found.readAreas(connection, accounts);
        }
        return found;
    }

    private void readAreas(Connection connection, List<String> accounts) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct a.account, e.area from service_agreement a
                join usage_point p on p.reference = a.usage_point
                join premise e on e.reference = p.premise
                where a.account = any(?)""")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            Rows.each(
                    query,
                    row -> areas.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                            .add(row.getString(2)));
        }
    }

    Set<LocalDate> of(OpenItem item) {
        Set<LocalDate> stopped = new HashSet<>();
        for (LocalDate day : days) {
            if (isDisputed(item, day) || isSuspended(item, day) || isArranged(item, day) || isPlanned(item, day)) {
                stopped.add(day);
            }
        }
        return stopped;
    }

    /// All of it, also where a part is disputed: what turns out to be owed was not late while nobody knew.
    private boolean isDisputed(OpenItem item, LocalDate day) {
        for (StoredDispute one : disputes.getOrDefault(item.account(), List.of())) {
            LocalDate to = one.end() == null ? null : one.end().settledOn();
            if (one.item().equals(item.key()) && !day.isBefore(one.openedOn()) && (to == null || day.isBefore(to))) {
                return true;
            }
        }
        return stops.getOrDefault(item.account(), List.of()).stream().anyMatch(one -> one.isOn(item.key(), day));
    }

    private boolean isSuspended(OpenItem item, LocalDate day) {
        Set<String> where = areas.getOrDefault(item.account(), Set.of());
        return suspensions.stream()
                .filter(one -> one.isInForce(day))
                .anyMatch(one -> one.area() == null || where.stream().anyMatch(one::isOf));
    }

    private boolean isArranged(OpenItem item, LocalDate day) {
        for (StoredArrangement one : arrangements.getOrDefault(item.account(), List.of())) {
            Arrangement of = one.arrangement();
            if (!day.isBefore(of.signedOn())
                    && of.items().stream().anyMatch(arranged -> arranged.key().equals(item.key()))
                    && one.standingOn(day).state().isRunning()) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlanned(OpenItem item, LocalDate day) {
        for (StoredPlan one : plans.getOrDefault(item.account(), List.of())) {
            BudgetPlan plan = one.plan();
            BudgetStanding standing = one.standingOn(day);
            if (!day.isBefore(plan.startsOn()) && plan.covers(item, standing) && !day.isAfter(standing.askedFrom())) {
                return true;
            }
        }
        return false;
    }

    private static <T> void add(Map<String, List<T>> lists, String account, T one) {
        lists.computeIfAbsent(account, _ -> new ArrayList<>()).add(one);
    }
}
