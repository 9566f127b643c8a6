package org.taswiya.store.dunning;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.budget.BudgetStanding;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.dunning.Disputed;
import org.taswiya.core.dunning.DunningCase;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.dunning.PersonsStop;
import org.taswiya.core.dunning.PlannedItem;
import org.taswiya.core.dunning.SentStep;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.adjustment.DisputeRows;
import org.taswiya.store.adjustment.StoredDispute;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.budget.BudgetPlans;
import org.taswiya.store.budget.StoredPlan;
import org.taswiya.store.population.AccountClasses;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.store.suspension.Suspensions;

/// What counts for accounts when it is decided whether they are dunned.
final class DunningCases {
    private DunningCases() {}

    /// Of those among the accounts that are there, in their order.
    static SortedMap<String, DunningCase> of(
            Connection connection, List<String> accounts, DunningRules rules, LocalDate on) throws SQLException {
        Map<String, CustomerClass> classes = AccountClasses.of(connection, accounts);
        Map<String, List<SentStep>> sent = new HashMap<>();
        Rows.each(
                connection,
                """
                select n.account, n.kind, n.number, n.step, r.run_on
                from dunning_notice n join dunning_run r on r.id = n.run where n.account = any(?)""",
                SqlArrays.texts(connection, accounts),
                row -> add(
                        sent,
                        row.getString(1),
                        new SentStep(
                                new ItemKey(ItemKind.ofCode(row.getString(2)), row.getString(3)),
                                row.getString(4),
                                Rows.date(row, "run_on"))));
        Map<String, List<PersonsStop>> stops = new HashMap<>();
        DunningStops.ofAccounts(connection, accounts).forEach(stop -> add(stops, stop.account(), stop.stop()));
        Map<String, Map<ItemKey, Long>> arranged = arranged(connection, accounts, on);
        Map<String, List<StoredPlan>> plans = plans(connection, accounts, on);
        Map<String, List<Suspension>> suspensions = suspensions(connection, accounts, on);
        Map<String, List<Disputed>> disputes = disputes(connection, accounts);
        Map<String, Set<ItemKey>> charges = charges(connection, accounts);
        SortedMap<String, DunningCase> cases = new TreeMap<>();
        for (Map.Entry<String, AccountItems> items :
                AccountRows.of(connection, accounts).entrySet()) {
            String account = items.getKey();
            CustomerClass of = classes.get(account);
            cases.put(
                    account,
                    new DunningCase(
                            items.getValue(),
                            of == null ? null : rules.of(of).orElse(null),
                            sent.getOrDefault(account, List.of()),
                            arranged.getOrDefault(account, Map.of()),
                            planned(items.getValue(), plans.getOrDefault(account, List.of()), on),
                            stops.getOrDefault(account, List.of()),
                            suspensions.getOrDefault(account, List.of()),
                            disputes.getOrDefault(account, List.of()),
                            charges.getOrDefault(account, Set.of())));
        }
        return cases;
    }

    private static Map<String, List<Disputed>> disputes(Connection connection, List<String> accounts)
            throws SQLException {
        Map<String, List<Disputed>> disputes = new HashMap<>();
        for (StoredDispute one : DisputeRows.ofAccounts(connection, accounts)) {
            LocalDate to = one.end() == null ? null : one.end().settledOn();
            add(
                    disputes,
                    one.account(),
                    new Disputed(one.id(), one.item(), one.amount(), one.isWhole(), one.openedOn(), to));
        }
        return disputes;
    }

    /// Items that are fees or interest, or a new connection that is not ordered yet: unpaid it lapses.
    private static Map<String, Set<ItemKey>> charges(Connection connection, List<String> accounts) throws SQLException {
        Map<String, Set<ItemKey>> charges = new HashMap<>();
        Rows.each(
                connection,
                """
                select account, adjustment_number(id) from adjustment
                where account = any(?) and amount > 0 and reason in ('dunning-fee', 'late-interest')""",
                SqlArrays.texts(connection, accounts),
                row -> charges.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                        .add(new ItemKey(ItemKind.ADJUSTMENT, row.getString(2))));
        Rows.each(
                connection,
                """
                select c.account, connection_number(c.application) from connection_charge c
                where c.account = any(?) and not exists (
                    select from connection_step s where s.application = c.application and s.step = 'order')""",
                SqlArrays.texts(connection, accounts),
                row -> charges.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                        .add(new ItemKey(ItemKind.CONNECTION, row.getString(2))));
        return charges;
    }

    private static Map<String, Map<ItemKey, Long>> arranged(Connection connection, List<String> accounts, LocalDate on)
            throws SQLException {
        Map<String, Map<ItemKey, Long>> arranged = new HashMap<>();
        for (StoredArrangement one : Arrangements.ofAccounts(connection, accounts)) {
            if (!on.isBefore(one.arrangement().signedOn())
                    && one.standingOn(on).state().isRunning()) {
                Map<ItemKey, Long> of =
                        arranged.computeIfAbsent(one.arrangement().account(), _ -> new HashMap<>());
                one.arrangement()
                        .items()
                        .forEach(item -> of.put(item.key(), one.arrangement().number()));
            }
        }
        return arranged;
    }

    private static Map<String, List<StoredPlan>> plans(Connection connection, List<String> accounts, LocalDate on)
            throws SQLException {
        Map<String, List<StoredPlan>> plans = new HashMap<>();
        for (StoredPlan one : BudgetPlans.ofAccounts(connection, accounts)) {
            if (!on.isBefore(one.plan().startsOn())) {
                add(plans, one.plan().account(), one);
            }
        }
        return plans;
    }

    /// Of an item that two plans cover, the later one counts: what the first left is carried into it.
    private static Map<ItemKey, PlannedItem> planned(AccountItems items, List<StoredPlan> plans, LocalDate on) {
        Map<ItemKey, PlannedItem> planned = new HashMap<>();
        for (StoredPlan one : plans) {
            BudgetStanding standing = one.standingOn(on);
            for (OpenItem item : items.items()) {
                if (one.plan().covers(item, standing)) {
                    planned.put(item.key(), new PlannedItem(one.plan().number(), standing.askedFrom()));
                }
            }
        }
        return planned;
    }

    /// The orders in force where accounts are served; an account that is served nowhere obeys those of everywhere.
    private static Map<String, List<Suspension>> suspensions(Connection connection, List<String> accounts, LocalDate on)
            throws SQLException {
        Set<Suspension> inForce = new LinkedHashSet<>(Suspensions.inForce(connection, Activity.COLLECTION, on));
        inForce.addAll(Suspensions.inForce(connection, Activity.DISCONNECTION, on));
        if (inForce.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> areas = new HashMap<>();
        Rows.each(
                connection,
                """
                select distinct a.account, e.area from service_agreement a
                join usage_point p on p.reference = a.usage_point
                join premise e on e.reference = p.premise
                where a.account = any(?)""",
                SqlArrays.texts(connection, accounts),
                row -> areas.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                        .add(row.getString(2)));
        Map<String, List<Suspension>> suspensions = new HashMap<>();
        for (String account : accounts) {
            for (Suspension one : inForce) {
                if (one.area() == null
                        || areas.getOrDefault(account, Set.of()).stream().anyMatch(one::isOf)) {
                    add(suspensions, account, one);
                }
            }
        }
        return suspensions;
    }

    private static <T> void add(Map<String, List<T>> lists, String account, T one) {
        lists.computeIfAbsent(account, _ -> new ArrayList<>()).add(one);
    }
}
