package org.taswiya.store.dunning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.dunning.ServiceOrder.Decision;
import org.taswiya.store.dunning.ServiceOrder.Kind;
import org.taswiya.store.receivables.BooksTransaction;

/// Orders to cut a supply, which a run proposes and a person approves, and to give it back.
public final class ServiceOrders {
    private static final String SELECT = """
            select o.id, o.account, o.order_kind, o.proposed_on, o.overdue, o.ends, c.author as proposed_by,
                   d.is_approved, d.decided_on, e.author, e.reason
            from service_order o
            join change c on c.id = o.change
            left join service_order_decision d on d.service_order = o.id
            left join change e on e.id = d.change
            """;

    private ServiceOrders() {}

    /// All of them, or those of an account, in the order in which they were proposed.
    public static List<ServiceOrder> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        SELECT + (account == null ? "" : "where o.account = ? ") + "order by o.id")) {
            if (account != null) {
                query.setString(1, account);
            }
            return Rows.list(query, ServiceOrders::order);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Approves a disconnection when nothing stops it on that day, or refuses it, which is always possible.
    public static OrderAnswer decide(
            Database database,
            long number,
            boolean isApproved,
            DunningRules rules,
            LocalDate on,
            LocalDate today,
            Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            ServiceOrder order = one(connection, number).orElse(null);
            Optional<OrderAnswer.Refused> refused =
                    OrderGuards.refusal(order, number, isApproved, on, today, why.author());
            if (order == null || refused.isPresent()) {
                return new BooksTransaction.Done<>(refused.orElseThrow(), false);
            }
            refused = isApproved ? OrderGuards.stop(connection, order, rules, on) : Optional.empty();
            if (refused.isPresent()) {
                return new BooksTransaction.Done<>(refused.get(), false);
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into service_order_decision values (?, ?, ?, ?)")) {
                insert.setLong(1, number);
                insert.setBoolean(2, isApproved);
                insert.setObject(3, on);
                insert.setLong(4, change);
                insert.executeUpdate();
            }
            return new BooksTransaction.Done<>(
                    new OrderAnswer.Decided(one(connection, number).orElseThrow()), true);
        });
    }

    /// Proposes that the supply be cut, unless that is proposed or approved already.
    static void propose(Connection connection, String account, LocalDate on, Money overdue, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into service_order
                select (select coalesce(max(id), 0) + 1 from service_order), ?, 'disconnection', ?, ?, null, ?
                where not exists (
                    select from service_order o
                    where o.account = ? and o.order_kind = 'disconnection'
                        and not exists (select from service_order r where r.ends = o.id)
                        and not exists (
                            select from service_order_decision d where d.service_order = o.id and not d.is_approved))
                """)) {
            insert.setString(1, account);
            insert.setObject(2, on);
            insert.setLong(3, overdue.minorUnits());
            insert.setLong(4, change);
            insert.setString(5, account);
            insert.executeUpdate();
        }
    }

    /// Orders that a supply that was to be cut be given back.
    static void reconnect(Connection connection, String account, LocalDate on, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into service_order
                select (select max(id) from service_order) + row_number() over (order by o.id), o.account,
                       'reconnection', ?, 0, o.id, ?
                from service_order o
                join service_order_decision d on d.service_order = o.id and d.is_approved
                where o.account = ? and not exists (select from service_order r where r.ends = o.id)""")) {
            insert.setObject(1, on);
            insert.setLong(2, change);
            insert.setString(3, account);
            insert.executeUpdate();
        }
    }

    /// Those among the accounts whose disconnection was approved and not ended.
    static List<String> cutOff(Connection connection, List<String> accounts) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct o.account from service_order o
                join service_order_decision d on d.service_order = o.id and d.is_approved
                where o.account = any(?) and not exists (select from service_order r where r.ends = o.id)""")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private static Optional<ServiceOrder> one(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where o.id = ?")) {
            query.setLong(1, number);
            return Rows.list(query, ServiceOrders::order).stream().findFirst();
        }
    }

    private static ServiceOrder order(ResultSet row) throws SQLException {
        long ends = row.getLong("ends");
        boolean isFirst = row.wasNull();
        LocalDate decidedOn = Rows.dateOrNull(row, "decided_on");
        return new ServiceOrder(
                row.getLong("id"),
                row.getString("account"),
                Kind.valueOf(row.getString("order_kind").toUpperCase(Locale.ROOT)),
                Rows.date(row, "proposed_on"),
                Money.ofMinor(row.getLong("overdue")),
                isFirst ? null : ends,
                row.getString("proposed_by"),
                decidedOn == null
                        ? null
                        : new Decision(
                                row.getBoolean("is_approved"),
                                decidedOn,
                                row.getString("author"),
                                row.getString("reason")));
    }
}
