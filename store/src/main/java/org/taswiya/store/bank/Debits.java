package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.bank.BankOrder;
import org.taswiya.core.bank.BankOrder.MandateTerms;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.bank.BankChange.Refusal;
import org.taswiya.store.bank.BankOrders.Wanted;

/// Direct debits: the open items of accounts that let them be collected, each in one file, by itself.
///
/// Nothing is booked when a file is made: money is there when a statement shows it. Meanwhile the item is in
/// collection.
public final class Debits {
    private final LocalDate due;
    private final List<Item> items = new ArrayList<>();

    private record Item(String endToEnd, ItemKey key, String account, Money open, MandateTerms mandate) {}

    private Debits(LocalDate due) {
        this.due = due;
    }

    /// An item that a bank was asked to collect, and has not answered.
    public record InCollection(String endToEnd, String order, String account, ItemKey item, Money amount) {}

    /// Collects what is due by a day. Left alone is what is in collection already, what is above the mandate's limit,
    /// and accounts with a credit, which is to be used first (`pay credits`); a refund is no item of this kind.
    public static SentAnswer collect(Database database, Wanted wanted, Change why) {
        Debits debits = new Debits(wanted.dueOn());
        return BankOrders.make(database, wanted, why, debits::lines, debits::mark);
    }

    private static final String TO_COLLECT = """
            select i.account, i.kind, i.number, i.open, m.reference, m.iban, m.holder, m.signed_on,
                   not exists (select from collection c where c.mandate = m.reference) as is_first
            from open_item i join mandate m on m.account = i.account
            where i.due_on <= ? and i.kind in ('bill', 'opening') and m.signed_on <= ?
                and not exists (select from mandate_end e where e.mandate = m.reference)
                and (m.amount_limit is null or i.open <= m.amount_limit)
                and not exists (select from open_credit c where c.account = i.account)
                and not exists (
                    select from item_in_collection c
                    where c.account = i.account and c.kind = i.kind and c.number = i.number)
            order by i.account, i.due_on, i.issued_on, i.kind, i.number""";

    private List<BankOrder.Line> lines(Connection connection, BankAccount bank, long order) throws SQLException {
        if (bank.creditor() == null) {
            throw new Refusal(
                    DecisionReason.NO_CREDITOR,
                    "account " + bank.name() + " has no creditor identification; state it anew with --creditor");
        }
        Set<String> used = new HashSet<>();
        List<BankOrder.Line> lines = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TO_COLLECT)) {
            query.setObject(1, due);
            query.setObject(2, due);
            Rows.each(query, row -> {
                boolean isFirst = used.add(row.getString("reference")) && row.getBoolean("is_first");
                Item item = item(row, String.format(Locale.ROOT, "DD%010d-%d", order, items.size() + 1), isFirst);
                items.add(item);
                BankAccountNumber number = new BankAccountNumber(row.getString("iban"));
                String text = item.key() + ", account " + item.account();
                lines.add(new BankOrder.Line(
                        item.endToEnd(), item.open(), number, row.getString("holder"), text, item.mandate()));
            });
        }
        return lines;
    }

    private static Item item(ResultSet row, String endToEnd, boolean isFirst) throws SQLException {
        return new Item(
                endToEnd,
                new ItemKey(ItemKind.ofCode(row.getString("kind")), row.getString("number")),
                row.getString("account"),
                Money.ofMinor(row.getLong("open")),
                new MandateTerms(row.getString("reference"), Rows.date(row, "signed_on"), isFirst));
    }

    private void mark(Connection connection, long order, List<BankOrder.Line> lines) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into collection values (?, ?, ?, ?, ?, ?::item_kind, ?, ?)")) {
            int ordinal = 0;
            for (Item item : items) {
                insert.setString(1, item.endToEnd());
                insert.setLong(2, order);
                insert.setInt(3, ++ordinal);
                insert.setString(4, item.mandate().reference());
                insert.setString(5, item.account());
                insert.setString(6, item.key().kind().code());
                insert.setString(7, item.key().number());
                insert.setLong(8, item.open().minorUnits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// A person knows that the bank has not collected it: the item may be collected again. What was collected and comes
    /// back a statement says.
    public static DecisionAnswer returned(Database database, String endToEnd, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select from item_in_collection where end_to_end = ?")) {
                query.setString(1, endToEnd);
                if (Rows.list(query, row -> row).isEmpty()) {
                    return new DecisionAnswer.Refused(
                            DecisionReason.NOT_IN_COLLECTION,
                            "no direct debit " + endToEnd + " is in collection; ./taswiya debit list shows those that"
                                    + " are");
                }
            }
            Collections.ended(connection, endToEnd, false, 0, change);
            return new DecisionAnswer.Done(endToEnd + " was not collected; its item is free again");
        });
    }

    /// In the order of their files.
    public static List<InCollection> list(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select i.end_to_end, o.name, i.account, i.kind, i.number, i.amount
                        from item_in_collection i join bank_order o on o.id = i.bank_order
                        join collection c on c.end_to_end = i.end_to_end
                        order by i.bank_order, c.ordinal""")) {
            return Rows.list(
                    query,
                    row -> new InCollection(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            new ItemKey(ItemKind.ofCode(row.getString(4)), row.getString(5)),
                            Money.ofMinor(row.getLong(6))));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
