package org.taswiya.store.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.budget.BudgetOffer;
import org.taswiya.core.budget.BudgetReason;
import org.taswiya.core.budget.BudgetRequest;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.core.budget.BudgetState;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.budget.BudgetAnswer.Done;
import org.taswiya.store.budget.BudgetAnswer.Refused;
import org.taswiya.store.receivables.BooksTransaction;

/// What people decide about budget plans. Killed at any moment, all of a decision stands or nothing.
public final class BudgetDecisions {
    private BudgetDecisions() {}

    /// What is asked for.
    ///
    /// @param amount a month; null for what the history gives
    /// @param from the first day of the plan
    public record Asked(
            BudgetRules rules, WorkingDays days, @Nullable Money amount, LocalDate from) {}

    /// What an account would be offered; nothing is written.
    public static BudgetOffer offer(Database database, String account, Asked asked) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return BudgetSituation.of(connection, account, asked.rules(), asked.amount(), asked.from())
                    .map(request -> BudgetOffer.to(request, asked.days()))
                    .orElseGet(() -> new BudgetOffer.NotOffered(BudgetReason.UNKNOWN_ACCOUNT, noAccount(account)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Opens one, or says why not.
    ///
    /// @param isTrial whether nothing is stored; the number is then the one that the next plan gets
    public static BudgetAnswer open(
            Database database, String account, Asked asked, LocalDate today, Change why, boolean isTrial) {
        return make(database, why, isTrial, (connection, change) -> {
            if (asked.from().isAfter(today)) {
                return new Refused(
                        BudgetReason.WRONG_DAY, "today is " + today + ", before " + asked.from() + "; open it then");
            }
            BudgetRequest request = BudgetSituation.of(connection, account, asked.rules(), asked.amount(), asked.from())
                    .orElse(null);
            if (request == null) {
                return new Refused(BudgetReason.UNKNOWN_ACCOUNT, noAccount(account));
            }
            return switch (BudgetOffer.to(request, asked.days())) {
                case BudgetOffer.NotOffered(var reason, var found) -> new Refused(reason, found);
                case BudgetOffer.Offered offered -> {
                    long number = BudgetRows.insert(
                            connection,
                            account,
                            asked.from(),
                            offered,
                            Objects.requireNonNull(request.policy()),
                            change);
                    yield new Done(BudgetPlans.of(connection, number).orElseThrow());
                }
            };
        });
    }

    /// Changes the amount of all due days from a day on.
    public static BudgetAnswer change(
            Database database,
            long number,
            Money amount,
            LocalDate from,
            LocalDate today,
            Change why,
            boolean isTrial) {
        return make(database, why, isTrial, (connection, change) -> {
            StoredPlan before = BudgetPlans.of(connection, number).orElse(null);
            Optional<Refused> refused = notRunning(connection, before, number, today);
            if (before == null || refused.isPresent()) {
                return refused.orElseThrow();
            }
            if (!from.isAfter(today)) {
                return new Refused(
                        BudgetReason.WRONG_DAY, "today is " + today + "; what is due by then stays as it is");
            }
            if (BudgetOffer.wrong(amount, before.plan().policy())) {
                return new Refused(
                        BudgetReason.WRONG_AMOUNT,
                        amount + " a month; expected a multiple of "
                                + before.plan().policy().step());
            }
            BudgetRows.amount(connection, number, from, amount, change);
            return new Done(BudgetPlans.of(connection, number).orElseThrow());
        });
    }

    /// Ends one before its year is over: what is left is due, or is a credit.
    public static BudgetAnswer end(
            Database database, long number, LocalDate on, LocalDate today, Change why, boolean isTrial) {
        return make(database, why, isTrial, (connection, change) -> {
            StoredPlan before = BudgetPlans.of(connection, number).orElse(null);
            Optional<Refused> refused = notRunning(connection, before, number, on);
            if (before == null || refused.isPresent()) {
                return refused.orElseThrow();
            }
            LocalDate startsOn = before.plan().startsOn();
            if (on.isBefore(startsOn) || on.isAfter(today)) {
                return new Refused(
                        BudgetReason.WRONG_DAY,
                        "it began on " + startsOn + " and today is " + today + "; " + on + " is not between them");
            }
            BudgetRows.end(connection, number, on, change);
            return new Done(BudgetPlans.of(connection, number).orElseThrow());
        });
    }

    private interface Decision {
        BudgetAnswer on(Connection connection, long change) throws SQLException;
    }

    private static BudgetAnswer make(Database database, Change why, boolean isTrial, Decision decision) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            BudgetAnswer answer = decision.on(connection, change);
            return new BooksTransaction.Done<>(answer, answer instanceof Done);
        });
    }

    private static Optional<Refused> notRunning(
            Connection connection, @Nullable StoredPlan before, long number, LocalDate day) throws SQLException {
        if (before == null) {
            return Optional.of(new Refused(
                    BudgetReason.UNKNOWN_PLAN,
                    "there is no budget plan " + number + "; ./taswiya budget list shows those that there are"));
        }
        BudgetState state = BudgetRows.isEnded(connection, number)
                ? BudgetState.ENDED
                : before.standingOn(day).state();
        return state.isRunning()
                ? Optional.empty()
                : Optional.of(new Refused(
                        BudgetReason.NOT_RUNNING,
                        "budget plan " + number + " is " + state.code() + "; nothing is left to do"));
    }

    private static String noAccount(String account) {
        return "there is no customer account " + account + "; check the number";
    }
}
