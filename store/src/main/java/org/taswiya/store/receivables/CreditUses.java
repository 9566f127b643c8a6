package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.Receivables;
import org.taswiya.core.receivables.ReceivablesPosting;
import org.taswiya.core.receivables.UsedCredits;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.ledger.EntryRows;

/// Puts credits to the items that came after them: of every account that has both.
public final class CreditUses {
    private static final int ACCOUNTS_AT_ONCE = 2_000;

    private CreditUses() {}

    /// What was used.
    ///
    /// @param accounts whose credits
    /// @param uses how many items were settled, in part or in whole
    public record Used(int accounts, int uses, Money amount) {
        public static final Used NONE = new Used(0, 0, Money.ZERO);

        private Used plus(Used other) {
            return new Used(accounts + other.accounts, uses + other.uses, amount.plus(other.amount));
        }
    }

    /// Uses all credits there are, some accounts at once: killed at any moment, the next call does the rest.
    ///
    /// @param on items issued and credits arisen later are left alone
    /// @param isTrial whether nothing is stored
    public static Used use(Database database, LocalDate on, Change why, boolean isTrial) {
        Used all = Used.NONE;
        String after = "";
        while (true) {
            String from = after;
            Turn turn = BooksTransaction.make(database, why, isTrial, (connection, change) -> {
                Turn done = turn(connection, change, on, from);
                return new BooksTransaction.Done<>(done, done.used().uses() > 0);
            });
            all = all.plus(turn.used());
            if (turn.last().isEmpty()) {
                return all;
            }
            after = turn.last();
        }
    }

    /// Uses the credits of one account, in a transaction of the caller's in which no entry is being gathered.
    ///
    /// @return what was settled
    public static Money ofAccount(Connection connection, long change, String account, LocalDate on)
            throws SQLException {
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        AllocationRows rows = new AllocationRows();
        UsedCredits credits = Receivables.useCredits(
                Objects.requireNonNull(
                        AccountRows.of(connection, List.of(account)).get(account)),
                on);
        if (credits.uses().isEmpty()) {
            return Money.ZERO;
        }
        Used used = add(entries, rows, account, on, change, credits.uses());
        rows.send(connection);
        entries.send(connection);
        return used.amount();
    }

    /// @param last the last account looked at; empty when there was none
    private record Turn(Used used, String last) {}

    private static Turn turn(Connection connection, long change, LocalDate on, String after) throws SQLException {
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        AllocationRows rows = new AllocationRows();
        Used used = Used.NONE;
        TreeMap<String, AccountItems> accounts = new TreeMap<>(AccountRows.of(connection, next(connection, after)));
        for (AccountItems account : accounts.values()) {
            UsedCredits credits = Receivables.useCredits(account, on);
            if (!credits.uses().isEmpty()) {
                used = used.plus(add(entries, rows, account.account(), on, change, credits.uses()));
            }
        }
        rows.send(connection);
        entries.send(connection);
        return new Turn(used, accounts.isEmpty() ? "" : accounts.lastKey());
    }

    private static Used add(
            EntryRows entries, AllocationRows rows, String account, LocalDate on, long change, List<Allocation> uses) {
        String key = "credits/" + account + "/" + change;
        rows.add(entries.add(ReceivablesPosting.moved(key, on, account, "credits used", uses)), account, uses);
        Money amount = uses.stream().map(Allocation::amount).reduce(Money.ZERO, Money::plus);
        return new Used(1, uses.size(), amount);
    }

    private static List<String> next(Connection connection, String after) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct c.account from open_credit c
                where c.account > ? and exists (select from open_item i where i.account = c.account)
                order by c.account limit ?""")) {
            query.setString(1, after);
            query.setInt(2, ACCOUNTS_AT_ONCE);
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
