package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.ledger.ClosedMonths;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.run.RunTable.StartedRun;

/// Refuses a cycle that can only be a slip of the pen: bills cannot be unwritten.
final class CycleOrder {
    /// The longest step from one cycle to the next. Whoever missed a cycle bills it first.
    private static final int MONTHS_MOST = 3;

    private CycleOrder() {}

    /// Checks a cycle that is about to begin; one that was begun may always go on.
    static void require(Connection connection, Cycle cycle) throws SQLException {
        Optional<Cycle> other = RunTable.unfinishedBefore(connection, cycle);
        if (other.isPresent()) {
            throw new BillingRefused("The " + other.get() + " was begun and not finished, and bills of one agreement"
                    + " follow each other. Finish it with `./taswiya run resume`, or give it up with `./taswiya run"
                    + " cancel`; `./taswiya run list` shows its number.");
        }
        if (RunTable.of(connection, cycle).isEmpty()) {
            requireNext(connection, cycle);
        }
    }

    private static void requireNext(Connection connection, Cycle cycle) throws SQLException {
        String area = cycle.area();
        if (area != null && !CycleAccounts.hasPremise(connection, area)) {
            throw new BillingRefused("There is no premise in an area " + area + ", so there is nobody to bill. The area"
                    + " of a cycle in calendar.yaml is written as premises name theirs.");
        }
        LocalDate openFrom = ClosedMonths.openFrom(connection);
        if (cycle.billedOn().isBefore(openFrom)) {
            throw new BillingRefused(
                    "The bills would be of " + cycle.billedOn() + ", a month that is closed; nothing is"
                            + " booked before " + openFrom + ". Name a later day with --on.");
        }
        if (cycle.billedOn().isBefore(cycle.billTo())) {
            throw new BillingRefused("The bills would be of " + cycle.billedOn()
                    + ", before the end of what they bill, " + cycle.billTo() + ". Name a later day with --on.");
        }
        List<Cycle> before = RunTable.runs(connection).stream()
                .map(StartedRun::cycle)
                .filter(other -> other.area() == null
                        || cycle.area() == null
                        || other.area().equals(cycle.area()))
                .toList();
        Optional<LocalDate> billedOn = before.stream().map(Cycle::billedOn).max(Comparator.naturalOrder());
        if (billedOn.isPresent() && cycle.billedOn().isBefore(billedOn.get())) {
            throw new BillingRefused("The bills would be of " + cycle.billedOn() + ", but there are bills of "
                    + billedOn.get() + " already. Name a later day with --on.");
        }
        Optional<LocalDate> billedTo = before.stream()
                .filter(other -> !other.isOffCycle())
                .map(Cycle::billTo)
                .max(Comparator.naturalOrder());
        if (billedTo.isEmpty()) {
            billedTo = RunTable.latestStart(connection);
        }
        if (billedTo.isPresent() && cycle.billTo().isAfter(billedTo.get().plusMonths(MONTHS_MOST))) {
            throw new BillingRefused("The cycle to " + cycle.billTo() + " ends more than " + MONTHS_MOST
                    + " months after " + billedTo.get() + ", up to which everybody is billed. Bill the cycles between"
                    + " first, one by one.");
        }
    }
}
