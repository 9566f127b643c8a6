package org.taswiya.store.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.budget.BudgetRequest;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Rows;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.population.AccountClasses;
import org.taswiya.store.receivables.AccountRows;

/// What is known of an account that asks for a budget plan.
final class BudgetSituation {
    private BudgetSituation() {}

    /// Empty when there is no such account.
    ///
    /// @param amount the monthly amount that is asked for; null for what the history gives
    static Optional<BudgetRequest> of(
            Connection connection, String account, BudgetRules rules, @Nullable Money amount, LocalDate from)
            throws SQLException {
        CustomerClass of = AccountClasses.of(connection, account).orElse(null);
        if (of == null) {
            return Optional.empty();
        }
        boolean isArranged = false;
        for (StoredArrangement one : Arrangements.ofAccounts(connection, List.of(account))) {
            isArranged |= one.standingOn(from).state().isRunning();
        }
        return Optional.of(new BudgetRequest(
                rules.of(of).orElse(null),
                BilledYears.before(connection, List.of(account), from).getOrDefault(account, List.of()),
                overdue(
                        Objects.requireNonNull(
                                AccountRows.of(connection, List.of(account)).get(account)),
                        from),
                leftOn(connection, account),
                running(connection, account, from),
                isArranged,
                amount,
                from));
    }

    private static @Nullable LocalDate leftOn(Connection connection, String account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select l.left_on from (select ?::text as account) p cross join lateral ("
                        + BudgetRows.LEFT_ON + ") l")) {
            query.setString(1, account);
            return Rows.list(query, row -> Rows.date(row, "left_on")).stream()
                    .findFirst()
                    .orElse(null);
        }
    }

    /// Of a plan that ended, what is left is due after some days, so that another may begin on the day after the year.
    private static @Nullable Long running(Connection connection, String account, LocalDate from) throws SQLException {
        for (StoredPlan one : BudgetPlans.ofAccounts(connection, List.of(account))) {
            boolean isBefore = from.isBefore(one.plan().startsOn());
            if (isBefore || one.standingOn(from).state().isRunning()) {
                return one.plan().number();
            }
        }
        return null;
    }

    private static Money overdue(AccountItems account, LocalDate on) {
        Money overdue = account.items().stream()
                .filter(item -> item.dueOn().isBefore(on))
                .map(OpenItem::open)
                .reduce(Money.ZERO, Money::plus);
        return overdue.minus(account.credit()).max(Money.ZERO);
    }
}
