package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// What an account has paid, and where the money of each payment is now: at once and later, as a credit that was used.
/// A [Receipt] alone says where it went when it came.
public final class AccountPayments {
    private static final String PARTS = """
            select credit, item_kind, item, sum(amount) as amount from allocation
            where account = ? and credit_kind = 'payment' and credit = any(?)
            group by credit, item_kind, item having sum(amount) <> 0
            order by min(entry), min(ordinal)""";

    private AccountPayments() {}

    /// A payment as it stands.
    ///
    /// @param parts what it settles, in the order in which it began to; none of one that was taken back
    /// @param left what of it is a credit that nothing has used
    public record Paid(Receipt receipt, List<Part> parts, Money left) {
        public Paid {
            parts = List.copyOf(parts);
        }

        static Paid of(Receipt receipt, List<Part> parts) {
            Money settled = parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
            boolean isReversed = receipt.reversedOn() != null;
            Money arrived = receipt.payment().amount().minus(receipt.stamp());
            return new Paid(receipt, parts, isReversed ? Money.ZERO : arrived.minus(settled));
        }
    }

    /// What of a payment settles one item.
    public record Part(ItemKey item, Money amount) {}

    /// The payments that came before one, the last ones first.
    ///
    /// @param serial of its receipt
    /// @param most how many at most
    public static List<Paid> before(Database database, String account, long serial, int most) {
        List<Receipt> receipts = Receipts.before(database, account, serial, most);
        if (receipts.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.connect()) {
            Map<String, List<Part>> parts = parts(connection, account, receipts);
            return receipts.stream()
                    .map(receipt ->
                            Paid.of(receipt, parts.getOrDefault(receipt.number().toString(), List.of())))
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Map<String, List<Part>> parts(Connection connection, String account, List<Receipt> receipts)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PARTS)) {
            query.setString(1, account);
            query.setArray(
                    2,
                    SqlArrays.texts(
                            connection,
                            receipts.stream()
                                    .map(receipt -> receipt.number().toString())
                                    .toList()));
            Map<String, List<Part>> parts = new HashMap<>();
            Rows.each(
                    query,
                    row -> parts.computeIfAbsent(row.getString("credit"), _ -> new ArrayList<>())
                            .add(new Part(
                                    new ItemKey(ItemKind.ofCode(row.getString("item_kind")), row.getString("item")),
                                    Money.ofMinor(row.getLong("amount")))));
            return parts;
        }
    }
}
