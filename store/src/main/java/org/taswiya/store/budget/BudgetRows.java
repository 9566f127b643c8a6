package org.taswiya.store.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.taswiya.core.budget.BudgetOffer.Offered;
import org.taswiya.core.budget.BudgetPolicy;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;

/// Budget plans as rows.
final class BudgetRows {
    /// The day from which nothing is supplied to the account `p.account` any more; no row while an agreement goes on.
    static final String LEFT_ON = """
            select max(a.to_day) as left_on from service_agreement a
            where a.account = p.account having bool_and(a.to_day is not null)""";

    private BudgetRows() {}

    /// Whether a person has ended it.
    static boolean isEnded(Connection connection, long plan) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select exists (select from budget_end where plan = ?)")) {
            query.setLong(1, plan);
            return Rows.list(query, row -> row.getBoolean(1)).getFirst();
        }
    }

    /// @return its number
    static long insert(
            Connection connection, String account, LocalDate from, Offered offered, BudgetPolicy policy, long change)
            throws SQLException {
        long number = next(connection);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into budget_plan values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, account);
            insert.setObject(3, from);
            insert.setString(4, offered.found());
            insert.setInt(5, policy.leastDays());
            insert.setLong(6, policy.step().minorUnits());
            insert.setInt(7, policy.firstAfterDays());
            insert.setInt(8, policy.graceDays());
            insert.setInt(9, policy.missed());
            insert.setBigDecimal(10, policy.drift().toBigDecimal());
            insert.setInt(11, policy.daysToPay());
            insert.setLong(12, change);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into budget_due_day values (?, ?, ?)")) {
            int ordinal = 0;
            for (LocalDate due : offered.dueDays()) {
                insert.setLong(1, number);
                insert.setInt(2, ++ordinal);
                insert.setObject(3, due);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        amount(connection, number, from, offered.monthly(), change);
        return number;
    }

    static void amount(Connection connection, long plan, LocalDate from, Money amount, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into budget_amount values (?, ?, ?, ?)")) {
            insert.setLong(1, plan);
            insert.setObject(2, from);
            insert.setLong(3, amount.minorUnits());
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }

    static void end(Connection connection, long plan, LocalDate on, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into budget_end values (?, ?, ?)")) {
            insert.setLong(1, plan);
            insert.setObject(2, on);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
    }

    /// Nobody else takes it: the change of this transaction holds the table of changes.
    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select coalesce(max(id), 0) + 1 from budget_plan")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }
}
