package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Finds out anew what is open, from bills, opening items, payments, allocations and the journal, and compares it with
/// what is kept. Nothing differs unless somebody has changed the books past their triggers.
public final class LedgerCheck {
    private LedgerCheck() {}

    /// Something kept that is not what the books say.
    ///
    /// @param what which item or credit, or which ledger account
    /// @param kept in the tables of what is open
    /// @param derived from everything else
    public record Difference(String account, String what, Money kept, Money derived) {}

    /// What was compared.
    ///
    /// @param items, credits how many are kept
    /// @param differences at most a thousand of each kind, in the order of the accounts
    public record Checked(long items, Money open, long credits, Money credit, List<Difference> differences) {
        public Checked {
            differences = List.copyOf(differences);
        }
    }

    private static final String ITEMS = """
            select account, 'item ' || kind || ' ' || number, coalesce(k.open, 0), coalesce(d.open, 0)
            from open_item k full join (
                select o.account, o.kind, o.number, o.amount - coalesce(a.amount, 0) as open
                from owed_document o left join (
                    select account, item_kind, item, sum(amount)::bigint as amount from allocation
                    group by account, item_kind, item) a
                    on a.account = o.account and a.item_kind = o.kind and a.item = o.number
                where o.amount <> coalesce(a.amount, 0)) d using (account, kind, number)
            where coalesce(k.open, 0) <> coalesce(d.open, 0) order by 1, 2 limit 1000""";

    private static final String CREDITS = """
            select account, 'credit ' || kind || ' ' || number, coalesce(k.open, 0), coalesce(d.open, 0)
            from open_credit k full join (
                select o.account, o.kind, o.number, o.amount - coalesce(a.amount, 0) as open
                from credit_document o left join (
                    select account, credit_kind, credit, sum(amount)::bigint as amount from allocation
                    group by account, credit_kind, credit) a
                    on a.account = o.account and a.credit_kind = o.kind and a.credit = o.number
                where o.amount <> coalesce(a.amount, 0)) d using (account, kind, number)
            where coalesce(k.open, 0) <> coalesce(d.open, 0) order by 1, 2 limit 1000""";

    private static final String JOURNAL = """
            select account, '%1$s', coalesce(k.open, 0), coalesce(j.amount, 0)
            from (select account, sum(open)::bigint as open from %2$s group by account) k
            full join (
                select e.account, %3$s sum(p.amount)::bigint as amount
                from journal_entry e join posting p on p.entry = e.id
                where p.account = (select id from ledger_account where name = '%1$s')
                group by e.account) j using (account)
            where coalesce(k.open, 0) <> coalesce(j.amount, 0) order by 1 limit 1000""";

    /// What is claimed and not given back is what the ledger has as deposits.
    private static final String DEPOSITS = """
            select account, 'liabilities:deposits', coalesce(k.amount, 0), coalesce(j.amount, 0)
            from (select d.account, sum(d.amount)::bigint as amount from deposit d
                  where not exists (select from deposit_return r where r.deposit = d.id) group by d.account) k
            full join (
                select e.account, -sum(p.amount)::bigint as amount
                from journal_entry e join posting p on p.entry = e.id
                where p.account = (select id from ledger_account where name = 'liabilities:deposits')
                group by e.account) j using (account)
            where coalesce(k.amount, 0) <> coalesce(j.amount, 0) order by 1 limit 1000""";

    /// Compares, at one moment, whoever works beside it.
    public static Checked check(Database database) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Difference> differences = new ArrayList<>();
            differences.addAll(differences(connection, ITEMS));
            differences.addAll(differences(connection, CREDITS));
            differences.addAll(
                    differences(connection, JOURNAL.formatted(LedgerAccount.RECEIVABLE.name(), "open_item", "")));
            differences.addAll(differences(
                    connection, JOURNAL.formatted(LedgerAccount.CUSTOMER_CREDIT.name(), "open_credit", "-")));
            differences.addAll(differences(connection, DEPOSITS));
            try (PreparedStatement query = connection.prepareStatement("""
                    select (select count(*) from open_item), (select coalesce(sum(open), 0)::bigint from open_item),
                           (select count(*) from open_credit), (select coalesce(sum(open), 0)::bigint from open_credit)
                    """)) {
                return Rows.list(
                                query,
                                row -> new Checked(
                                        row.getLong(1),
                                        Money.ofMinor(row.getLong(2)),
                                        row.getLong(3),
                                        Money.ofMinor(row.getLong(4)),
                                        differences))
                        .getFirst();
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Difference> differences(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(
                    query,
                    row -> new Difference(
                            row.getString(1),
                            row.getString(2),
                            Money.ofMinor(row.getLong(3)),
                            Money.ofMinor(row.getLong(4))));
        }
    }
}
