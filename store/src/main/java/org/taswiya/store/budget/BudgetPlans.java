package org.taswiya.store.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.budget.BilledYear;
import org.taswiya.core.budget.BudgetPlan;
import org.taswiya.core.budget.BudgetPlan.AmountFrom;
import org.taswiya.core.budget.BudgetPolicy;
import org.taswiya.core.budget.BudgetReview;
import org.taswiya.core.budget.Movement;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// The budget plans that were opened. One ends when a person ends it, or when the last agreement of its account does.
public final class BudgetPlans {
    private static final String SELECT = """
            select p.*, c.made_at, c.author, c.reason,
                   least(e.ended_on, case when l.left_on is not null then greatest(l.left_on, p.starts_on) end)
                       as ended_on
            from budget_plan p
            join change c on c.id = p.change
            left join budget_end e on e.plan = p.id
            left join lateral (""" + BudgetRows.LEFT_ON + """
            ) l on true
            """;

    private BudgetPlans() {}

    /// One by its number.
    public static Optional<StoredPlan> of(Database database, long number) {
        try (Connection connection = database.connect()) {
            return of(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those of an account, or of all accounts, in the order in which they were opened.
    public static List<StoredPlan> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect()) {
            return account == null
                    ? list(connection, SELECT + "order by p.id", null)
                    : ofAccounts(connection, List.of(account));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those of some accounts, in the order in which they were opened.
    public static List<StoredPlan> ofAccounts(Connection connection, List<String> accounts) throws SQLException {
        return list(
                connection, SELECT + "where p.account = any(?) order by p.id", SqlArrays.texts(connection, accounts));
    }

    /// All plans on a day beside what is to come, in the order in which they were opened.
    public static List<BudgetReview> review(Database database, LocalDate day) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<StoredPlan> plans = list(connection, SELECT + "where p.starts_on <= ? order by p.id", day);
            List<String> accounts =
                    plans.stream().map(one -> one.plan().account()).distinct().toList();
            Map<String, List<BilledYear>> history = BilledYears.before(connection, accounts, day.plusDays(1));
            return plans.stream()
                    .map(one -> BudgetReview.of(
                            one.plan(),
                            one.standingOn(day),
                            history.getOrDefault(one.plan().account(), List.of()),
                            day))
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Optional<StoredPlan> of(Connection connection, long number) throws SQLException {
        return list(connection, SELECT + "where p.id = ?", number).stream().findFirst();
    }

    private static List<StoredPlan> list(Connection connection, String sql, @Nullable Object value)
            throws SQLException {
        List<Head> heads;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (value != null) {
                query.setObject(1, value);
            }
            heads = Rows.list(query, Head::of);
        }
        if (heads.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = heads.stream().map(Head::number).toList();
        Map<Long, List<LocalDate>> dueDays = new HashMap<>();
        Map<Long, List<AmountFrom>> amounts = new HashMap<>();
        Rows.each(
                connection,
                "select plan, due_on from budget_due_day where plan = any(?) order by plan, ordinal",
                SqlArrays.numbers(connection, numbers),
                row -> add(dueDays, row.getLong(1), Rows.date(row, "due_on")));
        Rows.each(
                connection,
                "select plan, from_day, amount from budget_amount where plan = any(?) order by plan, from_day, change",
                SqlArrays.numbers(connection, numbers),
                row -> add(
                        amounts,
                        row.getLong(1),
                        new AmountFrom(Rows.date(row, "from_day"), Money.ofMinor(row.getLong(3)))));
        Map<String, List<Movement>> movements = MovementRows.of(
                connection, heads.stream().map(Head::account).distinct().toList());
        return heads.stream()
                .map(head -> head.stored(
                        Objects.requireNonNull(dueDays.get(head.number())),
                        Objects.requireNonNull(amounts.get(head.number())),
                        movements.getOrDefault(head.account(), List.of())))
                .toList();
    }

    private static <T> void add(Map<Long, List<T>> lists, long plan, T one) {
        lists.computeIfAbsent(plan, _ -> new ArrayList<>()).add(one);
    }

    private record Head(
            long number,
            String account,
            LocalDate startsOn,
            BudgetPolicy policy,
            String found,
            @Nullable LocalDate endedOn,
            Change opened) {
        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getLong("id"),
                    row.getString("account"),
                    Rows.date(row, "starts_on"),
                    new BudgetPolicy(
                            row.getInt("least_days"),
                            Money.ofMinor(row.getLong("step")),
                            row.getInt("first_after_days"),
                            row.getInt("grace_days"),
                            row.getInt("missed"),
                            Decimal.parse(row.getBigDecimal("drift").toPlainString()),
                            row.getInt("days_to_pay")),
                    row.getString("found"),
                    Rows.dateOrNull(row, "ended_on"),
                    new Change(
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            row.getString("author"),
                            row.getString("reason")));
        }

        StoredPlan stored(List<LocalDate> dueDays, List<AmountFrom> amounts, List<Movement> movements) {
            BudgetPlan plan = new BudgetPlan(number, account, startsOn, dueDays, amounts, policy, endedOn);
            return new StoredPlan(plan, found, opened, movements);
        }
    }
}
