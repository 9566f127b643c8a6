package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.Reconciliation;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// What collectors have taken, whichever way it came.
public final class Statements {
    private static final String SELECT = """
            select p.serial, coalesce(p.key, '') as key, p.account, p.amount, p.received_on, t.fee,
                   coalesce(t.state, 'paid') as state, r.reversed_on, m.reference
            from payment p
            left join collector_transaction t on t.receipt = p.serial
            left join payment_reversal r on r.payment = p.serial
            left join remitted_payment m on m.payment = p.serial
            where p.means = 'collector' and p.place = ? and\s""";

    private Statements() {}

    /// A payment.
    ///
    /// @param transaction as the collector calls it; empty where it has no name
    /// @param state of its transaction; `paid` where it came in a file
    /// @param fee before tax as it was booked with the transaction; null where it came in a file
    /// @param remittance the reference of the one that brought its money; null while none has
    public record Paid(
            ReceiptNumber receipt,
            String transaction,
            String account,
            Money amount,
            LocalDate day,
            String state,
            @Nullable Money fee,
            @Nullable LocalDate reversedOn,
            @Nullable String remittance) {

        /// What the collector is owed for it, before tax.
        public Money feeOf(Collector collector) {
            return reversedOn != null
                    ? Money.ZERO
                    : Optional.ofNullable(fee).orElseGet(() -> collector.fee(collector.channel(), amount));
        }
    }

    /// What a collector has and has not sent.
    ///
    /// @param payments, amount not reversed and not remitted
    /// @param oldest their first day; null where there is none
    /// @param balance of `assets:collector:<name>`; other than the amount where remittances were short or over
    public record Outstanding(
            String collector,
            long payments,
            Money amount,
            @Nullable LocalDate oldest,
            Money balance) {}

    /// All of a day, by receipt.
    public static List<Paid> of(Database database, String collector, LocalDate day) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SELECT + "p.received_on = ? order by p.serial")) {
            query.setString(1, collector);
            query.setObject(2, day);
            return Rows.list(query, Statements::paid);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those of a day, and those of some names on whatever day: what a list of the collector's is laid beside.
    public static List<Reconciliation.Ours> beside(
            Database database, String collector, LocalDate day, Collection<String> transactions) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        SELECT + "(p.received_on = ? or p.key = any(?)) order by p.serial")) {
            query.setString(1, collector);
            query.setObject(2, day);
            query.setArray(3, SqlArrays.texts(connection, transactions));
            return Rows.list(query, row -> {
                Paid paid = paid(row);
                String name = paid.transaction().isEmpty() ? paid.receipt().toString() : paid.transaction();
                return new Reconciliation.Ours(
                        new Reconciliation.Line(name, paid.account(), paid.amount(), paid.day()),
                        paid.reversedOn() != null);
            });
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Of a collector to a day, neither reversed nor remitted, by receipt.
    static List<Paid> due(Connection connection, String collector, LocalDate until) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                SELECT + "p.received_on <= ? and r.payment is null and m.payment is null order by p.serial")) {
            query.setString(1, collector);
            query.setObject(2, until);
            return Rows.list(query, Statements::paid);
        }
    }

    /// By collector, of all that have anything.
    public static List<Outstanding> outstanding(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select coalesce(d.place, b.place) as place, coalesce(d.payments, 0) as payments,
                               coalesce(d.amount, 0) as amount, d.oldest, coalesce(b.balance, 0) as balance
                        from (
                            select p.place, count(*) as payments, sum(p.amount)::bigint as amount,
                                   min(p.received_on) as oldest
                            from payment p
                            where p.means = 'collector'
                                and not exists (select from payment_reversal r where r.payment = p.serial)
                                and not exists (select from remitted_payment m where m.payment = p.serial)
                            group by p.place) d
                        full join (
                            select substr(account, length('assets:collector:') + 1) as place, balance
                            from ledger_balance where account like 'assets:collector:%' and balance <> 0) b
                            on b.place = d.place
                        order by 1""")) {
            return Rows.list(
                    query,
                    row -> new Outstanding(
                            row.getString("place"),
                            row.getLong("payments"),
                            Money.ofMinor(row.getLong("amount")),
                            Rows.dateOrNull(row, "oldest"),
                            Money.ofMinor(row.getLong("balance"))));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Paid paid(ResultSet row) throws SQLException {
        return new Paid(
                new ReceiptNumber(row.getLong("serial")),
                row.getString("key"),
                row.getString("account"),
                Money.ofMinor(row.getLong("amount")),
                Rows.date(row, "received_on"),
                row.getString("state"),
                Rows.moneyOrNull(row, "fee"),
                Rows.dateOrNull(row, "reversed_on"),
                row.getString("reference"));
    }
}
