package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// Finds payments that were taken.
public final class Receipts {
    private static final String SELECT = """
            select p.serial, p.account, p.amount, p.stamp, p.received_on, p.means, p.place, p.source, p.key, p.named,
                   r.reversed_on, a.item_kind, a.item, a.amount as allocated, a.stamp as allocated_stamp
            from payment p
            left join payment_reversal r on r.payment = p.serial
            left join allocation a on a.entry = p.entry and a.is_direct
            """;

    private Receipts() {}

    /// The payment with a number; empty when there is none.
    public static Optional<Receipt> of(Database database, ReceiptNumber number) {
        try (Connection connection = database.connect()) {
            return of(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The payments of an account, or of all, the last ones first.
    ///
    /// @param account null for all
    /// @param most how many at most
    public static List<Receipt> last(Database database, @Nullable String account, int most) {
        return before(database, account, Long.MAX_VALUE, most);
    }

    /// The same from those on that came before one.
    ///
    /// @param serial of its receipt
    public static List<Receipt> before(Database database, @Nullable String account, long serial, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SELECT + """
                        where p.serial in (
                            select l.serial from payment l where (?::text is null or l.account = ?) and l.serial < ?
                            order by l.serial desc limit ?)
                        order by p.serial desc, a.ordinal""")) {
            query.setString(1, account);
            query.setString(2, account);
            query.setLong(3, serial);
            query.setInt(4, most);
            return list(query);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<Receipt> of(Connection connection, ReceiptNumber number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where p.serial = ? order by a.ordinal")) {
            query.setLong(1, number.serial());
            return list(query).stream().findFirst();
        }
    }

    /// Those that their sources call so.
    static List<Receipt> named(Connection connection, Collection<Payment.Key> keys) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + """
                join unnest(?, ?) as k(source, name) on k.source = p.source and k.name = p.key
                order by p.serial, a.ordinal""")) {
            query.setArray(
                    1,
                    SqlArrays.texts(
                            connection, keys.stream().map(Payment.Key::source).toList()));
            query.setArray(
                    2,
                    SqlArrays.texts(
                            connection, keys.stream().map(Payment.Key::name).toList()));
            return list(query);
        }
    }

    /// A row for each allocation; those of a payment stand beside each other.
    private static List<Receipt> list(PreparedStatement query) throws SQLException {
        List<Receipt> receipts = new ArrayList<>();
        Rows.each(query, row -> {
            Receipt here = receipt(row);
            Receipt before = receipts.isEmpty() ? null : receipts.getLast();
            if (before == null || !before.number().equals(here.number())) {
                receipts.add(here);
            } else {
                receipts.set(receipts.size() - 1, joined(before, here));
            }
        });
        return receipts;
    }

    private static Receipt joined(Receipt before, Receipt next) {
        List<Allocation> allocations = new ArrayList<>(before.allocations());
        allocations.addAll(next.allocations());
        Money settled = next.allocations().stream().map(Allocation::amount).reduce(Money.ZERO, Money::plus);
        return new Receipt(
                before.number(),
                before.payment(),
                allocations,
                before.stamp(),
                before.credit().minus(settled),
                before.reversedOn());
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        ReceiptNumber number = new ReceiptNumber(row.getLong("serial"));
        Payment payment = payment(row);
        Money stamp = Money.ofMinor(row.getLong("stamp"));
        Money rest = payment.amount().minus(stamp);
        String item = row.getString("item");
        if (item == null) {
            return new Receipt(number, payment, List.of(), stamp, rest, Rows.dateOrNull(row, "reversed_on"));
        }
        Allocation allocation = new Allocation(
                number.asCredit(),
                new ItemKey(ItemKind.ofCode(row.getString("item_kind")), item),
                Money.ofMinor(row.getLong("allocated")),
                Money.ofMinor(row.getLong("allocated_stamp")),
                true);
        return new Receipt(
                number,
                payment,
                List.of(allocation),
                stamp,
                rest.minus(allocation.amount()),
                Rows.dateOrNull(row, "reversed_on"));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        String source = row.getString("source");
        return new Payment(
                row.getString("account"),
                Money.ofMinor(row.getLong("amount")),
                Rows.date(row, "received_on"),
                Means.ofCode(row.getString("means")).orElseThrow(),
                row.getString("place"),
                source == null ? null : new Payment.Key(source, row.getString("key")),
                NamedItems.parse(row.getString("named")));
    }
}
